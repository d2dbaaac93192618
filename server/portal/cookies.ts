import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import type { Trip } from './identity.ts'

const KEPT_SECONDS = 600

type Hosts = Pick<Deps['config'], 'PATIENT_URL'>

const isSecure = ({ PATIENT_URL }: Hosts) => PATIENT_URL.startsWith('https:')
// The prefix makes browsers refuse the cookie from anywhere but this very host; it needs https.
const nameOf = (config: Hosts, name: string) => (isSecure(config) ? `__Host-${name}` : name)
// Lax, not Strict: the browser comes back here from the provider's site.
const guarded = (config: Hosts) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(config) }) as const

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Who proved to be whom, and has records in several organisations: which one is still to be chosen. */
export type Choice = { issuer: string; subjectKey: string; level: string }

/** What is remembered in the browser that signs in, sealed, for ten minutes and one use. */
type Kept = { 'sign-in': Trip; choose: Choice }
type Tools = Pick<Deps, 'config' | 'seal' | 'now'>

export function keep<Name extends keyof Kept>(
  c: Context,
  { config, seal, now }: Tools,
  name: Name,
  value: Kept[Name],
) {
  const until = now().getTime() + KEPT_SECONDS * 1000
  const sealed = seal.close(JSON.stringify({ value, until }), `portal-${name}`)
  setCookie(c, nameOf(config, name), sealed, { ...guarded(config), maxAge: KEPT_SECONDS })
}

/** What this browser was given to remember; null when there is nothing, or it is too old. */
export function recall<Name extends keyof Kept>(
  c: Context,
  { config, seal, now }: Tools,
  name: Name,
): Kept[Name] | null {
  const sealed = getCookie(c, nameOf(config, name))
  if (!sealed) return null
  try {
    const { value, until } = JSON.parse(seal.open(sealed, `portal-${name}`)) as {
      value: Kept[Name]
      until: number
    }
    return until > now().getTime() ? value : null
  } catch {
    return null // not sealed by us: as good as none
  }
}

export const forget = (c: Context, { config }: Pick<Deps, 'config'>, name: keyof Kept) =>
  deleteCookie(c, nameOf(config, name), guarded(config))

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
