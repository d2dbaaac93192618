// Loaded before the real program, with --import: writes down every statement it runs, with what went in and came out.
import Client from 'better-sqlite3'

export type Recorded = {
  sql: string
  params: unknown[]
  /** The first row that came out, its columns in order. */
  row: unknown[]
  /** Milliseconds since 1970 at which it ran. */
  at: number
}

/** How the program cuts its work into transactions is its own business. */
const CONTROL = /^(begin|commit|rollback|savepoint|release)\b/

let recorded: Recorded[] = []

const statement = Object.getPrototypeOf(new Client(':memory:').prepare('select 1')) as Client.Statement<
  unknown[]
>
for (const method of ['run', 'all', 'get'] as const) {
  const real: (...params: unknown[]) => unknown = statement[method]
  Object.assign(statement, {
    [method](this: Client.Statement, ...params: unknown[]) {
      const result = real.apply(this, params)
      const first = method === 'all' ? (result as unknown[])[0] : result
      if (!CONTROL.test(this.source))
        recorded.push({ sql: this.source, params, row: Array.isArray(first) ? first : [], at: Date.now() })
      return result
    },
  })
}

process.on('message', (message) => {
  if (message !== 'take') return
  process.send?.({ recorded })
  recorded = []
})

// A bench that was broken off leaves nobody behind.
process.on('disconnect', () => process.kill(process.pid))
