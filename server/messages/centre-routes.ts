import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape, nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { mailCentre } from './centre.ts'
import { dryRun } from './dry-run.ts'
import { listMessages } from './list-messages.ts'
import { pauseSet, resumeSet } from './pause-set.ts'
import { whoStarts } from './starts.ts'

const List = z.object({
  state: z.enum(['waiting', 'sent', 'suppressed', 'failed']),
  at: z.iso.datetime().optional(),
  id: nameShape.optional(),
})
const OfSet = z.object({ outcomeSet: nameShape })
const Pausing = z.strictObject({ reason: lineShape(3, 200) })

/** The message centre: how mail is doing, what went and will go, and the brake. Teams see what is about their own. */
export const centreRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('messages:oversee'), async (c) => c.json(await mailCentre(deps, c.var.ctx)))
    .get('/starts', allow('messages:oversee'), async (c) => c.json(await whoStarts(deps, c.var.ctx)))
    .get('/list', allow('messages:list'), valid('query', List), async (c) => {
      const { state, at, id } = c.req.valid('query')
      return c.json(await listMessages(deps, c.var.ctx, { state, behind: at && id ? { at, id } : null }))
    })
    .get('/dry-run', allow('messages:list'), async (c) => c.json(await dryRun(deps, c.var.ctx)))
    .put(
      '/pauses/:outcomeSet',
      allow('messages:pause'),
      valid('param', OfSet),
      valid('json', Pausing),
      async (c) =>
        c.json(await pauseSet(deps, c.var.ctx, c.req.valid('param').outcomeSet, c.req.valid('json').reason)),
    )
    .delete('/pauses/:outcomeSet', allow('messages:pause'), valid('param', OfSet), async (c) => {
      await resumeSet(deps, c.var.ctx, c.req.valid('param').outcomeSet)
      return c.json({ done: true as const })
    })
