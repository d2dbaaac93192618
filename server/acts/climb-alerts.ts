import { climbsAt, firstRung, nextRung } from '../../core/alerts/alert-ladder.ts'
import { type DueAlert, dueAlerts } from '../alerts/climbing.ts'
import { type Move, moveAlert } from '../alerts/moves.ts'
import { caringIn, readWatch, type Watch } from '../alerts/watch.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { enqueueAlertNotice, type Told } from '../outbox/alert-notice.ts'
import { followPrevious } from './follow-alert.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'definitions' | 'log'>

const AT_ONCE = 100

/**
 * Gives every alert that nobody was told of to whoever is named for it, and passes on what waited too long or is held
 * by somebody who no longer works in the team. What is due stands in the database and nowhere else, so that a restart
 * loses nothing; of several processes at once, one moves an alert. Gives how many moved.
 */
export async function climbAlerts(deps: Tools, atOnce = AT_ONCE): Promise<number> {
  let total = 0
  let last: DueAlert | undefined
  for (;;) {
    const due = await dueAlerts(deps.db, deps.now().toISOString(), { most: atOnce, after: last })
    const teams = await readTeams(
      deps,
      due.map(({ teamId }) => teamId),
    )
    for (const alert of due) if (await climbs(deps, alert, teams.get(alert.teamId))) total += 1
    last = due.at(-1)
    if (due.length < atOnce) return total
  }
}

type Team = { watch: Watch; caring: ReadonlySet<string> }

async function readTeams({ db, now }: Tools, teamIds: readonly string[]): Promise<Map<string, Team>> {
  const ids = [...new Set(teamIds)]
  const people = await caringIn(db, ids, now())
  const known = ids.map(async (id) => {
    const caring = new Set(people.filter(({ teamId }) => teamId === id).map((person) => person.id))
    return [id, { watch: await readWatch(db, id), caring }] as const
  })
  return new Map(await Promise.all(known))
}

/** One that cannot be moved does not hold up the others; it is tried again with the next round. */
const climbs = (deps: Tools, alert: DueAlert, team: Team | undefined): Promise<boolean> =>
  team && isDue(alert, team, deps.now().toISOString())
    ? climb(deps, alert, team).catch((error: unknown) => {
        const failure = error instanceof Error ? error.name : 'unknown'
        deps.log.error({ failure, alertId: alert.id }, 'an alert could not be passed on')
        return false
      })
    : Promise.resolve(false)

/** The database asked by the day of Greenwich who is at work; the team's own day decides. */
const isDue = ({ climbsAt, holderId }: DueAlert, { caring }: Team, now: string): boolean =>
  climbsAt === null || climbsAt <= now || (holderId !== null && !caring.has(holderId))

/** Moves one alert by one rung, with its mail and its line in the log; false where another process was first. */
async function climb(deps: Tools, alert: DueAlert, team: Team): Promise<boolean> {
  const { set } = await deps.definitions.version(alert.setVersionId)
  const rule = set.alerts.find(({ id }) => id === alert.rule)
  const { organisationId, teamId } = alert
  const move = nextMove(alert, team, deps.now().toISOString())
  return deps.db.transaction(async (tx) => {
    if (!(await moveAlert(tx, alert, move))) return false
    const isFirst = alert.rung === null
    const { rung, holderId, severity } = isFirst
      ? await followPrevious(tx, deps, { alert, rule, move, ...team })
      : { ...move, severity: alert.severity }
    for (const to of toldOf({ rung, holderId }, team, alert))
      await enqueueAlertNotice(tx, deps, { organisationId, teamId, severity, to, waits: !isFirst })
    await record(tx, deps, systemCtx(organisationId, 'alerts'), {
      action: 'U',
      type: isFirst ? 'alert.given' : 'alert.passed-on',
      patients: [alert.patientId],
      object: { type: 'alert', id: alert.id },
      detail: { rung, ...(holderId ? { staffId: holderId } : {}) },
    })
    return true
  })
}

/** Whose turn it is next, and until when. */
function nextMove(alert: DueAlert, { watch, caring }: Team, now: string): Move {
  const named = watch.duties.get(alert.rule)
  const able = (id: string | null | undefined) => (id && caring.has(id) ? id : null)
  const [owner, deputy] = [able(named?.ownerId), able(named?.deputyId)]
  const taker = able(alert.acknowledgedBy)
  if (alert.rung === null && taker) return takenMove(alert, taker, watch, now)
  const isTaken = alert.acknowledgedAt !== null
  const hasGone = alert.holderId !== null && !caring.has(alert.holderId)
  const isFresh = hasGone || alert.rung === null
  const next = isFresh
    ? firstRung({ owner: owner !== null, deputy: deputy !== null })
    : nextRung(alert.rung as Move['rung'], isTaken)
  const rung = next === 'deputy' && !deputy ? 'leads' : next
  const holderId =
    rung === 'owner' ? owner : rung === 'deputy' ? deputy : isTaken && !isFresh ? alert.holderId : null
  const office = { hours: watch.hours, zone: alert.zone, isTaken: isTaken && !isFresh }
  return { rung, holderId, isFresh, climbsAt: climbsAt(rung, alert, now, office) }
}

/** Taken up before anybody was told: it stays with whoever did. */
const takenMove = (alert: DueAlert, holderId: string, { hours }: Watch, now: string): Move => ({
  rung: 'owner',
  holderId,
  isFresh: false,
  climbsAt: climbsAt('owner', alert, now, { hours, zone: alert.zone, isTaken: true }),
})

/** A rule that nobody is named for is the whole team's. */
function toldOf(
  { rung, holderId }: Pick<Move, 'rung' | 'holderId'>,
  { watch }: Team,
  { rule }: DueAlert,
): Told[] {
  if (rung === 'administrators') return ['leads', 'administrators']
  if (holderId && rung !== 'leads') return [{ staffId: holderId }]
  return [watch.duties.get(rule)?.ownerId ? 'leads' : 'team']
}
