import { Hono } from 'hono'
import { z } from 'zod'
import { acceptAside, rejectAside } from '../acts/resolve-quarantine.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { bsnDoubts } from './bsn-doubts.ts'
import { openAsides } from './quarantine.ts'
import { openStuck } from './stuck-paths.ts'

const asideId = z.object({ id: z.string().max(64) })
const rejection = z.strictObject({ seen: z.iso.datetime().optional() })
const acceptance = rejection.extend({
  winner: z.enum(['ours', 'theirs']),
  side: z.enum(['left', 'right', 'both']).optional(),
  teamId: z.string().max(64).optional(),
})

/** Messages that may be about the wrong person: looked at side by side, taken in or left aside. */
export const quarantineRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('quarantine:write'), async (c) => {
      const { asides, total } = await openAsides(deps, c.get('ctx'))
      const stuck = await openStuck(deps.db, c.get('ctx'))
      const bsn = await bsnDoubts(deps.db, c.get('ctx'))
      await recordRead(deps, c.get('ctx'), {
        type: 'quarantine.read',
        patients: [
          ...new Set([
            ...asides.flatMap(({ ours, merge }) => [ours?.id ?? [], merge?.otherId ?? []].flat()),
            ...[...stuck, ...bsn.doubles.flat(), ...bsn.wrong].map(({ patientId }) => patientId),
          ]),
        ],
      })
      return c.json({ asides, total, stuck, bsn })
    })
    .post(
      '/:id/accept',
      allow('quarantine:write'),
      valid('param', asideId),
      valid('json', acceptance),
      async (c) => {
        const admissions = await acceptAside(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json'))
        return c.json({ admissions })
      },
    )
    .post(
      '/:id/reject',
      allow('quarantine:write'),
      valid('param', asideId),
      valid('json', rejection),
      async (c) => {
        await rejectAside(deps, c.get('ctx'), c.req.valid('param').id, c.req.valid('json').seen)
        return c.body(null, 204)
      },
    )
