import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { addAction, removeAction } from './actions.ts'
import { confirmDecision, writeItem } from './decide.ts'
import * as input from './inputs.ts'
import { listPatient, unlistPatient } from './list-patient.ts'
import { undoDecision } from './undo-decision.ts'

const done = { done: true } as const
const write = allow('meetings:write')

/** What is on the list of a meeting. */
export const itemRoutes = (deps: Deps) =>
  new Hono<Session>()
    .post('/:id/items', write, valid('json', input.listing), async (c) => {
      const meetingId = c.req.param('id')
      return c.json(await listPatient(deps, c.var.ctx, { meetingId, ...c.req.valid('json') }), 201)
    })
    .put('/:id/items/:itemId', write, valid('json', input.written), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      const { version, ...written } = c.req.valid('json')
      return c.json(await writeItem(deps, c.var.ctx, { meetingId, itemId, version }, written))
    })
    .delete('/:id/items/:itemId', write, async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      await unlistPatient(deps, c.var.ctx, { meetingId, itemId })
      return c.json(done)
    })
    .put('/:id/items/:itemId/confirmed', write, valid('json', input.confirmation), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      await confirmDecision(deps, c.var.ctx, { meetingId, itemId, ...c.req.valid('json') })
      return c.json(done)
    })
    .delete('/:id/items/:itemId/confirmed', write, async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      await undoDecision(deps, c.var.ctx, { meetingId, itemId })
      return c.json(done)
    })
    .post('/:id/items/:itemId/actions', write, valid('json', input.newAction), async (c) => {
      const { id: meetingId, itemId } = c.req.param()
      return c.json(await addAction(deps, c.var.ctx, { meetingId, itemId }, c.req.valid('json')), 201)
    })
    .delete('/:id/items/:itemId/actions/:actionId', write, async (c) => {
      const { id: meetingId, itemId, actionId } = c.req.param()
      await removeAction(deps, c.var.ctx, { meetingId, itemId, actionId })
      return c.json(done)
    })
