import { and, eq, exists, inArray, isNull, notExists, type SQL } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments, messages, setPauses } from '../db/schema/messages.ts'

/** What the planner makes is held back while a set is paused; what somebody asked for themselves is not. */
const heldKinds = ['invitation', 'reminder', 'wanted-reminder'] as const

/** Asked first, and answered once for a whole statement: mostly nothing is paused. */
export const anyPause = (tx: Tx) =>
  tx.select({ id: setPauses.id }).from(setPauses).where(isNull(setPauses.resumedAt))

/** Whether a message waits for a pause to end: all that it is about belongs to paused outcome sets of its organisation. */
export function isHeld(tx: Tx): SQL {
  const pause = tx
    .select({ id: setPauses.id })
    .from(setPauses)
    .where(
      and(
        eq(setPauses.organisationId, messages.organisationId),
        eq(setPauses.outcomeSet, enrolments.outcomeSet),
        isNull(setPauses.resumedAt),
      ),
    )
  const about = (condition: SQL) =>
    tx
      .select({ id: messageAssessments.id })
      .from(messageAssessments)
      .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
      .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
      .where(and(eq(messageAssessments.messageId, messages.id), condition))
  return and(
    inArray(messages.kind, [...heldKinds]),
    exists(about(exists(pause))),
    notExists(about(notExists(pause))),
  ) as SQL
}

/** The outcome sets that are paused now, of all organisations, as 'organisation set'. */
export async function pausedSets(db: Tx): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ organisationId: setPauses.organisationId, outcomeSet: setPauses.outcomeSet })
    .from(setPauses)
    .where(isNull(setPauses.resumedAt))
  return new Set(rows.map(pauseKey))
}

export const pauseKey = ({ organisationId, outcomeSet }: { organisationId: string; outcomeSet: string }) =>
  `${organisationId} ${outcomeSet}`

/** Which of these messages wait for a pause to end. */
export async function heldAmong(db: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(inArray(messages.id, [...ids, '']), isHeld(db)))
  return new Set(rows.map(({ id }) => id))
}
