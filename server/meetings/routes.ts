import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { pdfAnswer } from '../pdf/answer.ts'
import { inLanguage, sheetShape } from '../pdf/asked.ts'
import { finishAction, myActions } from './actions.ts'
import { changePeople } from './change-people.ts'
import { endMeeting, recordPresence } from './end-meeting.ts'
import * as input from './inputs.ts'
import { itemRoutes } from './item-routes.ts'
import { listMeetings } from './list-meetings.ts'
import { meetingsFor, orderList } from './list-patient.ts'
import { makeMeeting } from './make-meeting.ts'
import { makeMinutes } from './make-minutes.ts'
import { proposePatients } from './propose.ts'
import { readMeeting } from './read-meeting.ts'
import { meetingOptions } from './who-may-join.ts'

const done = { done: true } as const

/** Meetings of a team about named patients (MDO), for those who belong to them; and what came of them. */
export const meetingRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('meetings:write'))
    .get('/', async (c) => c.json(await listMeetings(deps, c.var.ctx)))
    .post('/', valid('json', input.newMeeting), async (c) =>
      c.json(await makeMeeting(deps, c.var.ctx, c.req.valid('json')), 201),
    )
    .get('/options/:teamId', async (c) =>
      c.json(await meetingOptions(deps, c.var.ctx, c.req.param('teamId'))),
    )
    .get('/for/:enrolmentId', async (c) =>
      c.json(await meetingsFor(deps, c.var.ctx, c.req.param('enrolmentId'))),
    )
    .get('/actions', async (c) => c.json({ actions: await myActions(deps, c.var.ctx) }))
    .put('/actions/:actionId', valid('json', input.doneAction), async (c) => {
      await finishAction(deps, c.var.ctx, c.req.param('actionId'), c.req.valid('json').done)
      return c.json(done)
    })
    .get('/:id', async (c) => c.json(await readMeeting(deps, c.var.ctx, c.req.param('id'))))
    .get('/:id/minutes', valid('query', sheetShape), async (c) => {
      const ctx = inLanguage(c.var.ctx, c.req.valid('query'))
      return pdfAnswer(c, await makeMinutes(deps, ctx, c.req.param('id')))
    })
    .get('/:id/proposals', async (c) => c.json(await proposePatients(deps, c.var.ctx, c.req.param('id'))))
    .put('/:id/order', valid('json', input.order), async (c) => {
      await orderList(deps, c.var.ctx, { meetingId: c.req.param('id'), ...c.req.valid('json') })
      return c.json(done)
    })
    .put('/:id/people', valid('json', input.people), async (c) => {
      await changePeople(deps, c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(done)
    })
    .put('/:id/members/:staffId', valid('json', input.presence), async (c) => {
      const { id: meetingId, staffId } = c.req.param()
      await recordPresence(deps, c.var.ctx, { meetingId, staffId, ...c.req.valid('json') })
      return c.json(done)
    })
    .put('/:id/ended', async (c) => c.json(await endMeeting(deps, c.var.ctx, c.req.param('id'))))
    .route('/', itemRoutes(deps))
