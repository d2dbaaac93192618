import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { addAction, removeAction } from './actions.ts'
import { confirmDecision, writeItem } from './decide.ts'
import * as input from './inputs.ts'
import { listPatient, unlistPatient } from './list-patient.ts'
import { readPrep } from './read-meeting.ts'

const done = { done: true } as const

/** The patients on the list of a meeting. */
export const itemRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post('/:id/items', valid('json', input.listing), async (c) => {
      const meetingId = c.req.param('id')
      return c.json(await listPatient(deps, c.var.ctx, { meetingId, ...c.req.valid('json') }), 201)
    })
    .get('/:id/items/:itemId', async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      return c.json(await readPrep(deps, c.var.ctx, { meetingId, itemId }))
    })
    .put('/:id/items/:itemId', valid('json', input.written), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      const { version, ...written } = c.req.valid('json')
      return c.json(await writeItem(deps, c.var.ctx, { meetingId, itemId, version }, written))
    })
    .delete('/:id/items/:itemId', async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      await unlistPatient(deps, c.var.ctx, { meetingId, itemId })
      return c.json(done)
    })
    .put('/:id/items/:itemId/confirmed', valid('json', input.confirmation), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      await confirmDecision(deps, c.var.ctx, { meetingId, itemId, ...c.req.valid('json') })
      return c.json(done)
    })
    .post('/:id/items/:itemId/actions', valid('json', input.newAction), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      return c.json(await addAction(deps, c.var.ctx, { meetingId, itemId }, c.req.valid('json')), 201)
    })
    .delete('/:id/items/:itemId/actions/:actionId', async (c) => {
      const { id: meetingId, itemId, actionId } = c.req.param()
      await removeAction(deps, c.var.ctx, { meetingId, itemId, actionId })
      return c.json(done)
    })
