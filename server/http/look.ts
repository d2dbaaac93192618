import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { type PatientLanguage, patientLanguage, patientLanguages } from '../../core/words.ts'
import type { Config } from '../config.ts'
import { cookiesOf } from './cookies-of.ts'

/**
 * Language and size of text, as this browser chose them on a page for patients, null where nothing was chosen; and
 * whether it holds the typeface.
 */
export type Look = { language: PatientLanguage | null; size: 1 | 2 | 3; letters: boolean }

const LOOK = 'look'
const LOOK_DAYS = 180

export function lookOf(c: Context): Look {
  const [language, size] = (cookiesOf(c)[LOOK] ?? '').split('.')
  return { ...read(language, size, { language: null, size: 1 }), letters: cookiesOf(c).letters === '1' }
}

/** What somebody reads who chose nothing and whom nobody knows: the first language of their browser that we write; else Dutch. */
export function languageOfBrowser(c: Context): PatientLanguage {
  const accepted = (c.req.header('accept-language') ?? '').split(',').map((one) => one.trim().slice(0, 2))
  return patientLanguage(...accepted, 'nl')
}

/** Keeps what a form asks for; what is left out, or is none of ours, stays as it was. */
export function keepLook(
  c: Context,
  { PATIENT_URL }: Pick<Config, 'PATIENT_URL'>,
  wanted: { language?: unknown; size?: unknown },
) {
  const { language, size } = read(wanted.language, wanted.size, lookOf(c))
  setCookie(c, LOOK, `${language ?? ''}.${size}`, {
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

const read = (language: unknown, size: unknown, otherwise: Omit<Look, 'letters'>): Omit<Look, 'letters'> => ({
  language: patientLanguages.find((known) => known === language) ?? otherwise.language,
  size: ([1, 2, 3] as const).find((known) => String(known) === size) ?? otherwise.size,
})
