import { Hono } from 'hono'
import { z } from 'zod'
import { visitForms } from '../../core/consult/triage.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { visibleTeam } from '../teams/scope.ts'
import { decideVisit, undecideVisit } from './decide.ts'
import { readVisitFigures } from './figures.ts'
import { arrangeVisit, readVisitWork } from './work.ts'

const Decision = z.strictObject({ form: z.enum(visitForms) })
const Arranged = z.strictObject({ arranged: z.boolean() })

const done = { done: true } as const

/** How visits go on: decided by clinicians, arranged by who plans, and what came of it. */
export const triageRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('visits:arrange'), async (c) => c.json({ visits: await readVisitWork(deps, c.var.ctx) }))
    .put('/:appointmentId/decision', allow('consults:write'), valid('json', Decision), async (c) => {
      const { appointmentId } = c.req.param()
      await decideVisit(deps, c.var.ctx, { appointmentId, ...c.req.valid('json') })
      return c.json(done)
    })
    .delete('/:appointmentId/decision', allow('consults:write'), async (c) => {
      await undecideVisit(deps, c.var.ctx, c.req.param('appointmentId'))
      return c.json(done)
    })
    .put('/:appointmentId/arranged', allow('visits:arrange'), valid('json', Arranged), async (c) => {
      const { appointmentId } = c.req.param()
      await arrangeVisit(deps, c.var.ctx, { appointmentId, ...c.req.valid('json') })
      return c.json(done)
    })
    .get('/teams/:teamId/figures', allow('cohort:read'), async (c) => {
      const team = await visibleTeam(deps.db, c.var.ctx, c.req.param('teamId'))
      const figures = await readVisitFigures(deps, team)
      await recordRead(deps, c.var.ctx, { type: 'team.visits-read', object: { type: 'team', id: team.id } })
      return c.json({ figures })
    })
