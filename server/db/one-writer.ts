import Client from 'better-sqlite3'

/**
 * Makes this process the only one that writes a SQLite file, until `release` or the end of the process, however it
 * ends: the operating system holds the lock, on a file beside the database. Throws when another process has it.
 */
export function claimWriter(databaseFile: string): { release(): void } {
  const lock = new Client(`${databaseFile}.writer`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Error(
      `Another process (the server?) is writing ${databaseFile}. Stop it first, or use PostgreSQL for several at once.`,
    )
  }
  return { release: () => lock.close() }
}
