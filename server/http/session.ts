import type { MiddlewareHandler } from 'hono'
import { mayDo, type Permission, purposeOf } from '../../core/access/access.ts'
import type { Ctx } from '../ctx.ts'
import { Problem } from './problem.ts'

/** What routes find in `c.var`: on staff and service routes `ctx` is there once `allow` let the request through. */
export type Session = { Variables: { ctx: Ctx; requestId: string } }

/** Finds out who asks: null when nobody is signed in. */
export type WhoIs = (request: Request) => Promise<Ctx | null>

/** Puts who asks into `c.var.ctx`, if anybody. */
export const identify =
  (whoIs: WhoIs, address: (request: Request) => string | null): MiddlewareHandler<Session> =>
  async (c, next) => {
    const ctx = await whoIs(c.req.raw)
    if (ctx) c.set('ctx', { ...ctx, requestId: c.get('requestId'), address: address(c.req.raw) })
    await next()
  }

/** Lets through whose role grants the permission: 401 without a session, 403 without the right. */
export const allow =
  (permission: Permission): MiddlewareHandler<Session> =>
  async (c, next) => {
    const ctx = c.get('ctx') as Ctx | undefined
    if (!ctx) throw new Problem(401, 'sign_in', 'Sign in first')
    const role = ctx.roles.find((held) => mayDo(held, permission))
    if (!role) throw new Problem(403, 'forbidden', 'Your role does not allow this')
    c.set('ctx', { ...ctx, role, purpose: purposeOf(permission) })
    await next()
  }
