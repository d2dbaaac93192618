// Loaded before a measured program, with --import: counts what reaches the disk, and tells the bench when it asks.
import Client from 'better-sqlite3'

export type Usage = {
  /** Milliseconds of CPU of all threads since the start, user and system. */
  cpu: number
  /** Resident memory in MB. */
  memory: number
  /** Write transactions committed: with synchronous=FULL each is one flush. */
  flushes: number
}

let flushes = 0
const { prepare } = Client.prototype
Client.prototype.prepare = function (this: Client.Database, sql: string) {
  const statement = prepare.call(this, sql) as Client.Statement<unknown[]>
  if (sql !== 'commit') return statement
  const run = statement.run.bind(statement)
  const counted: typeof run = (...params) => {
    flushes += 1
    return run(...params)
  }
  return Object.assign(statement, { run: counted })
} as typeof prepare

process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  const usage: Usage = { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 1e6, flushes }
  process.send?.({ usage })
})

// A bench that was broken off leaves nobody behind.
process.on('disconnect', () => process.kill(process.pid))
