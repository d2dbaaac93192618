import { Hono } from 'hono'
import { z } from 'zod'
import { emailShape } from '../../core/feeds/appointment-message.ts'
import { objectionPurposes } from '../../core/patients/objections.ts'
import { relations } from '../../core/patients/proxy.ts'
import { lineShape, nameShape } from '../../core/shapes.ts'
import { endProxy } from '../acts/end-proxies.ts'
import { setProxy } from '../acts/set-proxy.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { sayConsent } from '../patients/consents.ts'
import { sayObjection } from '../patients/objections.ts'
import { mustBeOurs, readChoices } from './choices.ts'

const OfPatient = z.object({ patientId: nameShape })
const Objection = z.strictObject({ purpose: z.enum(objectionPurposes), objects: z.boolean() })
const Consent = z.strictObject({ consents: z.boolean() })
const NewProxy = z.strictObject({
  name: lineShape(2, 120),
  relation: z.enum(relations),
  untilOn: z.iso.date(),
  readsMail: z.boolean(),
  email: emailShape.nullish(),
})

/** What a patient chooses, recorded by staff for somebody who calls or writes. */
export const choiceRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('contacts:write'))
    .get('/:patientId', valid('param', OfPatient), async (c) =>
      c.json(await readChoices(deps, c.var.ctx, c.req.valid('param').patientId)),
    )
    .put('/:patientId/objection', valid('param', OfPatient), valid('json', Objection), async (c) => {
      const { patientId } = c.req.valid('param')
      await mustBeOurs(deps.db, c.var.ctx, patientId)
      await sayObjection(deps, c.var.ctx, { patientId, ...c.req.valid('json') })
      return c.json({ done: true } as const)
    })
    .put('/:patientId/research', valid('param', OfPatient), valid('json', Consent), async (c) => {
      const { patientId } = c.req.valid('param')
      await mustBeOurs(deps.db, c.var.ctx, patientId)
      await sayConsent(deps, c.var.ctx, { patientId, ...c.req.valid('json') })
      return c.json({ done: true } as const)
    })
    .put('/:patientId/proxy', valid('param', OfPatient), valid('json', NewProxy), async (c) =>
      c.json(await setProxy(deps, c.var.ctx, c.req.valid('param').patientId, c.req.valid('json'))),
    )
    .delete('/:patientId/proxy', valid('param', OfPatient), async (c) => {
      await endProxy(deps, c.var.ctx, c.req.valid('param').patientId)
      return c.json({ done: true } as const)
    })
