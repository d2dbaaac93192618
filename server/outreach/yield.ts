import { and, count, eq, gte, isNotNull, min } from 'drizzle-orm'
import { type Estimate, shareWithInterval } from '../../core/intervals.ts'
import { costPerAnswer } from '../../core/outreach.ts'
import { isTellable } from '../../core/small-groups.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { calls } from '../db/schema/outreach.ts'
import type { Deps } from '../deps.ts'
import type { RuledTeam } from './rules.ts'

const DAYS = 180

/**
 * What one way of reaching people brought. `n`: questionnaires that nobody had begun when the first call was made (the
 * letter was posted); `started` and `answered` of those, after it. `share` (0–1) is null for a small group. Cost in
 * cents.
 */
type Brought = {
  times: number
  n: number
  started: number
  answered: number
  share: Estimate | null
  costPerAnswer: number | null
}
export type Yield = { days: number; calls: Brought; letters: Brought }

/** What calling and writing brought this team in the last half year. */
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
  const written = await db
    .select({ at: min(messages.sentAt), times: count(messages.id).mapWith(Number), ...progress })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.teamId, id),
        eq(messages.channel, 'letter'),
        isNotNull(messages.sentAt),
        gte(messages.sentAt, since),
      ),
    )
    .groupBy(assessments.id, responses.startedAt, responses.submittedAt)
  return {
    days: DAYS,
    calls: broughtBy(called, rule.costOfCall),
    letters: broughtBy(written, rule.costOfLetter),
  }
}

type Tried = { at: string | null; times: number; startedAt: string | null; submittedAt: string | null }

function broughtBy(tried: readonly Tried[], cost: number | null): Brought {
  const notBegun = tried.filter(({ at, startedAt }) => !startedAt || startedAt > (at ?? ''))
  const n = notBegun.length
  const started = notBegun.filter(({ startedAt }) => startedAt !== null).length
  const answered = notBegun.filter(({ submittedAt }) => submittedAt !== null).length
  const times = tried.reduce((sum, one) => sum + one.times, 0)
  return {
    times,
    n,
    started,
    answered,
    share: isTellable(n) ? shareWithInterval(started, n) : null,
    costPerAnswer: costPerAnswer({ n, started, answered }, times, cost),
  }
}
