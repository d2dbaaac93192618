// Loaded before a measured program, with --import: counts what reaches the disk, and tells the bench when it asks.
// Plain JavaScript: for one .ts file before the program's compile cache is on, Node loads a compiler of 17 MB, which would
// be counted as the program's memory.
import Client from 'better-sqlite3'

let flushes = 0
const { prepare } = Client.prototype
Client.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (sql !== 'commit') return statement
  const run = statement.run.bind(statement)
  const counted = (...params) => {
    flushes += 1
    return run(...params)
  }
  return Object.assign(statement, { run: counted })
}

process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  process.send?.({
    usage: { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 1e6, flushes },
  })
})

// A bench that was broken off leaves nobody behind.
process.on('disconnect', () => process.kill(process.pid))
