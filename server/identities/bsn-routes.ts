import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readBsnState, removeBsn, showBsn, verifyBsn } from './bsn.ts'

const Verified = z.strictObject({ reason: lineShape(3, 200), seen: z.string().max(64) })

const done = { done: true } as const

/** The citizen service number of a patient: its last digits, all of it on request, and who verified it. */
export const bsnRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:patientId', allow('patients:identify'), async (c) =>
      c.json(await readBsnState(deps, c.var.ctx, c.req.param('patientId'))),
    )
    // Not a GET: nothing on the way keeps the answer, and nobody looks by a link.
    .post('/:patientId/shown', allow('bsn:read'), async (c) =>
      c.json(await showBsn(deps, c.var.ctx, c.req.param('patientId'))),
    )
    .put('/:patientId/verified', allow('bsn:read'), valid('json', Verified), async (c) => {
      await verifyBsn(deps, c.var.ctx, { patientId: c.req.param('patientId'), ...c.req.valid('json') })
      return c.json(done)
    })
    .delete('/:patientId', allow('bsn:read'), async (c) => {
      await removeBsn(deps, c.var.ctx, c.req.param('patientId'))
      return c.json(done)
    })
