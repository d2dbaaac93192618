import { and, count, eq, gte, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import type { Written } from '../../core/mail/coming-mail.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'

/**
 * `waiting`: a mail about the assessment has been written and neither gone nor been given up. `invitedAt`: when an
 * invitation last went. `beyondMail`: another channel has taken over, was the first, or was given up, in the window of
 * today. `textFailedAt`: when the last text message of this window was written that did not arrive. `fallbacks`: how
 * many were ever written.
 */
export type MailedSoFar = Written & { waiting: boolean; textFailedAt: string | null; fallbacks: number }

export const nothingYet: MailedSoFar = {
  lastAt: null,
  invitations: 0,
  reminders: 0,
  waiting: false,
  invitedAt: null,
  beyondMail: false,
  textFailedAt: null,
  fallbacks: 0,
}

const isWaiting = and(isNull(messages.sentAt), isNull(messages.suppressedAt), isNull(messages.failedAt))

// A mail that was given up or held back asked nobody anything. A reminder that a newer one covers did its part.
const counts = and(
  isNull(messages.failedAt),
  or(isNull(messages.suppressedAt), eq(messages.why, 'newer-reminder')),
)

// A text message that was given up has had its turn: otherwise it would be written again each day.
const inWindow = gte(messages.createdAt, assessments.opensAt)
const hadItsTurn = and(ne(messages.channel, 'mail'), or(counts, isNotNull(messages.failedAt)), inWindow)
const textFailed = and(eq(messages.channel, 'sms'), isNotNull(messages.failedAt), inWindow)

// Who chose the hour of a reminder needs no other one before it.
const reminds = sql`case when ${messages.kind} = 'wanted-reminder' then ${messages.dueAt} else ${messages.createdAt} end`

/** What was mailed about each of these assessments; those without any mail are not in it. */
export async function mailedAbout(db: Tx, ids: string[]): Promise<ReadonlyMap<string, MailedSoFar>> {
  const rows = await readMailed(db, { ids })
  const found = new Map<string, MailedSoFar>()
  for (const { assessmentId, kind, times, waiting, sentAt, beyondMail, ...row } of rows) {
    const before = found.get(assessmentId) ?? nothingYet
    found.set(assessmentId, {
      lastAt: latest(before.lastAt, row.lastAt),
      invitations: kind === 'invitation' ? times : before.invitations,
      reminders: kind === 'reminder' ? times : before.reminders,
      waiting: before.waiting || waiting > 0,
      invitedAt: kind === 'invitation' ? sentAt : before.invitedAt,
      beyondMail: before.beyondMail || beyondMail > 0,
      textFailedAt: latest(before.textFailedAt, row.textFailedAt),
      fallbacks: kind === 'fallback' ? times : before.fallbacks,
    })
  }
  return found
}

/** The later of two instants, where there is one. */
export const latest = (one: string | null, other: string | null): string | null =>
  [one, other]
    .filter((at) => at !== null)
    .toSorted()
    .at(-1) ?? null

const readMailed = listQuery('mailed_about', ['ids'], (db, { ids }) =>
  db
    .select({
      assessmentId: messageAssessments.assessmentId,
      kind: messageAssessments.kind,
      lastAt: sql<string | null>`max(case when ${counts} then ${reminds} end)`,
      sentAt: sql<string | null>`max(case when ${counts} then ${messages.sentAt} end)`,
      beyondMail: sql`sum(case when ${hadItsTurn} then 1 else 0 end)`.mapWith(Number),
      textFailedAt: sql<string | null>`max(case when ${textFailed} then ${messages.createdAt} end)`,
      times: count().mapWith(Number),
      waiting: sql`sum(case when ${isWaiting} then 1 else 0 end)`.mapWith(Number),
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(inArray(messageAssessments.assessmentId, ids))
    .groupBy(messageAssessments.assessmentId, messageAssessments.kind),
)
