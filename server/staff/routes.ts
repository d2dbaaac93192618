import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import type { Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import type { Auth } from './auth.ts'
import { claimCode } from './second-factor.ts'
import {
  askAuth,
  challenged,
  challengeOver,
  refusalOf,
  tooManyTries,
  usedCode,
  wrongCode,
  wrongPassword,
} from './sign-in.ts'
import { recordSignIn } from './sign-in-record.ts'
import { forgetTries, mayTry } from './tries.ts'

const Credentials = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1024) })
const Code = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
const BackupCode = z.strictObject({ code: z.string().trim().toLowerCase().min(10).max(20) })

/**
 * Signing in and out under better-auth's own paths. Only these four of its paths are reachable: the rest of what it
 * can do is done by our own use cases, with their own rules and their line in the log.
 */
export function signInRoutes(deps: Deps, auth: Auth) {
  const addressOf = callerAddress(deps.config)
  const where = (c: Context<Session>) => ({ requestId: c.get('requestId'), address: addressOf(c.req.raw) })

  /** The second step: `body` is checked by better-auth for who was challenged; on success their session begins. */
  async function answerChallenge(c: Context<Session>, userId: string, path: string, body: { code: string }) {
    const answer = await askAuth(deps, auth, { path, request: c.req.raw, body })
    const how = path.endsWith('totp') ? 'totp' : 'backup-code'
    if (!answer.ok) {
      await recordSignIn(deps, { userId }, where(c), {
        type: 'session.refused',
        outcome: '4',
        detail: { how },
      })
      throw await refusalOf(answer, wrongCode)
    }
    await recordSignIn(deps, { userId }, where(c), { type: 'session.started', detail: { how } })
    passCookies(c, answer)
    return c.json({ signedIn: true as const })
  }

  return new Hono<Session>()
    .post('/sign-in/email', valid('json', Credentials), async (c) => {
      const { email, password } = c.req.valid('json')
      const one = { account: email, from: addressOf(c.req.raw) }
      if (!(await mayTry(deps.db, deps, one))) throw tooManyTries
      const answer = await askAuth(deps, auth, {
        path: '/sign-in/email',
        request: c.req.raw,
        body: { email, password },
      })
      if (!answer.ok) {
        await recordSignIn(deps, { email }, where(c), {
          type: 'session.refused',
          outcome: '4',
          detail: { how: 'password' },
        })
        throw await refusalOf(answer, wrongPassword)
      }
      await forgetTries(deps.db, deps, one)
      passCookies(c, answer)
      return c.json({ twoFactorRedirect: true as const })
    })
    .post('/two-factor/verify-totp', valid('json', Code), async (c) => {
      const { code } = c.req.valid('json')
      const userId = await challenged(deps, c.req.raw)
      if (!userId) throw challengeOver
      if (!(await claimCode(deps.db, deps, userId, code))) throw usedCode
      return answerChallenge(c, userId, '/two-factor/verify-totp', { code })
    })
    .post('/two-factor/verify-backup-code', valid('json', BackupCode), async (c) => {
      const userId = await challenged(deps, c.req.raw)
      if (!userId) throw challengeOver
      return answerChallenge(c, userId, '/two-factor/verify-backup-code', c.req.valid('json'))
    })
    .post('/sign-out', async (c) => {
      const answer = await askAuth(deps, auth, { path: '/sign-out', request: c.req.raw })
      const ctx = c.get('ctx') as Session['Variables']['ctx'] | undefined
      if (ctx) await recordSignIn(deps, { staffId: ctx.actor.id }, where(c), { type: 'session.ended' })
      passCookies(c, answer)
      c.header('Clear-Site-Data', '"cache"')
      return c.json({ signedOut: true as const })
    })
}

function passCookies(c: Context, answer: Response) {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}
