import {
  and,
  count,
  countDistinct,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  min,
  not,
  notExists,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { emptyFunnel, type FunnelCounts } from '../../core/figures/funnel.ts'
import { type Months, monthsOf, moveMonth, startOfMonth } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'
import { type Instant, objectsInMonth } from '../patients/objections.ts'
import { ownAppointment, talkIsToCome } from './talk-to-come.ts'

/** Whose invitations, in which months of which time zone, and how they stand at which instant. */
export type Asked = { teamIds: readonly string[]; zone: string; months: Months; now: string }
/**
 * The funnel of those who were first invited in one month; `people` counts each person once, `duePeople` those behind the
 * due. `mayStart` and `mayComplete`: who did not, and still can.
 */
export type MonthOfFunnel = FunnelCounts & Record<'people' | 'duePeople' | 'mayStart' | 'mayComplete', number>

export const nobodyInvited: MonthOfFunnel = {
  ...emptyFunnel,
  people: 0,
  duePeople: 0,
  mayStart: 0,
  mayComplete: 0,
}

/** How far the invited of each team came, per month of the first invitation; where nobody was invited is not there. */
export async function countFunnels(
  db: Tx,
  asked: Asked,
): Promise<Map<string, ReadonlyMap<string, MonthOfFunnel>>> {
  const each = eachInvited(db, asked)
  const rows = await db
    .select({
      team: each.team,
      month: each.month,
      people: countDistinct(each.person).mapWith(Number),
      duePeople: countDistinct(sql`case when ${each.due} = 1 then ${each.person} end`).mapWith(Number),
      mayStart: sum(each.mayStart).mapWith(Number),
      mayComplete: sum(each.mayComplete).mapWith(Number),
      invited: count().mapWith(Number),
      started: sum(each.started).mapWith(Number),
      completed: sum(each.completed).mapWith(Number),
      due: sum(each.due).mapWith(Number),
      opened: sum(each.opened).mapWith(Number),
      discussed: sum(each.discussed).mapWith(Number),
      declined: sum(each.declined).mapWith(Number),
    })
    .from(each)
    .groupBy(each.team, each.month)
  const byTeam = Map.groupBy(rows, ({ team }) => team)
  return new Map(
    [...byTeam].map(([id, some]) => [
      id,
      new Map(some.map(({ team: _team, month, ...counts }) => [month, counts])),
    ]),
  )
}

/** Who was first invited to something by which team in which month; each person once a month. */
export function readInvited(
  db: Tx,
  asked: Asked,
): Promise<{ team: string; person: string; month: string }[]> {
  const each = eachInvited(db, asked)
  return db.selectDistinct({ team: each.team, person: each.person, month: each.month }).from(each)
}

/** How far each invited assessment came, with the month of its first invitation. */
function eachInvited(db: Tx, asked: Asked) {
  const invited = firstInvitations(db, asked)
  const isOpen = and(isNull(invited.withdrawnAt), gt(invited.closesAt, asked.now))
  const submitted = isNotNull(responses.submittedAt)
  const due = and(submitted, or(isNotNull(discussions.id), not(talkIsToCome(db, asked))))
  const opened = and(
    due,
    exists(db.select({ id: openings.id }).from(openings).where(eq(openings.responseId, responses.id))),
  )
  return db
    .select({
      team: invited.team,
      person: invited.person,
      month: monthAt(invited.sentAt, asked).as('month'),
      started: one(isNotNull(responses.id)).as('started'),
      mayStart: one(and(isNull(responses.id), isOpen)).as('may_start'),
      mayComplete: one(and(isNull(responses.submittedAt), isOpen)).as('may_complete'),
      completed: one(submitted).as('completed'),
      due: one(due).as('due'),
      opened: one(opened).as('opened'),
      discussed: one(and(opened, isNotNull(discussions.id))).as('discussed'),
      declined: one(and(isNotNull(invited.declinedAt), isNull(responses.submittedAt))).as('declined'),
    })
    .from(invited)
    .leftJoin(responses, eq(responses.assessmentId, invited.assessmentId))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .leftJoin(
      ownAppointment,
      and(eq(ownAppointment.id, invited.appointmentId), eq(ownAppointment.status, 'booked')),
    )
    .where(not(objectsInMonth(db, invited.person, invited.sentAt, (instant) => monthAt(instant, asked))))
    .as('each')
}

/** Assessments of the teams whose first invitation went out in the period, and when it did. */
function firstInvitations(db: Tx, { teamIds, zone, months: { from, to } }: Asked) {
  const start = startOfMonth(from, zone)
  const mail = alias(messages, 'earlier_mail')
  const about = alias(messageAssessments, 'earlier_about')
  const earlier = db
    .select({ id: about.id })
    .from(about)
    .innerJoin(mail, eq(mail.id, about.messageId))
    .where(and(eq(about.assessmentId, assessments.id), eq(about.kind, 'invitation'), lt(mail.sentAt, start)))
  return db
    .select({
      assessmentId: messageAssessments.assessmentId,
      team: assessments.teamId,
      person: assessments.patientId,
      declinedAt: assessments.declinedAt,
      withdrawnAt: assessments.withdrawnAt,
      closesAt: assessments.closesAt,
      appointmentId: assessments.appointmentId,
      sentAt: min(messages.sentAt).as('sent_at'),
    })
    .from(messages)
    .innerJoin(messageAssessments, eq(messageAssessments.messageId, messages.id))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(
      and(
        gte(messages.sentAt, start),
        lt(messages.sentAt, startOfMonth(moveMonth(to, 1), zone)),
        eq(messageAssessments.kind, 'invitation'),
        inArray(assessments.teamId, [...teamIds]),
        notExists(earlier),
      ),
    )
    .groupBy(
      messageAssessments.assessmentId,
      assessments.teamId,
      assessments.patientId,
      assessments.declinedAt,
      assessments.withdrawnAt,
      assessments.closesAt,
      assessments.appointmentId,
    )
    .as('invited')
}

const one = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`

/** The local month of an instant in the period: months begin at midnight of the organisation. */
function monthAt(instant: Instant, { months, zone }: Asked): SQL<string> {
  const ends = monthsOf(months).map(
    (month) => sql`when ${instant} < ${startOfMonth(moveMonth(month, 1), zone)} then ${month}`,
  )
  return sql`case ${sql.join(ends, sql` `)} end`
}
