import { eq } from 'drizzle-orm'
import { parse } from 'hono/utils/cookie'
import { user, verification } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import { Problem } from '../http/problem.ts'
import { ADDRESS_HEADER, type Auth, authSecret, cookieNames } from './auth.ts'
import { signedCookie } from './signed-cookie.ts'

type Asked = { path: string; request: Request; body?: Record<string, string> }

/**
 * Passes a request on to better-auth with nothing of the caller's but the cookies, the origin and the fields we
 * checked; the address that it notes with a session is the one we know.
 */
export function askAuth(
  deps: Pick<Deps, 'config'>,
  auth: Auth,
  { path, request, body = {} }: Asked,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', origin: deps.config.STAFF_URL })
  const cookie = cookiesFor(deps.config, path, request.headers.get('cookie'))
  if (cookie) headers.set('cookie', cookie)
  headers.set('user-agent', request.headers.get('user-agent')?.slice(0, 200) ?? '')
  headers.set(ADDRESS_HEADER, callerAddress(deps.config)(request) ?? '127.0.0.1')
  const url = `${deps.config.STAFF_URL}/api/auth${path}`
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** A second step goes with its own cookie alone: with a session, better-auth would check the code for whose that is. */
function cookiesFor(config: Deps['config'], path: string, cookies: string | null): string | null {
  if (!cookies || !path.startsWith('/two-factor/')) return cookies
  const { challenge } = cookieNames(config)
  const value = parse(cookies, challenge)[challenge]
  return value ? `${challenge}=${encodeURIComponent(value)}` : null
}

/** Whose right password was given, and who now owes a code; null when that was too long ago, or never. */
export async function challenged(
  { db, config, secret }: Pick<Deps, 'db' | 'config' | 'secret'>,
  request: Request,
): Promise<{ userId: string; email: string } | null> {
  const { challenge } = cookieNames(config)
  const identifier = signedCookie(request.headers.get('cookie'), challenge, authSecret(secret))
  if (!identifier) return null
  const [found] = await db
    .select({ userId: user.id, email: user.email })
    .from(verification)
    .innerJoin(user, eq(user.id, verification.value))
    .where(eq(verification.identifier, identifier))
  return found ?? null
}

const OVER = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

/** A refusal by better-auth in our words; what it says to an attacker is the same for every reason. */
export async function refusalOf(answer: Response, wrong: Problem): Promise<Problem> {
  if (answer.status === 429) return tooManyTries
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string }
  if (code && OVER.has(code)) return challengeOver
  return wrong
}

export const tooManyTries = new Problem(429, 'too_many_tries', 'Too many tries; wait before the next')
export const challengeOver = new Problem(
  401,
  'challenge_over',
  'This took too long; start again with the password',
)
export const wrongPassword = new Problem(
  401,
  'wrong_credentials',
  'This address and password do not belong together',
)
export const wrongCode = new Problem(401, 'wrong_code', 'This code is not right')
export const usedCode = new Problem(401, 'used_code', 'This code was used already; wait for the next one')
