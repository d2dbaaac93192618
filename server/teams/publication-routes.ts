import { Hono } from 'hono'
import { z } from 'zod'
import { mayDo } from '../../core/access/access.ts'
import { nameShape } from '../../core/shapes.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { ledTeams } from '../staff/leads.ts'
import { approvePublication, endPublication, proposePublication, readPublications } from './publications.ts'
import { ledTeam } from './scope.ts'

const done = { done: true } as const

/** What teams show to everybody: proposed by their lead, approved by the board. */
export const publicationRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('publications:read'), async (c) => {
      const { ctx } = c.var
      const publications = await readPublications(deps, ctx)
      await recordRead(deps, ctx, { type: 'publications.read' })
      const led = await ledTeams(deps.db, ctx, deps.now())
      const mayApprove = ctx.roles.some((role) => mayDo(role, 'publications:approve'))
      return c.json({ publications, led, mayApprove })
    })
    .post('/', allow('team:steer'), valid('json', z.strictObject({ teamId: nameShape })), async (c) => {
      const team = await ledTeam(deps.db, c.var.ctx, c.req.valid('json').teamId, deps.now())
      return c.json(await proposePublication(deps, c.var.ctx, team), 201)
    })
    .put('/:publicationId/approved', allow('publications:approve'), async (c) => {
      await approvePublication(deps, c.var.ctx, c.req.param('publicationId'))
      return c.json(done)
    })
    .delete('/:publicationId', allow('publications:read'), async (c) => {
      await endPublication(deps, c.var.ctx, c.req.param('publicationId'))
      return c.json(done)
    })
