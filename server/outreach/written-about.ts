import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'

export type Written = Awaited<ReturnType<typeof readWritten>>[number]

export const isWaiting = ({ sentAt, failedAt }: Written) => sentAt === null && failedAt === null

/**
 * What was written about each of these assessments and counts, oldest first. A moved appointment begins anew: what went
 * before its window opened says nothing of this one.
 */
export async function writtenAbout(
  db: Tx,
  asked: readonly { assessmentId: string; opensAt: string }[],
): Promise<ReadonlyMap<string, Written[]>> {
  const opensAt = new Map(asked.map((one) => [one.assessmentId, one.opensAt]))
  const rows = await readWritten(db, [...opensAt.keys()])
  const counting = rows.filter(
    (one) => isWaiting(one) || one.createdAt >= (opensAt.get(one.assessmentId) ?? ''),
  )
  return Map.groupBy(counting, ({ assessmentId }) => assessmentId)
}

/** Whether the last approach was a text message that did not arrive, and that no mail takes over from. */
export const cameBack = (last: Written | undefined, hasNoMail: boolean): boolean =>
  last?.channel === 'sms' && last.failedAt !== null && (last.kind === 'fallback' || hasNoMail)

const readWritten = (db: Tx, ids: readonly string[]) =>
  db
    .select({
      assessmentId: messageAssessments.assessmentId,
      kind: messageAssessments.kind,
      channel: messages.channel,
      sentAt: messages.sentAt,
      failedAt: messages.failedAt,
      createdAt: messages.createdAt,
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .where(
      and(
        inArray(messageAssessments.assessmentId, [...ids, '']),
        isNull(messages.suppressedAt),
        // What was given up asked nobody; a text message that was has had its turn.
        or(isNull(messages.failedAt), isNotNull(messages.sentAt), eq(messages.channel, 'sms')),
      ),
    )
    .orderBy(messages.createdAt)
