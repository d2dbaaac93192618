import { and, countDistinct, eq, gte, inArray, lt } from 'drizzle-orm'
import type { SoulFigure } from '../../core/clinic-day.ts'
import { midnight, moveDate } from '../../core/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'

type Count = { n: number; of: number }
type Month = { from: string; until: string }

/** The two figures of our soul for the caller's teams, in the month of `today` (ISO date) and the month before. */
export async function readSoulFigures(db: Tx, ctx: Ctx, today: string, zone: string) {
  const month = today.slice(0, 7)
  const first = `${month}-01`
  const before = moveDate(first, '-P1M')
  const span = (start: string): Month => ({
    from: midnight(start, zone),
    until: midnight(moveDate(start, 'P1M'), zone),
  })
  const [started, startedBefore, discussed, discussedBefore] = await Promise.all([
    countStarted(db, ctx, span(first)),
    countStarted(db, ctx, span(before)),
    countDiscussed(db, ctx, span(first)),
    countDiscussed(db, ctx, span(before)),
  ])
  const figure = (now: Count, then: Count): SoulFigure => ({
    ...now,
    month,
    before: { month: before.slice(0, 7), share: then.of === 0 ? null : then.n / then.of },
  })
  return { started: figure(started, startedBefore), discussed: figure(discussed, discussedBefore) }
}

/** Of the assessments whose invitation was sent in the month: how many were begun. */
async function countStarted(db: Tx, ctx: Ctx, { from, until }: Month): Promise<Count> {
  const [row] = await db
    .select({ of: countDistinct(assessments.id), n: countDistinct(responses.id) })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(messages.organisationId, ctx.organisationId),
        eq(messages.kind, 'invitation'),
        gte(messages.sentAt, from),
        lt(messages.sentAt, until),
        inArray(assessments.teamId, [...ctx.teamIds]),
      ),
    )
  return row ?? { n: 0, of: 0 }
}

/** Of the responses that came in during the month: how many were both opened and discussed. */
async function countDiscussed(db: Tx, ctx: Ctx, { from, until }: Month): Promise<Count> {
  const [row] = await db
    .select({ of: countDistinct(responses.id), n: countDistinct(openings.responseId) })
    .from(responses)
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .leftJoin(openings, eq(openings.responseId, discussions.responseId))
    .where(
      and(
        inArray(responses.teamId, [...ctx.teamIds]),
        gte(responses.submittedAt, from),
        lt(responses.submittedAt, until),
      ),
    )
  return row ?? { n: 0, of: 0 }
}
