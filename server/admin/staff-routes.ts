import { Hono } from 'hono'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { dayBefore, dayOf, endRole, grantRole } from '../staff/roles.ts'
import { whatIsLeft } from './hand-over.ts'
import { GivenRole, IsoDate } from './inputs.ts'
import { Change, changePerson, giveLink, Invitation, invite, NewLink, rejoin } from './invite.ts'
import { Leaving, leave } from './leave.ts'
import { readPeople } from './people.ts'
import { RecordNumber, setRecordNumber } from './record-number.ts'

const Ending = z.strictObject({ until: IsoDate.optional() })

/** The people who work here: invited, given roles, leaving. For administrators of the organisation. */
export const staffRoutes = (deps: Deps) =>
  new Hono<Session>()
    .use(allow('staff:write'))
    .get('/', async (c) => c.json(await readPeople(deps, c.get('ctx'))))
    .post('/', valid('json', Invitation), async (c) =>
      c.json(await invite(deps, c.get('ctx'), c.req.valid('json'))),
    )
    .put('/:staffId', valid('json', Change), async (c) => {
      await changePerson(deps, c.get('ctx'), c.req.param('staffId'), c.req.valid('json'))
      return c.json({ changed: true as const })
    })
    .put('/:staffId/record-number', valid('json', RecordNumber), async (c) => {
      await setRecordNumber(deps, c.get('ctx'), c.req.param('staffId'), c.req.valid('json'))
      return c.json({ set: true as const })
    })
    .post('/:staffId/link', valid('json', NewLink), async (c) =>
      c.json(await giveLink(deps, c.get('ctx'), c.req.param('staffId'), c.req.valid('json'))),
    )
    .post('/:staffId/roles', valid('json', GivenRole), async (c) => {
      const [ctx, staffId] = [c.get('ctx'), c.req.param('staffId')]
      const { from = dayOf(deps.now()), ...given } = c.req.valid('json')
      const id = await deps.db.transaction(async (tx) => {
        const made = await grantRole(tx, deps, ctx, staffId, { ...given, from })
        const detail = { ...given, from }
        const object = { type: 'staff', id: staffId }
        await record(tx, deps, ctx, { action: 'U', type: 'staff.role-given', object, detail })
        return made
      })
      return c.json({ id })
    })
    .post('/:staffId/roles/:roleId/end', valid('json', Ending), async (c) => {
      const [ctx, { staffId, roleId }] = [c.get('ctx'), c.req.param()]
      const { until = dayBefore(deps.now()) } = c.req.valid('json')
      await deps.db.transaction(async (tx) => {
        const role = await endRole(tx, deps, ctx, { staffId, roleId, until })
        const object = { type: 'staff', id: staffId }
        await record(tx, deps, ctx, {
          action: 'U',
          type: 'staff.role-ended',
          object,
          detail: { role, until },
        })
      })
      return c.json({ ended: true as const })
    })
    .get('/:staffId/leaving', async (c) =>
      c.json(await whatIsLeft(deps, c.get('ctx'), c.req.param('staffId'))),
    )
    .post('/:staffId/leave', valid('json', Leaving), async (c) => {
      await leave(deps, c.get('ctx'), c.req.param('staffId'), c.req.valid('json'))
      return c.json({ left: true as const })
    })
    .post('/:staffId/rejoin', async (c) => c.json(await rejoin(deps, c.get('ctx'), c.req.param('staffId'))))
