import { Hono } from 'hono'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { leads } from '../staff/leads.ts'
import { askBeside } from './beside/ask.ts'
import { PricesInput, setPrices } from './prices.ts'
import { ledTeam, visibleTeam } from './scope.ts'

/** Costs beside outcomes, within one organisation. */
export const costRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/costs', allow('cohort:read'), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const costs = await askBeside(deps, 'costs', { team })
      await recordRead(deps, c.var.ctx, {
        type: 'team.costs-read',
        object: { type: 'team', id: team.id },
      })
      return c.json({ ...costs, maySteer: await leads(deps.db, c.var.ctx, team.id, deps.now()) })
    })
    .put('/:teamId/prices', allow('team:steer'), valid('json', PricesInput), async (c) => {
      const team = await ledTeam(deps.db, c.var.ctx, c.req.param('teamId'), deps.now())
      const version = await deps.definitions.current(team.outcomeSet)
      if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
      await setPrices(deps, c.var.ctx, team, version, c.req.valid('json'))
      return c.json({ set: true as const })
    })
