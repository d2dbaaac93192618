import type { TeamWatch, WatchedRule, WatchState } from '../../core/alerts/alert-desk.ts'
import { SAID_URGENT } from '../../core/alerts/alert-outcome.ts'
import { isSafetyRule } from '../../core/alerts/alerts.ts'
import { caringIn, type Duty, readWatch } from '../alerts/watch.ts'
import { recordRead } from '../audit/store.ts'
import { alertTitle } from '../clinic/alerts.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { leads } from '../staff/leads.ts'
import { none, readFigures } from './figures.ts'
import { ownTeam } from './own-team.ts'

const PERIOD_MS = 90 * 86_400_000

/** What one of the caller's teams watches for, who is named for it, and whether its alerts are worth having. */
export async function readTeamWatch(deps: Deps, ctx: Ctx, teamId: string): Promise<TeamWatch> {
  const { db, definitions } = deps
  const team = await ownTeam(db, ctx, teamId)
  const now = deps.now().toISOString()
  const since = new Date(deps.now().getTime() - PERIOD_MS).toISOString()
  const [version, watch, caring, figures, maySet] = await Promise.all([
    definitions.current(team.outcomeSet),
    readWatch(db, teamId),
    caringIn(db, [teamId], deps.now()),
    readFigures(db, teamId, { since, now }),
    leads(db, ctx, teamId, deps.now()),
  ])
  if (!version) throw notFound('outcome set')
  await recordRead(deps, ctx, { type: 'team.alert-duties-read', object: { type: 'team', id: teamId } })
  const people = new Map(caring.map(({ id, name }) => [id, { id, name }]))
  return {
    team: { id: team.id, name: team.name },
    hours: watch.hours,
    people: [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    maySet,
    rules: rulesOf(version).map((rule) => ({
      ...rule,
      ...standingOf(rule.isSafety, watch.duties.get(rule.rule), people),
      figures: figures.byRule.get(rule.rule) ?? none,
    })),
    since,
    questionnaires: figures.questionnaires,
    all: figures.all,
  }
}

type Rule = Omit<WatchedRule, 'state' | 'ownerId' | 'deputyId' | 'figures'>

const rulesOf = (version: SetVersion): Rule[] => [
  ...version.set.alerts.map((rule) => ({
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    respondWithin: rule.respondWithin,
    isSafety: isSafetyRule(rule, version.instruments),
  })),
  {
    rule: SAID_URGENT,
    title: alertTitle(version.set, SAID_URGENT),
    severity: 'urgent',
    respondWithin: 'P1D',
    isSafety: true,
  },
]

/** Who was named and has left is nobody any more; what was off before it became a safety rule is not off. */
function standingOf(isSafety: boolean, duty: Duty | undefined, people: ReadonlyMap<string, unknown>) {
  const able = (id: string | null | undefined) => (id && people.has(id) ? id : null)
  const [ownerId, deputyId] = [able(duty?.ownerId), able(duty?.deputyId)]
  const named: WatchState = ownerId && deputyId ? 'on' : isSafety ? 'unnamed' : 'everybody'
  return { ownerId, deputyId, state: duty?.isOff && !isSafety ? ('off' as const) : named }
}
