import { Hono } from 'hono'
import { z } from 'zod'
import { alertOutcomes } from '../../core/alerts/alert-outcome.ts'
import { lineShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { finishAlert, takeAlert, undoFinish, undoTake } from './answer-alert.ts'

const Outcome = z.strictObject({ code: z.enum(alertOutcomes), note: lineShape(1, 500) })
const done = { done: true } as const

/** What is done about an alert. */
export const alertRoutes = (deps: Deps) =>
  new Hono<Session>()
    .put('/:alertId/acknowledged', allow('alerts:write'), async (c) => {
      await takeAlert(deps, c.var.ctx, c.req.param('alertId'))
      return c.json(done)
    })
    .delete('/:alertId/acknowledged', allow('alerts:write'), async (c) => {
      await undoTake(deps, c.var.ctx, c.req.param('alertId'))
      return c.json(done)
    })
    .put('/:alertId/closed', allow('alerts:write'), valid('json', Outcome), async (c) => {
      await finishAlert(deps, c.var.ctx, { alertId: c.req.param('alertId'), ...c.req.valid('json') })
      return c.json(done)
    })
    .delete('/:alertId/closed', allow('alerts:write'), async (c) => {
      await undoFinish(deps, c.var.ctx, c.req.param('alertId'))
      return c.json(done)
    })
