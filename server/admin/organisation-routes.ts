import { and, desc, eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { serviceKeys } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import {
  addTeam,
  changeOrganisation,
  changeTeam,
  mustBePublished,
  OrganisationInput,
  publishedSets,
  readOrganisation,
  readTeams,
  TeamInput,
} from '../organisations/store.ts'
import { hashOf, newToken } from '../staff/links.ts'

const KeyInput = z.strictObject({ name: lineShape(2, 80) })
const TeamChange = TeamInput.omit({ outcomeSet: true })

/** The organisation, its teams, and the keys with which other systems call. For administrators. */
export const organisationRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('organisation:write'), async (c) => c.json(await readOrganisation(deps.db, c.get('ctx'))))
    .put('/', allow('organisation:write'), valid('json', OrganisationInput), async (c) => {
      const ctx = c.get('ctx')
      await deps.db.transaction(async (tx) => {
        await changeOrganisation(tx, ctx, c.req.valid('json'))
        await record(tx, deps, ctx, {
          action: 'U',
          type: 'organisation.changed',
          object: { type: 'organisation', id: ctx.organisationId },
        })
      })
      return c.json({ changed: true as const })
    })
    .get('/outcome-sets', allow('teams:write'), async (c) => c.json(await publishedSets(deps)))
    .get('/teams', allow('teams:write'), async (c) => c.json(await readTeams(deps.db, c.get('ctx'))))
    .post('/teams', allow('teams:write'), valid('json', TeamInput), async (c) => {
      const [ctx, given] = [c.get('ctx'), c.req.valid('json')]
      const id = await deps.db.transaction(async (tx) => {
        await mustBePublished(tx, given.outcomeSet)
        const made = await addTeam(tx, deps, ctx, given)
        await record(tx, deps, ctx, { action: 'C', type: 'team.created', object: { type: 'team', id: made } })
        return made
      })
      return c.json({ id })
    })
    .put('/teams/:teamId', allow('teams:write'), valid('json', TeamChange), async (c) => {
      const [ctx, id] = [c.get('ctx'), c.req.param('teamId')]
      await deps.db.transaction(async (tx) => {
        await changeTeam(tx, ctx, id, c.req.valid('json'))
        await record(tx, deps, ctx, { action: 'U', type: 'team.changed', object: { type: 'team', id } })
      })
      return c.json({ changed: true as const })
    })
    .get('/service-keys', allow('services:write'), async (c) => c.json(await readKeys(deps, c.get('ctx'))))
    .post('/service-keys', allow('services:write'), valid('json', KeyInput), async (c) =>
      c.json(await makeKey(deps, c.get('ctx'), c.req.valid('json').name)),
    )
    .post('/service-keys/:keyId/revoke', allow('services:write'), async (c) => {
      await revokeKey(deps, c.get('ctx'), c.req.param('keyId'))
      return c.json({ revoked: true as const })
    })

const readKeys = ({ db }: Pick<Deps, 'db'>, ctx: Ctx) =>
  db
    .select({
      id: serviceKeys.id,
      name: serviceKeys.name,
      createdAt: serviceKeys.createdAt,
      revokedAt: serviceKeys.revokedAt,
    })
    .from(serviceKeys)
    .where(eq(serviceKeys.organisationId, ctx.organisationId))
    .orderBy(desc(serviceKeys.createdAt))

/** Makes a key and gives it: the only time it can be read. */
async function makeKey(deps: Deps, ctx: Ctx, name: string) {
  const key = `uk_${newToken()}`
  const id = deps.newId('key')
  const createdAt = deps.now().toISOString()
  await deps.db
    .transaction(async (tx) => {
      const row = { id, organisationId: ctx.organisationId, name, keyHash: hashOf(key), createdAt }
      await tx.insert(serviceKeys).values(row)
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'service-key.created',
        object: { type: 'service-key', id },
      })
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? conflict('name_taken', 'Another key has this name') : error
    })
  return { id, key }
}

async function revokeKey(deps: Deps, ctx: Ctx, id: string) {
  await deps.db.transaction(async (tx) => {
    const revoked = await tx
      .update(serviceKeys)
      .set({ revokedAt: deps.now().toISOString() })
      .where(
        and(
          eq(serviceKeys.id, id),
          eq(serviceKeys.organisationId, ctx.organisationId),
          isNull(serviceKeys.revokedAt),
        ),
      )
      .returning({ id: serviceKeys.id })
    if (revoked.length === 0) throw notFound('key')
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'service-key.revoked',
      object: { type: 'service-key', id },
    })
  })
}
