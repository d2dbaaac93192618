import { z } from 'zod'
import { cutBy } from '../../core/figures/team-outcomes.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { askBeside } from './beside/ask.ts'
import { forViewer, whoseOwn } from './outcomes.ts'
import { chosenMonths, periodShape } from './period.ts'
import { type Team, visibleTeam } from './scope.ts'

const choice = z.string().max(64).optional()

/** What can be asked of a team's page: months, scale, moment; one group, or cut by one property. */
export const outcomesShape = periodShape.extend({
  measure: choice,
  moment: choice,
  who: z.string().max(128).optional(),
  by: z.enum(cutBy).optional(),
})

/** A team's page as this reader may see it (404 for a team of others), with what the log says was looked at. */
export async function askOutcomes(
  deps: Deps,
  ctx: Ctx,
  teamId: string,
  { from, to, ...asked }: z.output<typeof outcomesShape>,
) {
  const team = await visibleTeam(deps.db, ctx, teamId)
  const months = chosenMonths({ from, to }, deps, team.zone)
  const staffId = whoseOwn(asked, ctx)
  const worked = await askBeside(deps, 'outcomes', { team, months, asked, staffId })
  const outcomes = forViewer(worked, ctx)
  const { measure, who } = outcomes
  const detail = { ...months, measure, ...(who ? { who: asked.who } : {}) }
  return { team, months, outcomes, detail }
}

/** From invited to discussed over these months. */
export async function askFunnel(deps: Deps, team: Team, months: { from: string; to: string }) {
  const funnel = (await askBeside(deps, 'funnels', { teams: [team], months })).get(team.id)
  if (!funnel) throw new Error(`No funnel of ${team.id}`)
  return funnel
}
