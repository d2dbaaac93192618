import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { linkIdentity, readIdentity, removeIdentity } from './link-identity.ts'

const Link = z.strictObject({ subject: lineShape(1, 255) })

const done = { done: true } as const

/** As whom a patient signs in at the provider of identities. */
export const identityRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:patientId', allow('patients:identify'), async (c) =>
      c.json(await readIdentity(deps, c.var.ctx, c.req.param('patientId'))),
    )
    .put('/:patientId', allow('patients:identify'), valid('json', Link), async (c) => {
      const { subject } = c.req.valid('json')
      await linkIdentity(deps, c.var.ctx, { patientId: c.req.param('patientId'), subject })
      return c.json(done)
    })
    .delete('/:patientId', allow('patients:identify'), async (c) => {
      await removeIdentity(deps, c.var.ctx, c.req.param('patientId'))
      return c.json(done)
    })
