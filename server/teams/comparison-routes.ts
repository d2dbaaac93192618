import { Hono } from 'hono'
import { z } from 'zod'
import { comparedBy } from '../../core/figures/team-comparison.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { leads } from '../staff/leads.ts'
import { askBeside } from './beside/ask.ts'
import { openComparison } from './comparison.ts'
import { ledTeam, visibleTeam } from './scope.ts'

const choiceShape = z.object({
  indicator: z.string().max(64).optional(),
  by: z.enum(comparedBy).default('team'),
})

/** A team beside others of the region, once its lead has opened that. */
export const comparisonRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/comparison', allow('cohort:read'), valid('query', choiceShape), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const { ctx } = c.var
      const comparison = await askBeside(deps, 'comparison', { ctx, team, asked: c.req.valid('query') })
      await recordRead(deps, c.var.ctx, {
        type: 'team.comparison-read',
        object: { type: 'team', id: team.id },
        detail: c.req.valid('query'),
      })
      return c.json({ ...comparison, mayOpen: await leads(deps.db, c.var.ctx, team.id, deps.now()) })
    })
    .put(
      '/:teamId/comparison',
      allow('team:steer'),
      valid('json', z.strictObject({ open: z.boolean() })),
      async (c) => {
        const team = await ledTeam(deps.db, c.var.ctx, c.req.param('teamId'), deps.now())
        await openComparison(deps, c.var.ctx, team, c.req.valid('json').open)
        return c.json({ done: true as const })
      },
    )
