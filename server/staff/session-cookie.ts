import type { Context } from 'hono'
import { setSignedCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { authSecret, cookieNames, isHttps, LONGEST_SESSION_SECONDS } from './auth.ts'

/** Hands a session to the browser, in the cookie that better-auth would have set. */
export const giveSession = (c: Context, { config, secret }: Pick<Deps, 'config' | 'secret'>, token: string) =>
  setSignedCookie(c, cookieNames(config).session, token, authSecret(secret), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(config),
    maxAge: LONGEST_SESSION_SECONDS,
  })
