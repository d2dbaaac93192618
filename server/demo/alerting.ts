import { and, inArray, isNull, lt, sql } from 'drizzle-orm'
import { finishAlert, takeAlert } from '../consults/answer-alert.ts'
import { listQuery } from '../db/list-query.ts'
import { alerts } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import type { AskedOf } from './answering.ts'
import { nurseOf, type SeededTeam } from './people.ts'

const DAY_MS = 86_400_000
/** A team takes an alert up after a day, on the first workday after, and has answered it after this many; an urgent one at once. */
const ANSWERED_AFTER = 4
/** Shortly before the present people have setbacks, until each team has this many alerts that nobody took up. */
const LATELY = 4
const ENOUGH = 2

/** Somebody is much worse than before, and may say that it cannot wait. */
export type Setback = { urgent: boolean }

/**
 * Of those who answer on a day shortly before the present, the first of each team that has few alerts left: whoever
 * opens the demo finds some to answer. By assessment. On the last days one of them cannot wait.
 */
export async function setbacksAmong(
  deps: Deps,
  teams: readonly SeededTeam[],
  answering: readonly AskedOf[],
  daysAgo: number,
): Promise<ReadonlyMap<string, Setback>> {
  if (daysAgo > LATELY) return new Map()
  const now = deps.now().toISOString()
  const open = (await openAlerts(deps.db, idsOf(teams), { until: now })).filter(isFree)
  const firsts = [...Map.groupBy(answering, ({ teamId }) => teamId)].flatMap(([id, [first]]) =>
    first && open.filter(({ teamId }) => teamId === id).length < ENOUGH ? [first.assessmentId] : [],
  )
  const isUrgentDue = !isFollowedByWork(now, daysAgo) && !open.some((alert) => staysUrgent(alert, now))
  const urgent = isUrgentDue ? (firsts[0] ?? answering[0]?.assessmentId) : undefined
  const chosen = urgent === undefined ? firsts : [urgent, ...firsts]
  return new Map(chosen.map((id) => [id, { urgent: id === urgent }]))
}

const dayAfter = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY_MS)
const isWorkday = (at: Date) => ![0, 6].includes(at.getUTCDay())

/** Whether a workday lies between this day and the present: then what is urgent is answered before anybody sees it. */
const isFollowedByWork = (now: string, daysAgo: number) =>
  Array.from({ length: daysAgo - 1 }, (_, place) => dayAfter(now, place + 1)).some(isWorkday)

/** An urgent alert of yesterday or before is answered later on a workday. */
const staysUrgent = ({ severity, raisedAt }: { severity: string; raisedAt: string }, now: string) =>
  severity === 'urgent' && !(isWorkday(dayAfter(now, 0)) && raisedAt <= dayAfter(now, -1).toISOString())

/** What came before today is taken up by the team's nurse; what is urgent, or waited long enough, is finished. */
export async function answerAlerts(deps: Deps, teams: readonly SeededTeam[]) {
  const now = deps.now().toISOString()
  const answeredBefore = dayAfter(now, -ANSWERED_AFTER).toISOString()
  const spans = { until: dayAfter(now, -1).toISOString() }
  for (const alert of await openAlerts(deps.db, idsOf(teams), spans)) {
    const ctx = nurseOf(teams, alert.teamId)
    if (!ctx) continue
    if (isFree(alert)) await takeAlert(deps, ctx, alert.id)
    if (alert.severity === 'urgent' || alert.raisedAt < answeredBefore)
      await finishAlert(deps, ctx, { alertId: alert.id, code: 'contacted', note: 'Gebeld en besproken.' })
  }
}

const isFree = ({ acknowledgedAt }: { acknowledgedAt: string | null }) => acknowledgedAt === null

const idsOf = (teams: readonly SeededTeam[]) => ({ teamIds: teams.map(({ id }) => id) })

const openAlerts = listQuery('demo_alerts', ['teamIds'], (db, { teamIds }) =>
  db
    .select({
      id: alerts.id,
      teamId: alerts.teamId,
      severity: alerts.severity,
      raisedAt: alerts.raisedAt,
      acknowledgedAt: alerts.acknowledgedAt,
    })
    .from(alerts)
    .where(
      and(
        inArray(alerts.teamId, teamIds),
        isNull(alerts.closedAt),
        lt(alerts.raisedAt, sql.placeholder('until')),
      ),
    ),
)
