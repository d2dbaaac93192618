import { inArray } from 'drizzle-orm'
import type { CallOutcome, PastCall } from '../../core/mail/outreach.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { calls } from '../db/schema/outreach.ts'

/** How each call to these patients ended, in their order; asked by patient and team. */
export async function pastCalls(
  db: Tx,
  patientIds: readonly string[],
): Promise<(patientId: string, teamId: string) => readonly PastCall[]> {
  const rows = await readCalls(db, { patientIds: [...new Set(patientIds)] })
  const past = Map.groupBy(
    rows.map((row) => ({ ...row, outcome: row.outcome as CallOutcome })),
    ({ patientId, teamId }) => `${patientId} ${teamId}`,
  )
  return (patientId, teamId) => past.get(`${patientId} ${teamId}`) ?? []
}

const readCalls = listQuery('past_calls', ['patientIds'], (db, { patientIds }) =>
  db
    .select({
      patientId: calls.patientId,
      teamId: calls.teamId,
      at: calls.calledAt,
      outcome: calls.outcome,
    })
    .from(calls)
    .where(inArray(calls.patientId, patientIds))
    .orderBy(calls.calledAt),
)
