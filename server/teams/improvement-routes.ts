import { Hono } from 'hono'
import { mayDo } from '../../core/access/access.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { askBeside } from './beside/ask.ts'
import { EndingInput, endImprovement, ImprovementInput, registerImprovement } from './improvements.ts'
import { chosenMonths, periodShape } from './period.ts'
import { ownTeam, visibleTeam } from './scope.ts'

/** Indicators over time, and what the team changes to do better. */
export const improvementRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/charts', allow('cohort:read'), valid('query', periodShape), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const months = chosenMonths(c.req.valid('query'), deps, team.zone)
      const charts = await askBeside(deps, 'charts', { team, months })
      await recordRead(deps, c.var.ctx, {
        type: 'team.charts-read',
        object: { type: 'team', id: team.id },
        detail: months,
      })
      return c.json({ ...charts, mayImprove: isMember(c.var.ctx, team.id) })
    })
    .post(
      '/:teamId/improvements',
      allow('improvements:write'),
      valid('json', ImprovementInput),
      async (c) => {
        const team = await ownTeam(deps.db, c.var.ctx, c.req.param('teamId'))
        return c.json(await registerImprovement(deps, c.var.ctx, team, c.req.valid('json')), 201)
      },
    )
    .post(
      '/:teamId/improvements/:improvementId/end',
      allow('improvements:write'),
      valid('json', EndingInput),
      async (c) => {
        const team = await ownTeam(deps.db, c.var.ctx, c.req.param('teamId'))
        await endImprovement(deps, c.var.ctx, team, c.req.param('improvementId'), c.req.valid('json'))
        return c.json({ ended: true as const })
      },
    )

/** An analyst reads the charts of all teams; improving is for those who are in one. */
const isMember = (ctx: Ctx, teamId: string) =>
  ctx.teamIds.includes(teamId) && ctx.roles.some((role) => mayDo(role, 'improvements:write'))
