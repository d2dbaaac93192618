import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { keyedHash } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { isHttps } from '../staff/auth.ts'
import { newToken } from '../staff/links.ts'
import type { Trip } from './smart.ts'

const TRIP_SECONDS = 600
const PLACE = 'launch-trip'
/** By this header a page says that it is the one a record system opened, and which. */
export const LAUNCH_HEADER = 'x-launch'

type Works = Pick<Deps, 'config' | 'seal' | 'now'>

const nameOf = (config: Deps['config'], name: string) => (isHttps(config) ? `__Host-${name}` : name)

/**
 * Within a page of the record system a browser sends only cookies that may go to other sites, and keeps those apart by
 * the page they are within (CHIPS): nothing of them is seen anywhere else. A window of its own has the strict kind.
 */
function guarded(c: Context, config: Deps['config']) {
  const framed = ['iframe', 'frame', 'embed', 'object'].includes(c.req.header('sec-fetch-dest') ?? '')
  return framed
    ? ({ httpOnly: true, sameSite: 'None', path: '/', secure: true, partitioned: true } as const)
    : ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(config) } as const)
}

/** Remembers in this browser, sealed, for ten minutes, what must be the same when it comes back. */
export function keepTrip(c: Context, { config, seal, now }: Works, trip: Trip) {
  const until = now().getTime() + TRIP_SECONDS * 1000
  const sealed = seal.close(JSON.stringify({ trip, until }), PLACE)
  setCookie(c, nameOf(config, PLACE), sealed, { ...guarded(c, config), maxAge: TRIP_SECONDS })
}

/** What this browser left with, once; null where it did not, or too long ago. */
export function takeTrip(c: Context, { config, seal, now }: Works): Trip | null {
  const name = nameOf(config, PLACE)
  const sealed = getCookie(c, name)
  if (!sealed) return null
  deleteCookie(c, name, guarded(c, config))
  try {
    const { trip, until } = JSON.parse(seal.open(sealed, PLACE)) as { trip: Trip; until: number }
    return until > now().getTime() ? trip : null
  } catch {
    return null // not sealed by us: as good as none
  }
}

type Holds = Pick<Deps, 'config' | 'secret'>

/** What a browser holds: the token, and that it is one of ours. */
export const signedToken = (secret: string, token: string) =>
  `${token}.${keyedHash(secret, 'launched', token)}`

/** The token of the session that this request's browser holds, alive or not; nothing for one that we did not give out. */
export function launchToken({ config, secret }: Holds, cookies: string | null): string | undefined {
  const name = nameOf(config, 'launched')
  const given = Buffer.from((cookies && parse(cookies, name)[name]) || '')
  const token = given.toString().split('.')[0] ?? ''
  const right = Buffer.from(signedToken(secret, token))
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

/** Whom a limit on requests counts in a page that a record system opened: that session, as one that signed in here. */
export const orLaunchedKey =
  (deps: Holds, otherwise: (request: Request) => string) =>
  (request: Request): string =>
    (request.headers.has(LAUNCH_HEADER) && launchToken(deps, request.headers.get('cookie'))) ||
    otherwise(request)

/** A fresh token for this browser, which forgets any earlier one. */
export function giveToken(c: Context, { config, secret }: Holds, maxAge: number): string {
  const token = newToken()
  setCookie(c, nameOf(config, 'launched'), signedToken(secret, token), { ...guarded(c, config), maxAge })
  return token
}
