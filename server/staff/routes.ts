import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import type { Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import type { Auth } from './auth.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
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
import { recordRefusal, recordSignIn } from './sign-in-record.ts'
import { countFailure, forgetTries, mayTry, type Try } from './tries.ts'

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

  /** A try at an account, by a browser that it knows or from a network; thrown out when it comes too soon. */
  async function begin(c: Context<Session>, what: Try['what'], account: string): Promise<Try> {
    const known = knownBrowser(deps, c.req.header('cookie') ?? null, account)
    const from = known ? { holding: known } : { network: addressOf(c.req.raw) }
    const one = { what, account, from }
    if (!(await mayTry(deps.db, deps, one))) throw tooManyTries
    return one
  }

  /** The second step: the code is checked by better-auth for who was challenged; on success their session begins. */
  async function answerChallenge(c: Context<Session>, how: 'totp' | 'backup-code', code: string) {
    const person = await challenged(deps, c.req.raw)
    if (!person) throw challengeOver
    const { userId, email } = person
    const one = await begin(c, 'code', email)
    if (how === 'totp' && !(await claimCode(deps.db, deps, userId, code))) throw usedCode
    const asked = { path: `/two-factor/verify-${how}`, request: c.req.raw, body: { code } }
    const answer = await askAuth(deps, auth, asked)
    if (!answer.ok) {
      await countFailure(deps, one.from)
      await recordRefusal(deps, { userId }, where(c), how)
      throw await refusalOf(answer, wrongCode)
    }
    await forgetTries(deps.db, deps, one)
    await recordSignIn(deps, { userId }, where(c), { type: 'session.started', detail: { how } })
    passCookies(c, answer)
    rememberBrowser(c, deps, email)
    return c.json({ signedIn: true as const })
  }

  return new Hono<Session>()
    .post('/sign-in/email', valid('json', Credentials), async (c) => {
      const { email, password } = c.req.valid('json')
      const one = await begin(c, 'password', email)
      const asked = { path: '/sign-in/email', request: c.req.raw, body: { email, password } }
      const answer = await askAuth(deps, auth, asked)
      if (!answer.ok) {
        await countFailure(deps, one.from)
        await recordRefusal(deps, { email }, where(c), 'password')
        throw await refusalOf(answer, wrongPassword)
      }
      await forgetTries(deps.db, deps, one)
      passCookies(c, answer)
      return c.json({ twoFactorRedirect: true as const })
    })
    .post('/two-factor/verify-totp', valid('json', Code), (c) =>
      answerChallenge(c, 'totp', c.req.valid('json').code),
    )
    .post('/two-factor/verify-backup-code', valid('json', BackupCode), (c) =>
      answerChallenge(c, 'backup-code', c.req.valid('json').code),
    )
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
