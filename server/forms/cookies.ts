import { hash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import { cookiesOf } from '../http/cookies-of.ts'

const isSecure = ({ PATIENT_URL }: Pick<Config, 'PATIENT_URL'>) => PATIENT_URL.startsWith('https:')

// The prefix makes browsers refuse the cookie from anywhere but this very host; it needs https.
const nameOf = (config: Pick<Config, 'PATIENT_URL'>) => (isSecure(config) ? '__Host-answer' : 'answer')

const hashOf = (secret: string) => hash('sha256', secret, 'base64url')

/** The id of the session whose cookie this browser sent, or null. Only a hash of the cookie is ever stored. */
export function sessionIdOf(c: Context, config: Pick<Config, 'PATIENT_URL'>): string | null {
  const secret = cookiesOf(c)[nameOf(config)]
  return secret ? hashOf(secret) : null
}

/** Gives this browser a fresh session cookie, and the id under which to store it. */
export function giveSession(c: Context, config: Pick<Config, 'PATIENT_URL'>): string {
  const { secret, id } = newSession()
  keepSession(c, config, secret)
  return id
}

/** A secret for a cookie, and the id under which its session is stored. */
export function newSession() {
  const secret = randomBytes(32).toString('base64url')
  return { secret, id: hashOf(secret) }
}

export const keepSession = (c: Context, config: Pick<Config, 'PATIENT_URL'>, secret: string): void =>
  setCookie(c, nameOf(config), secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(config),
  })

export const dropSession = (c: Context, config: Pick<Config, 'PATIENT_URL'>): void =>
  void deleteCookie(c, nameOf(config), { path: '/', secure: isSecure(config) })
