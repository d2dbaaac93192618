import { Hono } from 'hono'
import { z } from 'zod'
import { LEAST_ANSWERS } from '../../core/figures/team-round.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { idShape } from '../../core/shapes.ts'
import { recordRead } from '../audit/store.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { leads } from '../staff/leads.ts'
import { ledTeam, ownTeam } from '../teams/scope.ts'
import { readRounds } from './read-rounds.ts'
import { askable, endRound, startRound } from './start-round.ts'

const Start = z.strictObject({
  instrument: idShape,
  people: z.int().min(LEAST_ANSWERS).max(200),
  days: z.int().min(1).max(60),
})

/** What a team asks its colleagues and partners: its lead starts and ends a round, who works in it reads the outcome. */
export const roundRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/:teamId/rounds', allow('improvements:write'), async (c) => {
      const { ctx } = c.var
      const team = await ownTeam(deps.db, ctx, c.req.param('teamId'))
      const rounds = await readRounds(deps.db, team.id, deps.now())
      await recordRead(deps, ctx, { type: 'rounds.read', object: { type: 'team', id: team.id } })
      const mayStart = await leads(deps.db, ctx, team.id, deps.now())
      const questionnaires = (await askable(deps)).map(({ instrument }) => ({
        id: instrument.id,
        title: titleForStaff(instrument),
        minutes: instrument.minutes,
      }))
      return c.json({ rounds, mayStart, questionnaires })
    })
    .post('/:teamId/rounds', allow('team:steer'), valid('json', Start), async (c) => {
      const team = await ledTeam(deps.db, c.var.ctx, c.req.param('teamId'), deps.now())
      return c.json(await startRound(deps, c.var.ctx, team.id, c.req.valid('json')), 201)
    })
    .put('/:teamId/rounds/:roundId/ended', allow('team:steer'), async (c) => {
      const team = await ledTeam(deps.db, c.var.ctx, c.req.param('teamId'), deps.now())
      await endRound(deps, c.var.ctx, team.id, c.req.param('roundId'))
      return c.json({ done: true as const })
    })
