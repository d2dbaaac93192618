import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { type PatientLanguage, patientLanguage, patientLanguages } from '../../core/words.ts'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { cookiesOf } from './cookies-of.ts'

/**
 * Language and size of text, as this browser chose them on a page for patients, null where nothing was chosen; and
 * whether it holds the typeface, and since an earlier visit: one visit has one typeface, from its first page to its last.
 */
export type Look = {
  language: PatientLanguage | null
  size: 1 | 2 | 3
  letters: 'held' | 'new' | 'none'
  /** When the language was chosen in this browser: milliseconds since 1970; 0 where nobody did. */
  chosenAt: number
}

const LOOK = 'look'
const LOOK_DAYS = 180

export function lookOf(c: Context): Look {
  const [language, size, at = ''] = (cookiesOf(c)[LOOK] ?? '').split('.')
  const chosenAt = /^[\da-z]{1,9}$/.test(at) ? Number.parseInt(at, 36) : 0
  const held = cookiesOf(c).letters === '1'
  const letters = held ? (cookiesOf(c)['letters-new'] === '1' ? 'new' : 'held') : 'none'
  return { ...read(language, size, { language: null, size: 1 }), letters, chosenAt }
}

/** What somebody reads who chose nothing and whom nobody knows: the first language of their browser that we write; else Dutch. */
export function languageOfBrowser(c: Context): PatientLanguage {
  const accepted = (c.req.header('accept-language') ?? '').split(',').map((one) => one.trim().slice(0, 2))
  return patientLanguage(...accepted, 'nl')
}

/** Keeps what a form asks for; what is left out, or is none of ours, stays as it was. */
export function keepLook(
  c: Context,
  { config: { PATIENT_URL }, now }: Pick<Deps, 'config' | 'now'>,
  wanted: { language?: unknown; size?: unknown },
) {
  const before = lookOf(c)
  const { language, size } = read(wanted.language, wanted.size, before)
  const chosenAt = wanted.language && wanted.language === language ? now().getTime() : before.chosenAt
  setCookie(c, LOOK, `${language ?? ''}.${size}.${chosenAt.toString(36)}`, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: PATIENT_URL.startsWith('https:'),
    maxAge: LOOK_DAYS * 86_400,
  })
}

/** Forgets what was chosen here: the next one is somebody else. */
export const dropLook = (c: Context, { PATIENT_URL }: Pick<Config, 'PATIENT_URL'>) =>
  deleteCookie(c, LOOK, { path: '/', secure: PATIENT_URL.startsWith('https:') })

type Chosen = Pick<Look, 'language' | 'size'>

const read = (language: unknown, size: unknown, otherwise: Chosen): Chosen => ({
  language: patientLanguages.find((known) => known === language) ?? otherwise.language,
  size: ([1, 2, 3] as const).find((known) => String(known) === size) ?? otherwise.size,
})
