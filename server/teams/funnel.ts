import { and, count, countDistinct, eq, exists, isNotNull, min, type SQL, sql, sum } from 'drizzle-orm'
import { addFunnels, compareShares, describeFunnel, emptyFunnel } from '../../core/funnel.ts'
import { before, type Months, monthsOf, moveMonth, startOfMonth } from '../../core/months.ts'
import { hiddenCells } from '../../core/small-groups.ts'
import type { TeamFunnel } from '../../core/team-outcomes.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'
import type { Team } from './scope.ts'

/** From invited to discussed, per month of the first invitation, beside the same number of months before. */
export async function readFunnel(db: Tx, team: Team, months: Months): Promise<TeamFunnel> {
  const earlier = before(months)
  const each = eachInvited(db, team, { from: earlier.from, to: months.to })
  const counts = await countMonths(db, each)
  const people = await countPeople(db, each, months.from)
  const of = (period: Months) => monthsOf(period).map((month) => counts.get(month) ?? nobody)
  const mine = of(months)
  const hidden = hiddenCells(mine.map((month) => month.people))
  const total = describeFunnel(addFunnels(mine), people.now)
  const past = describeFunnel(addFunnels(of(earlier)), people.before)
  const move = (figure: 'started' | 'discussed') =>
    compareShares(total?.[figure].share ?? null, past?.[figure].share ?? null)
  return {
    ...months,
    months: monthsOf(months).map((id, place) => ({
      id,
      funnel: hidden[place] ? null : describeFunnel(mine[place] ?? nobody),
    })),
    total,
    before: { ...earlier, total: past },
    moves: { started: move('started'), discussed: move('discussed') },
  }
}

const nobody = { ...emptyFunnel, people: 0 }

/** How far each invited assessment came, with the month of its first invitation in the team's time zone. */
function eachInvited(db: Tx, { id, zone }: Team, period: Months) {
  const invited = invitedAssessments(db, id)
  const submitted = isNotNull(responses.submittedAt)
  const opened = and(
    submitted,
    exists(db.select({ id: openings.id }).from(openings).where(eq(openings.responseId, responses.id))),
  )
  return db
    .select({
      person: invited.person,
      month: monthAt(invited.sentAt, period, zone).as('month'),
      started: one(isNotNull(responses.id)).as('started'),
      completed: one(submitted).as('completed'),
      opened: one(opened).as('opened'),
      discussed: one(and(opened, isNotNull(discussions.id))).as('discussed'),
    })
    .from(invited)
    .leftJoin(responses, eq(responses.assessmentId, invited.assessmentId))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .as('each')
}
type Each = ReturnType<typeof eachInvited>

async function countMonths(db: Tx, each: Each) {
  const rows = await db
    .select({
      month: each.month,
      people: countDistinct(each.person).mapWith(Number),
      invited: count().mapWith(Number),
      started: sum(each.started).mapWith(Number),
      completed: sum(each.completed).mapWith(Number),
      opened: sum(each.opened).mapWith(Number),
      discussed: sum(each.discussed).mapWith(Number),
    })
    .from(each)
    .where(isNotNull(each.month))
    .groupBy(each.month)
  return new Map(rows.map(({ month, ...counts }) => [month ?? '', counts]))
}

/** How many different people were invited before a month, and from it on. */
async function countPeople(db: Tx, each: Each, from: string) {
  const past = sql<boolean>`${each.month} < ${from}`
  const [row] = await db
    .select({
      before: countDistinct(sql`case when ${past} then ${each.person} end`).mapWith(Number),
      now: countDistinct(sql`case when not ${past} then ${each.person} end`).mapWith(Number),
    })
    .from(each)
    .where(isNotNull(each.month))
  return row ?? { before: 0, now: 0 }
}

/** Assessments of the team for which an invitation went out, and when the first one did. */
const invitedAssessments = (db: Tx, teamId: string) =>
  db
    .select({
      assessmentId: messageAssessments.assessmentId,
      person: assessments.patientId,
      sentAt: min(messages.sentAt).as('sent_at'),
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(
      and(
        eq(assessments.teamId, teamId),
        eq(messageAssessments.kind, 'invitation'),
        isNotNull(messages.sentAt),
      ),
    )
    .groupBy(messageAssessments.assessmentId, assessments.patientId)
    .as('invited')

const one = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`

/** The local month of an instant, null outside of the period: months begin at midnight of the organisation. */
function monthAt(instant: SQL.Aliased<string | null>, period: Months, zone: string): SQL<string | null> {
  const ends = monthsOf(period).map(
    (month) => sql`when ${instant} < ${startOfMonth(moveMonth(month, 1), zone)} then ${month}`,
  )
  return sql`case when ${instant} < ${startOfMonth(period.from, zone)} then null ${sql.join(ends, sql` `)} end`
}
