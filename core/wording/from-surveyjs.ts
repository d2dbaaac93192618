import { z } from 'zod'
import {
  asOffer,
  languageTag,
  noEnds,
  type OfferedItem,
  type OfferedOption,
  type ReadOffer,
  type Texts,
} from './offered.ts'

// A form as SurveyJS writes it, as far as wording goes. What it would do (expressions, HTML, addresses) is not read.

const textShape = z.union([z.string(), z.record(z.string(), z.string())]).optional()
type SurveyText = z.infer<typeof textShape>

const choiceShape = z.union([
  z.number(),
  z.string(),
  z.object({ value: z.union([z.number(), z.string()]), text: textShape }),
])

const elementShape = z.object({
  type: z.string(),
  name: z.string(),
  title: textShape,
  description: textShape,
  choices: z.array(choiceShape).optional(),
  rateValues: z.array(choiceShape).optional(),
  minRateDescription: textShape,
  maxRateDescription: textShape,
  rows: z.union([z.number(), z.array(choiceShape)]).optional(),
  columns: z.array(choiceShape).optional(),
  get elements(): z.ZodOptional<z.ZodArray<typeof elementShape>> {
    return z.array(elementShape).optional()
  },
})
type Element = z.infer<typeof elementShape>

const formShape = z.object({
  locale: z.string().optional(),
  pages: z.array(z.object({ elements: z.array(elementShape).optional() })).optional(),
  elements: z.array(elementShape).optional(),
})

/** The questions of a SurveyJS form, in its order; each row of a matrix is one. `language` is that of `default` and of plain texts. */
export function offerFromSurveyJs(json: unknown, language: string): ReadOffer {
  const read = formShape.safeParse(json)
  if (!read.success || !(read.data.pages || read.data.elements)) return { unreadable: 'not_a_questionnaire' }
  const { pages = [], elements = [], locale } = read.data
  const spoken = languageTag(locale || language)
  return asOffer(
    [...pages.flatMap((page) => page.elements ?? []), ...elements].flatMap((one) => questionsIn(one, spoken)),
  )
}

function questionsIn(element: Element, language: string): OfferedItem[] {
  if (element.type === 'panel') return (element.elements ?? []).flatMap((one) => questionsIn(one, language))
  if (WORDLESS.includes(element.type)) return []
  const title = textsOf(element.title ?? element.name, language)
  const about = { codes: [], hint: textsOf(element.description, language) }
  if (element.type === 'matrix' && Array.isArray(element.rows)) {
    const options = (element.columns ?? []).map((one) => optionOf(one, language))
    return element.rows.map((row) => {
      const { name, texts } = namedRow(row, language)
      return { ...about, name, texts, hint: title, options, ends: noEnds }
    })
  }
  const options = (element.choices ?? element.rateValues ?? []).map((one) => optionOf(one, language))
  const least = textsOf(element.minRateDescription, language)
  const most = textsOf(element.maxRateDescription, language)
  return [{ ...about, name: element.name, texts: title, options, ends: { least, most } }]
}

const WORDLESS = ['html', 'image', 'expression', 'signaturepad']

function namedRow(row: z.infer<typeof choiceShape>, language: string) {
  if (typeof row !== 'object') return { name: String(row), texts: textsOf(String(row), language) }
  return { name: String(row.value), texts: textsOf(row.text ?? String(row.value), language) }
}

function optionOf(choice: z.infer<typeof choiceShape>, language: string): OfferedOption {
  const { value, text } = typeof choice === 'object' ? choice : { value: choice, text: undefined }
  const number = /^-?\d{1,4}$/.test(String(value)) ? Number(value) : null
  return { value: number, texts: textsOf(text ?? String(value), language) }
}

/** SurveyJS calls the first language of a form `default`. */
function textsOf(text: SurveyText, language: string): Texts {
  if (text === undefined) return {}
  const given: [string, string][] = typeof text === 'string' ? [[language, text]] : Object.entries(text)
  return Object.fromEntries(
    given.flatMap(([tag, words]) =>
      words.trim() ? [[tag === 'default' ? language : languageTag(tag), words.trim()]] : [],
    ),
  )
}
