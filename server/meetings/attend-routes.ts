import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { pdfAnswer } from '../pdf/answer.ts'
import { inLanguage, sheetShape } from '../pdf/asked.ts'
import * as input from './inputs.ts'
import { listMeetings } from './list-meetings.ts'
import { makeMinutes } from './make-minutes.ts'
import { finishAction, myActions } from './my-actions.ts'
import { makePrepSheet, readPrep, readPrepSimilar } from './prepare.ts'
import { readMeeting } from './read-meeting.ts'
import { readBackground } from './topics.ts'

const attend = allow('meetings:attend')

/** What also who is asked to a meeting reads, for as long as they belong to it. */
export const attendRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', attend, async (c) => c.json(await listMeetings(deps, c.var.ctx)))
    .get('/actions', attend, async (c) => c.json({ actions: await myActions(deps, c.var.ctx) }))
    .put('/actions/:actionId', attend, valid('json', input.doneAction), async (c) => {
      await finishAction(deps, c.var.ctx, c.req.param('actionId'), c.req.valid('json').done)
      return c.json({ done: true } as const)
    })
    .get('/:id', attend, async (c) => c.json(await readMeeting(deps, c.var.ctx, c.req.param('id'))))
    .get('/:id/minutes', attend, valid('query', sheetShape), async (c) => {
      const ctx = inLanguage(c.var.ctx, c.req.valid('query'))
      return pdfAnswer(c, await makeMinutes(deps, ctx, c.req.param('id')))
    })
    .get('/:id/background', attend, async (c) =>
      c.json(await readBackground(deps, c.var.ctx, c.req.param('id'))),
    )
    .get('/:id/items/:itemId', attend, async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      return c.json(await readPrep(deps, c.var.ctx, { meetingId, itemId }))
    })
    .get('/:id/items/:itemId/similar', attend, async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      return c.json(await readPrepSimilar(deps, c.var.ctx, { meetingId, itemId }))
    })
    .get('/:id/items/:itemId/sheet', attend, valid('query', sheetShape), async (c) => {
      const ctx = inLanguage(c.var.ctx, c.req.valid('query'))
      const { id: meetingId, itemId } = c.req.param()
      return pdfAnswer(c, await makePrepSheet(deps, ctx, { meetingId, itemId }))
    })
