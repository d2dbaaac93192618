import { Hono } from 'hono'
import { z } from 'zod'
import { companions } from '../../core/consult/individual-plan.ts'
import { lineShape, nameShape } from '../../core/shapes.ts'
import { orderMeasurement } from '../acts/order-measurement.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { dropTemplate, keepTemplate, readConsultDesk } from './desk.ts'
import { writePlan } from './plans.ts'

const text = (most: number) => lineShape(1, most)
const orNothing = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null)
const each = <Shape extends z.ZodType>(shape: Shape, most: number) =>
  z
    .array(shape)
    .max(most)
    .transform((list) => [...new Set(list)])

const Plan = z.strictObject({
  version: z.int().min(0),
  matters: orNothing(text(500)),
  options: z.array(z.strictObject({ option: text(200), isChosen: z.boolean() })).max(20),
  reason: orNothing(text(1000)),
  tookPart: each(z.enum(companions), companions.length),
  stages: each(nameShape, 50),
})
const Order = z.strictObject({ moment: nameShape, dueOn: z.iso.date(), reason: lineShape(3, 500) })
const Template = z.strictObject({ sentence: text(500) })

const done = { done: true } as const

/** What is planned with one patient, and what a consult begins from. */
export const planRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('consults:write'))
    .get('/:enrolmentId/desk', async (c) =>
      c.json(await readConsultDesk(deps, c.var.ctx, c.req.param('enrolmentId'))),
    )
    .put('/:enrolmentId/plan', valid('json', Plan), async (c) =>
      c.json(await writePlan(deps, c.var.ctx, c.req.param('enrolmentId'), c.req.valid('json'))),
    )
    .post('/:enrolmentId/assessments', valid('json', Order), async (c) =>
      c.json(await orderMeasurement(deps, c.var.ctx, c.req.param('enrolmentId'), c.req.valid('json')), 201),
    )
    .post('/:enrolmentId/templates', valid('json', Template), async (c) => {
      await keepTemplate(deps, c.var.ctx, { enrolmentId: c.req.param('enrolmentId'), ...c.req.valid('json') })
      return c.json(done, 201)
    })
    .delete('/:enrolmentId/templates/:templateId', async (c) => {
      await dropTemplate(deps, c.var.ctx, c.req.param())
      return c.json(done)
    })
