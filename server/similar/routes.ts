import { Hono } from 'hono'
import { z } from 'zod'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readSimilar } from './read-similar.ts'

const Enrolment = z.object({ enrolmentId: nameShape })

/** Patients like this one, where an outcome set has switched that on. */
export const similarRoutes = (deps: Deps) =>
  new Hono<Session>().get('/:enrolmentId', allow('outcomes:read'), valid('param', Enrolment), async (c) =>
    c.json(await readSimilar(deps, c.var.ctx, c.req.valid('param').enrolmentId)),
  )
