import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { attendRoutes } from './attend-routes.ts'
import { flagCase, withdrawCase } from './cases.ts'
import { changePeople, undoPeople } from './change-people.ts'
import { dropGuest, restoreGuest } from './drop-guest.ts'
import { endMeeting, recordPresence } from './end-meeting.ts'
import { askGuest } from './guests.ts'
import { handOn, takeBackAction } from './hand-on.ts'
import * as input from './inputs.ts'
import { itemRoutes } from './item-routes.ts'
import { meetingsFor, orderList } from './list-patient.ts'
import { makeMeeting } from './make-meeting.ts'
import { propose } from './propose.ts'
import { listSubject } from './topics.ts'
import { undoPlan } from './undo-plan.ts'
import { meetingOptions } from './who-may-join.ts'

const done = { done: true } as const
const write = allow('meetings:write')

/** Meetings of a team, about named patients (MDO) or about figures; and what came of them. */
export const meetingRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post('/', write, valid('json', input.newMeeting), async (c) =>
      c.json(await makeMeeting(deps, c.var.ctx, c.req.valid('json')), 201),
    )
    .delete('/:id', write, async (c) => {
      await undoPlan(deps, c.var.ctx, c.req.param('id'))
      return c.json(done)
    })
    .get('/options/:teamId', write, async (c) =>
      c.json(await meetingOptions(deps, c.var.ctx, c.req.param('teamId'))),
    )
    .get('/for/:enrolmentId', write, async (c) =>
      c.json(await meetingsFor(deps, c.var.ctx, c.req.param('enrolmentId'))),
    )
    .post('/cases', write, valid('json', input.newCase), async (c) =>
      c.json(await flagCase(deps, c.var.ctx, c.req.valid('json')), 201),
    )
    .delete('/cases/:caseId', write, async (c) => {
      await withdrawCase(deps, c.var.ctx, c.req.param('caseId'))
      return c.json(done)
    })
    .put('/actions/:actionId/owner', write, valid('json', input.newOwner), async (c) => {
      const actionId = c.req.param('actionId')
      return c.json(await handOn(deps, c.var.ctx, { actionId, ...c.req.valid('json') }))
    })
    .put('/actions/:actionId/owner/undone', write, valid('json', input.undo), async (c) => {
      const actionId = c.req.param('actionId')
      await takeBackAction(deps, c.var.ctx, { actionId, ...c.req.valid('json') })
      return c.json(done)
    })
    .get('/:id/proposals', write, async (c) => c.json(await propose(deps, c.var.ctx, c.req.param('id'))))
    .post('/:id/subjects', write, valid('json', input.subject), async (c) => {
      const meetingId = c.req.param('id')
      return c.json(await listSubject(deps, c.var.ctx, { meetingId, ...c.req.valid('json') }), 201)
    })
    .post('/:id/guests', write, valid('json', input.guest), async (c) =>
      c.json(await askGuest(deps, c.var.ctx, c.req.param('id'), c.req.valid('json')), 201),
    )
    .delete('/:id/guests/:staffId', write, async (c) => {
      const { id: meetingId, staffId } = c.req.param()
      return c.json(await dropGuest(deps, c.var.ctx, { meetingId, staffId }))
    })
    .put('/:id/guests/:staffId', write, valid('json', input.undo), async (c) => {
      const { id: meetingId, staffId } = c.req.param()
      await restoreGuest(deps, c.var.ctx, { meetingId, staffId, ...c.req.valid('json') })
      return c.json(done)
    })
    .put('/:id/order', write, valid('json', input.order), async (c) => {
      await orderList(deps, c.var.ctx, { meetingId: c.req.param('id'), ...c.req.valid('json') })
      return c.json(done)
    })
    .put('/:id/people', write, valid('json', input.people), async (c) =>
      c.json(await changePeople(deps, c.var.ctx, c.req.param('id'), c.req.valid('json'))),
    )
    .put('/:id/people/undone', write, valid('json', input.undo), async (c) => {
      await undoPeople(deps, c.var.ctx, c.req.param('id'), c.req.valid('json').receipt)
      return c.json(done)
    })
    .put('/:id/members/:staffId', write, valid('json', input.presence), async (c) => {
      const { id: meetingId, staffId } = c.req.param()
      await recordPresence(deps, c.var.ctx, { meetingId, staffId, ...c.req.valid('json') })
      return c.json(done)
    })
    .put('/:id/ended', write, async (c) => c.json(await endMeeting(deps, c.var.ctx, c.req.param('id'))))
    .route('/', itemRoutes(deps))
    .route('/', attendRoutes(deps))
