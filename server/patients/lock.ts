import { inArray } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { patients } from '../db/schema/patients.ts'

/**
 * Makes acts on the same patients take turns until the end of the transaction: what is planned for somebody depends on
 * all that is known of them. Taken in the order of ids, so that two acts never wait for each other. SQLite has one
 * writer anyway.
 */
export async function lockPatients(tx: Tx, ids: Iterable<string>): Promise<void> {
  const wanted = [...new Set(ids)]
  if (dialect === 'sqlite' || wanted.length === 0) return
  await tx
    .select({ id: patients.id })
    .from(patients)
    .where(inArray(patients.id, wanted))
    .orderBy(patients.id)
    .for('no key update')
}
