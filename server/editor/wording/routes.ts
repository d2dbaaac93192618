import { Hono } from 'hono'
import { z } from 'zod'
import { licenceShape } from '../../../core/instruments/instrument.ts'
import { keyShape } from '../../../core/shapes.ts'
import type { Deps } from '../../deps.ts'
import { allow, type Session } from '../../http/session.ts'
import { valid } from '../../http/valid.ts'
import { installWording } from './install.ts'
import { lookAtWording } from './look.ts'
import { fileShape } from './read-file.ts'

const Look = z.strictObject({
  file: fileShape,
  chosen: z.record(keyShape, z.int().min(0).max(300).nullable()),
})
const Install = z.strictObject({ ...Look.shape, licence: licenceShape, looked: z.boolean() })

/** The wording of somebody else's questionnaire: looked at first, then installed as a draft. */
export const wordingRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post('/:versionId/wording/look', allow('definitions:write'), valid('json', Look), async (c) => {
      const { file, chosen } = c.req.valid('json')
      const look = await lookAtWording(deps.db, c.req.param('versionId'), file, chosen)
      const { offer, pairs, faults, languages } = look
      return c.json({ offered: offer.items, pairs, faults, languages })
    })
    .post('/:versionId/wording', allow('definitions:write'), valid('json', Install), async (c) =>
      c.json(await installWording(deps, c.get('ctx'), c.req.param('versionId'), c.req.valid('json')), 201),
    )
