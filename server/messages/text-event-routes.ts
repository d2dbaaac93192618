import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { notFound, Problem } from '../http/problem.ts'
import { secureApi } from '../http/security-headers.ts'
import { valid } from '../http/valid.ts'
import { takeText } from './take-text.ts'

const MOST_BYTES = 16 * 1024

const Told = z.discriminatedUnion('event', [
  z.object({ event: z.literal('delivered'), id: nameShape }),
  z.object({ event: z.literal('failed'), id: nameShape, final: z.boolean().default(false) }),
  z.object({ event: z.literal('reply'), from: z.string().min(3).max(30), text: z.string().max(4000) }),
])

/**
 * Where the gateway for text messages tells what became of them and what people answer (docs/text-messages.md). It shows
 * SMS_REPLY_TOKEN; without that setting there is no such place.
 */
export const textEventRoutes = (deps: Deps) =>
  new Hono()
    .use(secureApi)
    .use(bodyWithin(MOST_BYTES))
    .post(
      '/',
      async (c, next) => {
        const { SMS_REPLY_TOKEN } = deps.config
        if (!SMS_REPLY_TOKEN) throw notFound('address')
        if (!isSame(c.req.header('authorization') ?? '', `Bearer ${SMS_REPLY_TOKEN}`))
          throw new Problem(401, 'sign_in', 'Show SMS_REPLY_TOKEN as a bearer token')
        await next()
      },
      valid('json', Told),
      async (c) => {
        await takeText(deps, c.req.valid('json'))
        return c.json({ done: true as const })
      },
    )

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
