import { and, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'

type Stored = Record<string, unknown>

/**
 * Of these messages those that do not wait already in the same words: a feed that repeats itself each minute says
 * nothing that somebody has to read again. `open` gives what a stored message says.
 */
export async function saidAnew<Row extends { id: string; message: Stored }>(
  tx: Tx,
  rows: readonly Row[],
  open: (id: string, message: Stored) => unknown,
): Promise<Row[]> {
  const ids = rows.map(({ id }) => id)
  const waiting = await tx
    .select({ id: quarantine.id, message: quarantine.message })
    .from(quarantine)
    .where(and(inArray(quarantine.id, ids), isNull(quarantine.resolvedAt)))
  const wordsOf = ({ id, message }: { id: string; message: Stored }) => JSON.stringify(open(id, message))
  const told = new Map(waiting.map((row) => [row.id, wordsOf(row)]))
  return rows.filter((row) => told.get(row.id) !== wordsOf(row))
}
