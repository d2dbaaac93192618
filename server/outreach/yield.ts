import { and, count, eq, gte, isNotNull, isNull, min } from 'drizzle-orm'
import { isTellable } from '../../core/disclosure/small-groups.ts'
import { costPerAnswer } from '../../core/mail/outreach.ts'
import { type Estimate, shareWithInterval } from '../../core/statistics/intervals.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { links, messageAssessments, messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { calls } from '../db/schema/outreach.ts'
import type { Deps } from '../deps.ts'
import type { RuledTeam } from './rules.ts'

const DAYS = 180

/**
 * What one way of reaching people brought. `n`: questionnaires that nobody had begun when the first call was made (the
 * letter was posted, the text message or mail went); `opened` of those, by a person, or begun, null for calls; `started`
 * and `answered` of those, after it. `share` (0–1) is null for a small group. Cost in cents.
 */
type Brought = {
  times: number
  n: number
  opened: number | null
  started: number
  answered: number
  share: Estimate | null
  costPerAnswer: number | null
}
export type Yield = { days: number; mails: Brought; texts: Brought; letters: Brought; calls: Brought }

/** What each channel brought this team in the last half year: each questionnaire once per channel that was used for it. */
export async function yieldOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { id, rule }: RuledTeam,
): Promise<Yield> {
  const since = new Date(now().getTime() - DAYS * 86_400_000).toISOString()
  const progress = { startedAt: responses.startedAt, submittedAt: responses.submittedAt }
  const called = await db
    .select({ at: min(calls.calledAt), times: count(calls.id).mapWith(Number), ...progress })
    .from(calls)
    .leftJoin(responses, eq(responses.assessmentId, calls.assessmentId))
    .where(and(eq(calls.teamId, id), gte(calls.calledAt, since)))
    .groupBy(calls.assessmentId, responses.startedAt, responses.submittedAt)
  const written = await writtenSince(db, id, since)
  const by = (channel: string) => written.filter((one) => one.channel === channel)
  return {
    days: DAYS,
    mails: broughtBy(by('mail'), null),
    texts: broughtBy(by('sms'), rule.costOfText),
    letters: broughtBy(by('letter'), rule.costOfLetter),
    calls: { ...broughtBy(called, rule.costOfCall), opened: null },
  }
}

const writtenSince = (db: Tx, teamId: string, since: string) =>
  db
    .select({
      channel: messages.channel,
      at: min(messages.sentAt),
      openedAt: min(links.openedAt),
      times: count(messages.id).mapWith(Number),
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
    })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(links, and(eq(links.messageId, messages.id), eq(links.kind, 'answer')))
    .where(
      and(
        eq(assessments.teamId, teamId),
        isNotNull(messages.sentAt),
        isNull(messages.failedAt), // what came back reached nobody
        gte(messages.sentAt, since),
      ),
    )
    .groupBy(messages.channel, assessments.id, responses.startedAt, responses.submittedAt)

type Tried = {
  at: string | null
  times: number
  openedAt?: string | null
  startedAt: string | null
  submittedAt: string | null
}

function broughtBy(tried: readonly Tried[], cost: number | null): Brought {
  const notBegun = tried.filter(({ at, startedAt }) => !startedAt || startedAt > (at ?? ''))
  const n = notBegun.length
  const started = notBegun.filter(({ startedAt }) => startedAt !== null).length
  const answered = notBegun.filter(({ submittedAt }) => submittedAt !== null).length
  const times = tried.reduce((sum, one) => sum + one.times, 0)
  return {
    times,
    n,
    opened: notBegun.filter(({ openedAt, startedAt }) => openedAt || startedAt).length,
    started,
    answered,
    share: isTellable(n) ? shareWithInterval(started, n) : null,
    costPerAnswer: costPerAnswer({ n, started, answered }, times, cost),
  }
}
