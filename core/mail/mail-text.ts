import { z } from 'zod'
import { lineShape } from '../shapes.ts'
import { cleanText } from '../words/clean-text.ts'
import { healthWordsIn } from './health-words.ts'

// What an organisation says in its own words in mail to patients: the subject and the first lines. All else stays as it
// is, because nobody may leave it out: the link, until when, whom to call, how to end the mail.

export const mailTextKinds = ['invitation', 'reminder', 'thanks', 'agreement'] as const
export type MailTextKind = (typeof mailTextKinds)[number]
export const mailTextLanguages = ['nl', 'en'] as const
export type MailTextLanguage = (typeof mailTextLanguages)[number]

const MOST_LINES = 4

/** `opening` may have lines; each becomes a paragraph. '{organisation}' stands for the organisation's name. */
export const mailTextShape = z.strictObject({
  subject: lineShape(3, 90),
  opening: z
    .string()
    .max(700)
    .transform((text) => linesOf(text).join('\n'))
    .pipe(z.string().min(10).max(600)),
})
export type MailText = z.infer<typeof mailTextShape>

export const linesOf = (text: string): string[] => text.split(/\r?\n/).map(cleanText).filter(Boolean)

export type MailTextProblem = {
  field: keyof MailText
  code: 'health-words' | 'address' | 'placeholder' | 'lines'
  /** The words that it is about, as they stand in the text or in the list. */
  found: string[]
}

const NAME = /\{(organisation|organisatie)\}/gi
// Whoever gets a mail must be able to trust that its one link is ours.
const ADDRESS = /https?:\/\/\S*|www\.\S*|\S+@\S+|\S+\.(?:nl|com|eu|org|net|be|de)\b/gi

/** Why a text may not go to patients; empty where it may. */
export const mailTextProblems = (text: MailText): MailTextProblem[] =>
  (['subject', 'opening'] as const).flatMap((field) => {
    const said = text[field].replace(NAME, '')
    const found: [MailTextProblem['code'], string[]][] = [
      ['health-words', healthWordsIn(said)],
      ['address', said.match(ADDRESS) ?? []],
      ['placeholder', said.match(/[{}][^{}\s]*\}?/g) ?? []],
      ['lines', field === 'opening' && linesOf(said).length > MOST_LINES ? [String(MOST_LINES)] : []],
    ]
    return found.flatMap(([code, words]) => (words.length > 0 ? [{ field, code, found: words }] : []))
  })

/** The text as it goes out. */
export const withName = (text: string, organisation: string): string => text.replace(NAME, () => organisation)
