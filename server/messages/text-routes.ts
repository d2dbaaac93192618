import { Hono } from 'hono'
import { z } from 'zod'
import { experimentShape } from '../../core/mail/experiment.ts'
import { mailTextKinds, mailTextLanguages, mailTextShape } from '../../core/mail/mail-text.ts'
import { lineShape, nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { setsOf } from './centre.ts'
import { endExperiment, experimentsOf, startExperiment } from './experiments.ts'
import { ownMailTexts, previewMail, saveMailText } from './mail-texts.ts'

const Which = z.object({ kind: z.enum(mailTextKinds), language: z.enum(mailTextLanguages) })
const Text = z.strictObject({ text: mailTextShape.nullable() })
/** While somebody types, a text may still be too short. */
const Typed = z.strictObject({
  text: z.strictObject({ subject: lineShape(0, 90), opening: z.string().max(700) }).nullable(),
})
const Started = z.strictObject({ name: lineShape(3, 80), outcomeSet: nameShape, arms: experimentShape })
const OfExperiment = z.object({ id: nameShape })

/** What mail says in the organisation's own words, and two ways of inviting against each other. */
export const textRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('messages:write'), async (c) => c.json(await ownMailTexts(deps, c.var.ctx)))
    .put(
      '/:kind/:language',
      allow('messages:write'),
      valid('param', Which),
      valid('json', Text),
      async (c) => {
        await saveMailText(deps, c.var.ctx, c.req.valid('param'), c.req.valid('json').text)
        return c.json({ done: true as const })
      },
    )
    .post(
      '/:kind/:language/preview',
      allow('messages:write'),
      valid('param', Which),
      valid('json', Typed),
      async (c) => c.json(await previewMail(deps, c.var.ctx, c.req.valid('param'), c.req.valid('json').text)),
    )

export const experimentRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('messages:write'), async (c) =>
      c.json({
        sets: await setsOf(deps, c.var.ctx, null),
        experiments: await experimentsOf(deps, c.var.ctx),
      }),
    )
    .post('/', allow('messages:write'), valid('json', Started), async (c) =>
      c.json(await startExperiment(deps, c.var.ctx, c.req.valid('json'))),
    )
    .post('/:id/end', allow('messages:write'), valid('param', OfExperiment), async (c) => {
      await endExperiment(deps, c.var.ctx, c.req.valid('param').id)
      return c.json({ done: true as const })
    })
