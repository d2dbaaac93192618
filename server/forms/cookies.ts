import { hash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '../../core/words.ts'
import type { Config } from '../config.ts'

/** Language and size of text, as this browser chose them, null where nothing was chosen; and whether it holds the typeface. */
export type Look = { language: Language | null; size: 1 | 2 | 3; letters: boolean }

const LOOK = 'look'
const LOOK_DAYS = 180

const isSecure = ({ PATIENT_URL }: Pick<Config, 'PATIENT_URL'>) => PATIENT_URL.startsWith('https:')

// The prefix makes browsers refuse the cookie from anywhere but this very host; it needs https.
const nameOf = (config: Pick<Config, 'PATIENT_URL'>) => (isSecure(config) ? '__Host-answer' : 'answer')

const hashOf = (secret: string) => hash('sha256', secret, 'base64url')

/** The id of the session whose cookie this browser sent, or null. Only a hash of the cookie is ever stored. */
export function sessionIdOf(c: Context, config: Pick<Config, 'PATIENT_URL'>): string | null {
  const secret = getCookie(c, nameOf(config))
  return secret ? hashOf(secret) : null
}

/** Gives this browser a fresh session cookie, and the id under which to store it. */
export function giveSession(c: Context, config: Pick<Config, 'PATIENT_URL'>): string {
  const secret = randomBytes(32).toString('base64url')
  setCookie(c, nameOf(config), secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(config),
  })
  return hashOf(secret)
}

export function lookOf(c: Context): Look {
  const [language, size] = (getCookie(c, LOOK) ?? '').split('.')
  return {
    language: languages.find((known) => known === language) ?? null,
    size: size === '2' ? 2 : size === '3' ? 3 : 1,
    letters: getCookie(c, 'letters') === '1',
  }
}

export function keepLook(
  c: Context,
  config: Pick<Config, 'PATIENT_URL'>,
  { language, size }: Omit<Look, 'letters'>,
) {
  setCookie(c, LOOK, `${language ?? ''}.${size}`, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(config),
    maxAge: LOOK_DAYS * 86_400,
  })
}
