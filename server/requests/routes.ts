import { Hono } from 'hono'
import { z } from 'zod'
import { MOST_REQUEST_TEXT } from '../../core/patients/patient-request.ts'
import { nameShape } from '../../core/shapes.ts'
import { cleanLines } from '../../core/words/clean-text.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { openRequests, writeAnswer } from '../patients/requests.ts'

const Named = z.object({ id: nameShape })
const Answer = z.strictObject({
  answer: z.string().max(MOST_REQUEST_TEXT).transform(cleanLines).pipe(z.string().min(1)),
})

/** What patients asked about their data and how they are reached, for the person who answers it. */
export const requestRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('patients:identify'))
    .get('/', async (c) => {
      const open = await openRequests(deps.db, c.var.ctx)
      const patients = open.requests.map(({ patientId }) => patientId)
      await recordRead(deps, c.var.ctx, { type: 'requests.listed', patients })
      return c.json(open)
    })
    .post('/:id/answer', valid('param', Named), valid('json', Answer), async (c) => {
      const { id } = c.req.valid('param')
      const { answer } = c.req.valid('json')
      await deps.db.transaction(async (tx) => {
        const patientId = await writeAnswer(tx, deps, c.var.ctx, { id, answer })
        if (!patientId) throw notFound('request')
        await record(tx, deps, c.var.ctx, {
          action: 'U',
          type: 'request.answered',
          patients: [patientId],
          object: { type: 'request', id },
        })
      })
      return c.json({ done: true } as const)
    })
