import { and, eq, exists, isNotNull, min, type SQL, sql } from 'drizzle-orm'
import {
  addFunnels,
  compareShares,
  describeFunnel,
  emptyFunnel,
  type FunnelCounts,
} from '../../core/funnel.ts'
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
  const counts = await countFunnel(db, team, { from: earlier.from, to: months.to })
  const of = (period: Months) => monthsOf(period).map((month) => counts.get(month) ?? emptyFunnel)
  const mine = of(months)
  const hidden = hiddenCells(mine.map(({ invited }) => invited))
  const total = describeFunnel(addFunnels(mine))
  const past = describeFunnel(addFunnels(of(earlier)))
  const move = (figure: 'started' | 'discussed') =>
    compareShares(total?.[figure].share ?? null, past?.[figure].share ?? null)
  return {
    ...months,
    months: monthsOf(months).map((id, place) => ({
      id,
      funnel: hidden[place] ? null : describeFunnel(mine[place] ?? emptyFunnel),
    })),
    total,
    before: { ...earlier, total: past },
    moves: { started: move('started'), discussed: move('discussed') },
  }
}

/** One question to the database: how far each invited assessment came, counted per month in the team's time zone. */
async function countFunnel(db: Tx, { id, zone }: Team, period: Months): Promise<Map<string, FunnelCounts>> {
  const invited = invitedAssessments(db, id)
  const submitted = isNotNull(responses.submittedAt)
  const opened = and(
    submitted,
    exists(db.select({ id: openings.id }).from(openings).where(eq(openings.responseId, responses.id))),
  )
  const discussed = and(opened, isNotNull(discussions.id))
  const each = db
    .select({
      month: monthAt(invited.sentAt, period, zone).as('month'),
      started: one(isNotNull(responses.id)).as('started'),
      completed: one(submitted).as('completed'),
      opened: one(opened).as('opened'),
      discussed: one(discussed).as('discussed'),
    })
    .from(invited)
    .leftJoin(responses, eq(responses.assessmentId, invited.assessmentId))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .as('each')
  const rows = await db
    .select({
      month: each.month,
      invited: sql`count(*)`.mapWith(Number),
      started: sql`sum(${each.started})`.mapWith(Number),
      completed: sql`sum(${each.completed})`.mapWith(Number),
      opened: sql`sum(${each.opened})`.mapWith(Number),
      discussed: sql`sum(${each.discussed})`.mapWith(Number),
    })
    .from(each)
    .where(isNotNull(each.month))
    .groupBy(each.month)
  return new Map(rows.map(({ month, ...counts }) => [month ?? '', counts]))
}

/** Assessments of the team for which an invitation went out, and when the first one did. */
const invitedAssessments = (db: Tx, teamId: string) =>
  db
    .select({ assessmentId: messageAssessments.assessmentId, sentAt: min(messages.sentAt).as('sent_at') })
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
    .groupBy(messageAssessments.assessmentId)
    .as('invited')

const one = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`

/** The local month of an instant, null outside of the period: months begin at midnight of the organisation. */
function monthAt(instant: SQL.Aliased | unknown, period: Months, zone: string): SQL<string | null> {
  const ends = monthsOf(period).map(
    (month) => sql`when ${instant} < ${startOfMonth(moveMonth(month, 1), zone)} then ${month}`,
  )
  return sql`case when ${instant} < ${startOfMonth(period.from, zone)} then null ${sql.join(ends, sql` `)} end`
}
