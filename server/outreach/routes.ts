import { Hono } from 'hono'
import { z } from 'zod'
import { callOutcomes } from '../../core/mail/outreach.ts'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { pdfAnswer } from '../pdf/answer.ts'
import { inLanguage, sheetShape } from '../pdf/asked.ts'
import { callList, phoneOf } from './call-list.ts'
import { lettersToday } from './letters.ts'
import { makeLetters, markPosted } from './make-letters.ts'
import { printLetters } from './print-letters.ts'
import { recordCall } from './record-call.ts'
import { RuleInput, ruledTeams, setRule } from './rules.ts'

const OfTeam = z.object({ teamId: nameShape })
const OfCall = z.object({ teamId: nameShape, assessmentId: nameShape })
const Posted = z.strictObject({ ids: z.array(nameShape).max(1000) })
const Ended = z.strictObject({ outcome: z.enum(callOutcomes) })

/** How people are reached who do not answer their mail: letters, the call list of a team, and its rules. */
export const outreachRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/teams', allow('calls:write'), async (c) => {
      const teams = await ruledTeams(deps.db, c.var.ctx, c.var.ctx.teamIds)
      return c.json(teams.map(({ id, name }) => ({ id, name })))
    })
    .get('/letters', allow('letters:write'), async (c) => c.json(await lettersToday(deps, c.var.ctx)))
    .post('/letters/print', allow('letters:write'), async (c) => c.json(await makeLetters(deps, c.var.ctx)))
    .post('/letters/pdf', allow('letters:write'), valid('query', sheetShape), async (c) =>
      pdfAnswer(c, await printLetters(deps, inLanguage(c.var.ctx, c.req.valid('query')))),
    )
    .post('/letters/posted', allow('letters:write'), valid('json', Posted), async (c) =>
      c.json({ posted: await markPosted(deps, c.var.ctx, c.req.valid('json').ids) }),
    )
    .get('/:teamId/calls', allow('calls:write'), valid('param', OfTeam), async (c) =>
      c.json(await callList(deps, c.var.ctx, c.req.valid('param').teamId)),
    )
    .get('/:teamId/calls/:assessmentId/phone', allow('calls:write'), valid('param', OfCall), async (c) =>
      c.json(await phoneOf(deps, c.var.ctx, c.req.valid('param'))),
    )
    .post(
      '/:teamId/calls/:assessmentId',
      allow('calls:write'),
      valid('param', OfCall),
      valid('json', Ended),
      async (c) => {
        await recordCall(deps, c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })
        return c.json({ done: true as const })
      },
    )
    .put(
      '/:teamId/rule',
      allow('outreach:set'),
      valid('param', OfTeam),
      valid('json', RuleInput),
      async (c) => {
        await setRule(deps, c.var.ctx, c.req.valid('param').teamId, c.req.valid('json'))
        return c.json({ done: true as const })
      },
    )
