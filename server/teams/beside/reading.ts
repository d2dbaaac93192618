import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'

/** `keep`, in the thread: what was read under this name before and costs much to read again. */
export type Reading = Pick<Deps, 'definitions' | 'now'> & {
  db: Tx
  keep?: <T extends { ever: readonly unknown[] }>(name: string, read: () => Promise<T>) => Promise<T>
}
