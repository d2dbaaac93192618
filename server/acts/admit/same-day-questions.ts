import { and, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { quarantine } from '../../db/schema/patients.ts'

// A second appointment of one kind on one day is kept as any other; that it is asked about is a row beside it, with its
// id in its own. So a move, a cancellation or a repeat never waits for the answer, and none can be undone by it.

export const questionId = (appointmentId: string): string => `qua_${appointmentId}_same-day`
export const appointmentOf = (question: string) => question.slice('qua_'.length, -'_same-day'.length)

/** Of these appointments those that nobody has said of that they count beside another of their day. */
export async function doubtedAppointments(
  tx: Tx,
  among: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  return new Set(
    await questionsAbout(tx, among, or(isNull(quarantine.resolvedAt), ne(quarantine.resolution, 'accepted'))),
  )
}

/** Of these appointments those that a person still is asked about. */
export const askedAppointments = (tx: Tx, among: readonly { id: string }[]): Promise<string[]> =>
  questionsAbout(tx, among, isNull(quarantine.resolvedAt))

async function questionsAbout(tx: Tx, among: readonly { id: string }[], which: ReturnType<typeof or>) {
  if (among.length === 0) return []
  const ids = among.map(({ id }) => questionId(id))
  const rows = await tx
    .select({ id: quarantine.id })
    .from(quarantine)
    .where(and(inArray(quarantine.id, ids), which))
  return rows.map(({ id }) => appointmentOf(id))
}

/** Takes back the questions about these appointments: there is no other on their day any more. */
export async function dropQuestions(tx: Tx, appointmentIds: readonly string[]): Promise<void> {
  if (appointmentIds.length === 0) return
  const ids = appointmentIds.map(questionId)
  await tx.delete(quarantine).where(and(inArray(quarantine.id, ids), isNull(quarantine.resolvedAt)))
}
