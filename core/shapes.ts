import { z } from 'zod'
import { notACodeOf } from './codes/systems.ts'
import { approximateDays } from './time/duration.ts'
import { cleanText } from './words/clean-text.ts'
import type { Localised } from './words.ts'

/** Names that mean something to every JavaScript object; a definition may not use them as a key. */
const prototypeNames = new Set(Object.getOwnPropertyNames(Object.prototype).concat('prototype'))

function notAPrototypeName(name: string): boolean {
  return !prototypeNames.has(name)
}

const prototypeNameMessage = 'this name belongs to JavaScript itself; choose another'

/** lower-case-with-hyphens: instruments, outcome sets, moments, stages, roles. */
export const idShape = z
  .string()
  .max(64)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'write lower-case letters, digits and single hyphens, such as "hip-knee"',
  )
  .refine(notAPrototypeName, prototypeNameMessage)

/** lower_case_with_underscores: items and scales, by their owner's short names (`total`, `gph_t`, `global07r`). */
export const keyShape = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9_]*$/, 'write lower-case letters, digits and underscores, such as "pain_walking"')
  .refine(notAPrototypeName, prototypeNameMessage)

/** What somebody typed in one line: cleaned first, then measured. `errors` are the messages, where they are codes. */
export const lineShape = (
  least: number,
  most: number,
  errors: { type?: string; least?: string; most?: string } = {},
) =>
  z.string(errors.type).transform(cleanText).pipe(z.string().min(least, errors.least).max(most, errors.most))

/** By which something stored is named in a request: whatever it is, it has no character that cannot be stored. */
export const nameShape = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => cleanText(text) === text, 'this cannot be a name of anything here')

/** A language as its own two letters. */
export const languageShape = z.string().regex(/^[a-z]{2}$/, 'write a language such as "de"')

/** Something in words, in each language that it was written in. */
const inWords = (most: number): z.ZodType<Localised> => {
  const words = z.string().trim().min(1, 'this text is empty').max(most)
  return z.object({ nl: words, en: words }).catchall(words)
}

/** A text: what something is about, or what somebody reads. */
export const localisedShape = inWords(2000)

/** Characters of what something is called. */
export const TITLE_MOST = 120

/** What something is called: it stands in a table, above a page, on a button. */
export const titleShape = inWords(TITLE_MOST)

const LIFETIME_DAYS = 120 * 366

/**
 * ISO-8601 duration in whole calendar units, with an optional sign: `P14D`, `-P2W`, `PT4H`, `P1Y6M`. No longer than a life:
 * counted from a date it has to give a date.
 */
export const durationShape = z
  .string()
  .regex(
    /^-?P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(?=\d)(\d{1,4}H)?(\d{1,4}M)?)?$/,
    'write an ISO-8601 duration, such as "P14D", "P3M" or "-P2W"',
  )
  .refine((text) => !(Math.abs(approximateDays(text)) > LIFETIME_DAYS), 'this is longer than 120 years')

export const positiveDurationShape = durationShape.refine(
  (text) => !text.startsWith('-'),
  'this duration cannot be negative',
)

/** What a number stands on. `unverified` says that nobody has yet read it in the source itself. */
export const sourcedShape = {
  source: z.string().trim().min(1).max(500),
  unverified: z.literal(true).optional(),
}

/** A list in one code, or nothing but a point, would be a code that nobody has or that everybody has. */
const oneCode = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\d][^\s,;]*$/u, 'write one code, without spaces or commas, such as "M16"')

export const codeShape = z
  .strictObject({ system: z.string().trim().min(1).max(200), code: oneCode })
  .superRefine((given, { addIssue }) => {
    const written = oneCode.safeParse(given.code).success ? notACodeOf(given) : undefined
    if (!written) return
    const { name, such } = written
    const en = `this is no code of ${name}; check it, and write one such as "${such}"`
    const nl = `dit is geen code van ${name}; kijk hem na, en schrijf er een zoals "${such}"`
    addIssue({ code: 'custom', path: ['code'], message: en, params: { message: { nl, en } } })
  })

export const directionShape = z.enum(['higher-is-better', 'higher-is-worse'])
export type Direction = z.infer<typeof directionShape>
