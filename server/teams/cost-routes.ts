import { Hono } from 'hono'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { leads } from '../staff/leads.ts'
import { readCosts } from './costs.ts'
import { chosenMonths, periodShape } from './period.ts'
import { PricesInput, setPrices } from './prices.ts'
import { ledTeam, visibleTeam } from './scope.ts'

/** Costs beside outcomes, within one organisation. */
export const costRoutes = (deps: Deps) => {
  const today = () => deps.now().toISOString().slice(0, 10)
  return new Hono<Session>()
    .get('/:teamId/costs', allow('cohort:read'), valid('query', periodShape), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const months = chosenMonths(c.req.valid('query'), deps, team.zone)
      const costs = await readCosts(deps, team, months)
      await recordRead(deps, c.var.ctx, {
        type: 'team.costs-read',
        object: { type: 'team', id: team.id },
        detail: months,
      })
      return c.json({ ...costs, maySteer: await leads(deps.db, c.var.ctx, team.id, today()) })
    })
    .put('/:teamId/prices', allow('team:steer'), valid('json', PricesInput), async (c) => {
      const team = await ledTeam(deps.db, c.var.ctx, c.req.param('teamId'), today())
      const version = await deps.definitions.current(team.outcomeSet)
      if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
      await setPrices(deps, c.var.ctx, team, version, c.req.valid('json'))
      return c.json({ set: true as const })
    })
}
