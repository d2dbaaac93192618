import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import type { Trip } from './identity.ts'

const TRIP_SECONDS = 600
const TRIP_PLACE = 'portal-trip'

type Hosts = Pick<Deps['config'], 'PATIENT_URL'>

const isSecure = ({ PATIENT_URL }: Hosts) => PATIENT_URL.startsWith('https:')
// The prefix makes browsers refuse the cookie from anywhere but this very host; it needs https.
const nameOf = (config: Hosts, name: string) => (isSecure(config) ? `__Host-${name}` : name)
// Lax, not Strict: the browser comes back here from the provider's site.
const guarded = (config: Hosts) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(config) }) as const

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Remembers a sign-in under way, sealed, in the browser that began it. */
export function keepTrip(c: Context, { config, seal }: Pick<Deps, 'config' | 'seal'>, trip: Trip) {
  const sealed = seal.close(JSON.stringify(trip), TRIP_PLACE)
  setCookie(c, nameOf(config, 'sign-in'), sealed, { ...guarded(config), maxAge: TRIP_SECONDS })
}

/** The sign-in that this browser began, once; null when there is none. */
export function takeTrip(c: Context, { config, seal }: Pick<Deps, 'config' | 'seal'>): Trip | null {
  const sealed = getCookie(c, nameOf(config, 'sign-in'))
  deleteCookie(c, nameOf(config, 'sign-in'), guarded(config))
  if (!sealed) return null
  try {
    return JSON.parse(seal.open(sealed, TRIP_PLACE)) as Trip
  } catch {
    return null // not sealed by us: as good as none
  }
}

/** The id of the session whose cookie this browser sent, or null. Only a hash of the cookie is ever stored. */
export function sessionIdOf(c: Context, config: Hosts): string | null {
  const secret = getCookie(c, nameOf(config, 'mijn'))
  return secret ? hashOf(secret) : null
}

/** Gives this browser a fresh session cookie, and the id under which to store it. */
export function giveSession(c: Context, config: Hosts): string {
  const secret = randomBytes(32).toString('base64url')
  setCookie(c, nameOf(config, 'mijn'), secret, guarded(config))
  return hashOf(secret)
}

export const dropSession = (c: Context, config: Hosts) =>
  deleteCookie(c, nameOf(config, 'mijn'), guarded(config))
