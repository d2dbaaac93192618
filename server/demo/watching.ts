import { SAID_URGENT } from '../../core/alerts/alert-outcome.ts'
import { isSafetyRule } from '../../core/alerts/alerts.ts'
import { setDuty } from '../alert-desk/duties.ts'
import type { Deps } from '../deps.ts'
import type { SeededTeam } from './people.ts'

/** Each team's lead names two people for its safety rules and for what patients call urgent; the rest is everybody's. */
export async function nameWatchers(deps: Deps, teams: readonly SeededTeam[]) {
  for (const { id: teamId, outcomeSet, people } of teams) {
    const lead = people.find(({ ctx }) => ctx.roles.includes('team-lead'))
    const [owner, deputy] = people
    const version = await deps.definitions.current(outcomeSet)
    if (!lead || !owner || !deputy || !version) continue
    const safety = version.set.alerts.filter((rule) => isSafetyRule(rule, version.instruments))
    const duty = { isOff: false, ownerId: owner.ctx.actor.id, deputyId: deputy.ctx.actor.id }
    for (const rule of [...safety.map(({ id }) => id), SAID_URGENT])
      await setDuty(deps, lead.ctx, { teamId, rule }, duty)
  }
}
