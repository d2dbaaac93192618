import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape, nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { agree, finish, restore, withdraw } from './agree.ts'
import { alertRoutes } from './alert-routes.ts'
import { discussResponse, openResponse, undoDiscussion } from './discuss.ts'
import { planRoutes } from './plan-routes.ts'
import { recordMeasures, undoMeasure } from './record-measures.ts'

const filled = (most: number) => lineShape(1, most)
const orNothing = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null)

const Discussed = z.strictObject({ appointmentId: orNothing(nameShape) })
const Agreement = z.strictObject({
  sentence: filled(500),
  who: orNothing(filled(120)),
  dueOn: orNothing(z.iso.date()),
  kind: orNothing(z.literal('goal')),
  responseId: orNothing(nameShape),
  key: orNothing(nameShape),
})
const Done = z.strictObject({ done: z.boolean() })
const MeasureEntry = z.strictObject({ measure: nameShape, value: z.number(), measuredOn: z.iso.date() })

const done = { done: true } as const

/** What happens in the consulting room: opened, discussed, agreed; alerts answered; clinical measures entered. */
export const consultRoutes = (deps: Deps) =>
  new Hono<Session>()
    .put('/responses/:responseId/opened', allow('consults:write'), async (c) => {
      await openResponse(deps, c.var.ctx, c.req.param('responseId'))
      return c.json(done)
    })
    .put('/responses/:responseId/discussed', allow('consults:write'), valid('json', Discussed), async (c) => {
      const { appointmentId } = c.req.valid('json')
      await discussResponse(deps, c.var.ctx, { responseId: c.req.param('responseId'), appointmentId })
      return c.json(done)
    })
    .delete('/responses/:responseId/discussed', allow('consults:write'), async (c) => {
      await undoDiscussion(deps, c.var.ctx, c.req.param('responseId'))
      return c.json(done)
    })
    .post(
      '/enrolments/:enrolmentId/agreements',
      allow('consults:write'),
      valid('json', Agreement),
      async (c) =>
        c.json(
          await agree(deps, c.var.ctx, { enrolmentId: c.req.param('enrolmentId'), ...c.req.valid('json') }),
          201,
        ),
    )
    .delete('/enrolments/:enrolmentId/agreements/:agreementId', allow('consults:write'), async (c) => {
      const { enrolmentId, agreementId } = c.req.param()
      await withdraw(deps, c.var.ctx, { enrolmentId, agreementId })
      return c.json(done)
    })
    .put('/enrolments/:enrolmentId/agreements/:agreementId/standing', allow('consults:write'), async (c) => {
      const { enrolmentId, agreementId } = c.req.param()
      await restore(deps, c.var.ctx, { enrolmentId, agreementId })
      return c.json(done)
    })
    .put(
      '/enrolments/:enrolmentId/agreements/:agreementId/done',
      allow('consults:write'),
      valid('json', Done),
      async (c) => {
        const { enrolmentId, agreementId } = c.req.param()
        await finish(deps, c.var.ctx, { enrolmentId, agreementId, ...c.req.valid('json') })
        return c.json(done)
      },
    )
    .route('/alerts', alertRoutes(deps))
    .route('/enrolments', planRoutes(deps))
    .post(
      '/enrolments/:enrolmentId/measures',
      allow('measures:write'),
      valid('json', MeasureEntry),
      async (c) => {
        await recordMeasures(deps, c.var.ctx, c.req.param('enrolmentId'), [c.req.valid('json')])
        return c.json(done, 201)
      },
    )
    .delete('/enrolments/:enrolmentId/measures/:measure', allow('measures:write'), async (c) => {
      await undoMeasure(deps, c.var.ctx, c.req.param())
      return c.json(done)
    })
