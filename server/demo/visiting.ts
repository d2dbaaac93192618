import { and, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import { readBooked } from '../clinic/booked.ts'
import { readAlarmed } from '../clinic/results.ts'
import { readTriage } from '../clinic/triage.ts'
import type { Ctx } from '../ctx.ts'
import { listQuery } from '../db/list-query.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { Deps } from '../deps.ts'
import { decideVisit } from '../triage/decide.ts'
import { arrangeVisit } from '../triage/work.ts'
import { nurseOf, type SeededTeam, ZONE } from './people.ts'
import { chanceOf } from './random.ts'

const DAY_MS = 86_400_000
/** Visits are decided about so many days ahead, and arranged a day later. */
const AHEAD = 4
const FOLLOWED = 0.85

/** Where the team sorts visits: what is proposed for the next days is decided, what was decided yesterday arranged. */
export async function decideVisits(deps: Deps, teams: readonly SeededTeam[]) {
  for (const { id } of teams) {
    const nurse = nurseOf(teams, id)
    if (!nurse) continue
    await arrangeSome(deps, { ...nurse, teamIds: [id] })
    await decideSome(deps, { ...nurse, teamIds: [id] })
  }
}

async function decideSome(deps: Deps, ctx: Ctx) {
  const { db, definitions, now } = deps
  const between = { from: now().toISOString(), until: later(deps, AHEAD) }
  const booked = await readBooked(db, ctx, between, { who: null, zone: ZONE })
  const answered = booked.filter(({ recent }) => recent.length > 0)
  const versions = await definitions.versions(answered.map(({ setVersionId }) => setVersionId))
  const sorted = answered.flatMap((visit) => {
    const version = versions.get(visit.setVersionId)
    return version?.set.triage ? [{ ...visit, version }] : []
  })
  if (sorted.length === 0) return
  const { alertsOf } = await readAlarmed(db, ctx)
  const visits = sorted.map((visit) => ({
    ...visit,
    openAlerts: alertsOf.get(visit.enrolmentId)?.length ?? 0,
  }))
  for (const [appointmentId, { proposal, decided }] of await readTriage(db, visits)) {
    if (decided || proposal === 'visit') continue
    const form = chanceOf(`visit ${appointmentId}`).happens(FOLLOWED) ? proposal : 'visit'
    await decideVisit(deps, ctx, { appointmentId, form })
  }
}

async function arrangeSome(deps: Deps, ctx: Ctx) {
  const at = { now: deps.now().toISOString(), before: later(deps, -0.5) }
  for (const { appointmentId } of await toArrange(deps.db, { teamIds: ctx.teamIds }, at))
    await arrangeVisit(deps, ctx, { appointmentId, arranged: true })
}

const later = ({ now }: Deps, days: number) => new Date(now().getTime() + days * DAY_MS).toISOString()

const toArrange = listQuery('demo_to_arrange', ['teamIds'], (db, { teamIds }) =>
  db
    .select({ appointmentId: visitDecisions.appointmentId })
    .from(visitDecisions)
    .where(
      and(
        inArray(visitDecisions.teamId, teamIds),
        gt(visitDecisions.visitAt, sql.placeholder('now')),
        lt(visitDecisions.decidedAt, sql.placeholder('before')),
        ne(visitDecisions.decision, 'visit'),
        isNull(visitDecisions.arrangedAt),
      ),
    ),
)

/** Of these visits, those that the patient need not come to. */
export const leftOut = listQuery('demo_left_out', ['appointmentIds'], (db, { appointmentIds }) =>
  db
    .select({ appointmentId: visitDecisions.appointmentId })
    .from(visitDecisions)
    .where(and(inArray(visitDecisions.appointmentId, appointmentIds), eq(visitDecisions.decision, 'skip'))),
)
