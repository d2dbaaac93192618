import { SAID_URGENT } from '../../core/alerts/alert-outcome.ts'
import { isSafetyRule } from '../../core/alerts/alerts.ts'
import { areHours, type OfficeHours } from '../../core/time/office-hours.ts'
import { caringIn } from '../alerts/watch.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { alertDuties, officeHours } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { notFound, Problem, refused } from '../http/problem.ts'
import { leads } from '../staff/leads.ts'
import { ownTeam } from './own-team.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

type NewDuty = { isOff: boolean; ownerId: string | null; deputyId: string | null }

/**
 * The team's lead names who answers a rule, or switches it off. A safety rule is switched on by naming two people of
 * the team, and by nothing else: 422 'nobody_responsible', and 'safety_rule' for switching one off. 403 for who leads
 * another team only; 422 'same_person', 'not_in_team'.
 */
export async function setDuty(
  deps: Tools,
  ctx: Ctx,
  { teamId, rule }: { teamId: string; rule: string },
  duty: NewDuty,
): Promise<void> {
  await mustLead(deps, ctx, teamId)
  await mustBePossible(deps, ctx, { teamId, rule }, duty)
  const change = { ...duty, changedBy: ctx.actor.id, changedAt: deps.now().toISOString() }
  await deps.db.transaction(async (tx) => {
    await tx
      .insert(alertDuties)
      .values({ id: deps.newId('adu'), teamId, rule, ...change })
      .onConflictDoUpdate({ target: [alertDuties.teamId, alertDuties.rule], set: change })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'team.alert-duty-changed',
      object: { type: 'team', id: teamId },
      detail: { rule, ...duty },
    })
  })
}

async function mustBePossible(
  deps: Tools,
  ctx: Ctx,
  { teamId, rule }: { teamId: string; rule: string },
  { isOff, ownerId, deputyId }: NewDuty,
) {
  const isSafety = await safetyOf(deps, ctx, teamId, rule)
  if (isOff && isSafety) throw refused('safety_rule', 'A safety rule cannot be switched off')
  const isNamed = ownerId !== null && deputyId !== null
  if ((isSafety && !isNamed) || (ownerId === null) !== (deputyId === null))
    throw refused('nobody_responsible', 'Name who answers this, and who does when they cannot')
  if (!isNamed) return
  if (ownerId === deputyId) throw refused('same_person', 'Somebody else is the deputy')
  const team = new Set((await caringIn(deps.db, [teamId], deps.now())).map(({ id }) => id))
  if (!team.has(ownerId) || !team.has(deputyId))
    throw refused('not_in_team', 'Both give care in this team today')
}

async function safetyOf({ db, definitions }: Tools, ctx: Ctx, teamId: string, rule: string) {
  if (rule === SAID_URGENT) return true
  const version = await definitions.current((await ownTeam(db, ctx, teamId)).outcomeSet)
  const known = version?.set.alerts.find(({ id }) => id === rule)
  if (!version || !known) throw notFound('rule')
  return isSafetyRule(known, version.instruments)
}

/** When the team answers what comes in; for alerts that are raised from now on. 422 'office_hours' for none. */
export async function setHours(deps: Tools, ctx: Ctx, teamId: string, hours: OfficeHours): Promise<void> {
  await mustLead(deps, ctx, teamId)
  const given = { ...hours, days: [...new Set(hours.days)].toSorted((a, b) => a - b) }
  if (!areHours(given)) throw refused('office_hours', 'Give at least one day, and at least an hour of it')
  await deps.db.transaction(async (tx) => {
    await tx
      .insert(officeHours)
      .values({ id: deps.newId('ofh'), teamId, ...given })
      .onConflictDoUpdate({ target: officeHours.teamId, set: given })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'team.office-hours-changed',
      object: { type: 'team', id: teamId },
      detail: given,
    })
  })
}

async function mustLead(deps: Tools, ctx: Ctx, teamId: string) {
  await ownTeam(deps.db, ctx, teamId)
  if (!(await leads(deps.db, ctx, teamId, deps.now())))
    throw new Problem(403, 'forbidden', 'Only the lead of this team does this')
}
