import { and, count, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm'
import type { AlertFigures } from '../../core/alerts/alert-desk.ts'
import { actedUpon, RENEWED } from '../../core/alerts/alert-outcome.ts'
import type { Tx } from '../db/database.ts'
import { alerts, responses } from '../db/schema/outcomes.ts'

export const none: AlertFigures = { raised: 0, closed: 0, acted: 0, inTime: 0, due: 0 }

/** How many alerts a team had since an instant, by rule, what became of them, and on how many questionnaires. */
export async function readFigures(db: Tx, teamId: string, { since, now }: { since: string; now: string }) {
  const [rows, questionnaires] = await Promise.all([
    db
      .select({
        rule: alerts.rule,
        raised: count().mapWith(Number),
        closed: times(sql`${isNotNull(alerts.closedAt)} and ${alerts.outcomeCode} <> ${RENEWED}`),
        acted: times(inArray(alerts.outcomeCode, [...actedUpon])),
        inTime: times(sql`${alerts.acknowledgedAt} <= ${alerts.respondBy}`),
        due: times(sql`${isNotNull(alerts.acknowledgedAt)} or ${alerts.respondBy} <= ${now}`),
      })
      .from(alerts)
      .where(and(eq(alerts.teamId, teamId), gte(alerts.raisedAt, since)))
      .groupBy(alerts.rule),
    db.$count(responses, and(eq(responses.teamId, teamId), gte(responses.submittedAt, since))),
  ])
  const byRule = new Map(rows.map(({ rule, ...figures }): [string, AlertFigures] => [rule, figures]))
  return { byRule, all: rows.reduce<AlertFigures>(plus, none), questionnaires }
}

const times = (holds: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(case when ${holds} then 1 else 0 end), 0)`.mapWith(Number)

const plus = (a: AlertFigures, b: AlertFigures): AlertFigures => ({
  raised: a.raised + b.raised,
  closed: a.closed + b.closed,
  acted: a.acted + b.acted,
  inTime: a.inTime + b.inTime,
  due: a.due + b.due,
})
