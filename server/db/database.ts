// The types that everyone above the database sees.
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

// What a write without `returning` gives differs by driver, so nobody may look at it.
interface Unseen extends PgQueryResultHKT {
  type: unknown
}

type Portable = 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'

/** Something to query: the database itself, or an open transaction. */
export type Tx = Pick<PgDatabase<Unseen>, Portable>

/**
 * The database, which can also open a transaction. Transactions do not nest: a Tx cannot. Where one process writes for
 * all, 'ahead' lets a short transaction pass those that wait. Where several do, one that was undone for another is done
 * once more: the work changes nothing but the database.
 */
export type Db = Tx & { transaction<T>(work: (tx: Tx) => Promise<T>, order?: 'ahead'): Promise<T> }

export type Database = {
  db: Db
  /** Brings the schema up to date, from the house's own migrations; several processes may call it at once. */
  migrate(folder?: string): Promise<void>
  /** Reads one moment's state from beginning to end, while others go on writing. */
  snapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs work that can be done again: a power cut may lose what it wrote, but never damages anything. */
  repeatable<T>(work: () => Promise<T>): Promise<T>
  /** Runs work that one process does at a time: whoever asks meanwhile waits. Whoever dies lets go. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** A transaction for many new scores at once: the caller writes their running figures too. */
  uncounted<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A transaction that counts the running figures anew: whoever would change them meanwhile waits for its end. */
  recounting<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
