import { Hono } from 'hono'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { askFunnel, askOutcomes, outcomesShape } from './ask-outcomes.ts'
import { askBeside } from './beside/ask.ts'
import { comparisonRoutes } from './comparison-routes.ts'
import { costRoutes } from './cost-routes.ts'
import { improvementRoutes } from './improvement-routes.ts'
import { chosenMonths, periodShape } from './period.ts'
import { visibleTeam, visibleTeams } from './scope.ts'

/** What teams see of their patient group. Only figures of groups leave here. */
export const teamRoutes = (deps: Deps) =>
  new Hono<Session>()
    .route('/', improvementRoutes(deps))
    .route('/', costRoutes(deps))
    .route('/', comparisonRoutes(deps))
    .get('/', allow('cohort:read'), async (c) => {
      const teams = await visibleTeams(deps.db, c.var.ctx)
      return c.json({ teams: teams.map(({ id, name }) => ({ id, name })) })
    })
    .get('/:teamId/outcomes', allow('cohort:read'), valid('query', outcomesShape), async (c) => {
      const { ctx } = c.var
      const asked = c.req.valid('query')
      const { team, outcomes, detail } = await askOutcomes(deps, ctx, c.req.param('teamId'), asked)
      await recordRead(deps, ctx, {
        type: 'team.outcomes-read',
        object: { type: 'team', id: team.id },
        detail,
      })
      return c.json(outcomes)
    })
    .get('/:teamId/wishes', allow('cohort:read'), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const wishes = await askBeside(deps, 'wishes', { team })
      await recordRead(deps, c.var.ctx, { type: 'team.wishes-read', object: { type: 'team', id: team.id } })
      return c.json(wishes)
    })
    .get('/:teamId/funnel', allow('cohort:read'), valid('query', periodShape), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const months = chosenMonths(c.req.valid('query'), deps, team.zone)
      const funnel = await askFunnel(deps, team, months)
      await recordRead(deps, c.var.ctx, {
        type: 'team.funnel-read',
        object: { type: 'team', id: team.id },
        detail: months,
      })
      return c.json(funnel)
    })
