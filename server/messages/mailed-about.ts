import { and, count, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Mailed } from '../../core/reminders.ts'
import type { Tx } from '../db/database.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'

/** `waiting`: a mail about the assessment has been written and neither gone nor been given up. */
type MailedSoFar = Mailed & { waiting: boolean }

export const nothingYet: MailedSoFar = { lastAt: null, invitations: 0, reminders: 0, waiting: false }

const isWaiting = and(isNull(messages.sentAt), isNull(messages.suppressedAt), isNull(messages.failedAt))

/** What was mailed about each of these assessments; those without any mail are not in it. */
export async function mailedAbout(db: Tx, ids: string[]): Promise<ReadonlyMap<string, MailedSoFar>> {
  const rows = await db
    .select({
      assessmentId: messageAssessments.assessmentId,
      kind: messageAssessments.kind,
      lastAt: max(messages.createdAt),
      times: count().mapWith(Number),
      waiting: sql`sum(case when ${isWaiting} then 1 else 0 end)`.mapWith(Number),
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .where(inArray(messageAssessments.assessmentId, ids))
    .groupBy(messageAssessments.assessmentId, messageAssessments.kind)
  const found = new Map<string, MailedSoFar>()
  for (const { assessmentId, kind, lastAt, times, waiting } of rows) {
    const before = found.get(assessmentId) ?? nothingYet
    found.set(assessmentId, {
      lastAt: [before.lastAt ?? '', lastAt ?? ''].toSorted().at(-1) ?? null,
      invitations: kind === 'invitation' ? times : before.invitations,
      reminders: kind === 'reminder' ? times : before.reminders,
      waiting: before.waiting || waiting > 0,
    })
  }
  return found
}
