import { Hono } from 'hono'
import { z } from 'zod'
import { concerns } from '../../core/consult/board.ts'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readBoard } from './read-board.ts'

const several = z.union([nameShape.transform((one) => [one]), z.array(nameShape).max(50)])
const Choice = z.object({
  team: nameShape.optional(),
  side: nameShape.optional(),
  treatment: nameShape.optional(),
  lead: nameShape.optional(),
  only: z.enum(concerns).optional(),
  open: several.optional(),
})

/** The care-path board: the patients of a team in their stages, without names. */
export const boardRoutes = (deps: Deps) =>
  new Hono<Session>().get('/', allow('clinic:read'), valid('query', Choice), async (c) =>
    c.json(await readBoard(deps, c.var.ctx, c.req.valid('query'))),
  )
