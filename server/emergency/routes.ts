import { Hono } from 'hono'
import { z } from 'zod'
import { REASON_LENGTH, verdicts } from '../../core/access/emergency.ts'
import { lineShape, nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { ownOpen } from './find.ts'
import { openFile } from './open.ts'
import { readEmergency } from './read.ts'
import { readReviews, review } from './review.ts'

const Emergency = z.strictObject({
  number: lineShape(1, 64),
  birthDate: z.iso.date(),
  reason: lineShape(REASON_LENGTH.least, REASON_LENGTH.most),
  code: z.string().regex(/^\d{6}$/),
})
const Named = z.object({ id: nameShape })
const Path = z.object({ enrolment: nameShape.optional() })
const Judged = z.strictObject({ verdict: z.enum(verdicts), note: lineShape(1, 500) })

/** Opening the file of somebody who is in another team's care, and judging that afterwards. */
export const emergencyRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post('/', allow('emergency:open'), valid('json', Emergency), async (c) =>
      c.json(await openFile(deps, c.var.ctx, c.req.valid('json')), 201),
    )
    .get('/', allow('emergency:open'), async (c) => c.json(await ownOpen(deps, c.var.ctx)))
    .get('/reviews', allow('emergency:review'), async (c) => c.json(await readReviews(deps, c.var.ctx)))
    .put(
      '/reviews/:id',
      allow('emergency:review'),
      valid('param', Named),
      valid('json', Judged),
      async (c) => {
        await review(deps, c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })
        return c.json({ reviewed: true as const })
      },
    )
    .get('/:id', allow('emergency:open'), valid('param', Named), valid('query', Path), async (c) =>
      c.json(
        await readEmergency(deps, c.var.ctx, {
          id: c.req.valid('param').id,
          enrolment: c.req.valid('query').enrolment,
        }),
      ),
    )
