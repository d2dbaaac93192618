import { z } from 'zod'
import {
  asOffer,
  joined,
  languageTag,
  leftOut,
  noEnds,
  type OfferedItem,
  type OfferedOption,
  type ReadOffer,
  type Texts,
  type Untaken,
} from '../questionnaire/offered.ts'

// A form as SurveyJS writes it, as far as wording goes. What it would do (expressions, HTML, addresses) is not read.

const textShape = z.union([z.string(), z.record(z.string(), z.string())]).optional()
type SurveyText = z.infer<typeof textShape>

const choiceShape = z.union([
  z.number(),
  z.string(),
  z.object({ value: z.union([z.number(), z.string()]), text: textShape }),
])

const conditions = { visibleIf: z.string().optional(), enableIf: z.string().optional() }

type Choice = z.infer<typeof choiceShape>

/** Spelled out because it holds itself. */
type Element = {
  visibleIf?: string | undefined
  enableIf?: string | undefined
  type: string
  name: string
  title?: SurveyText
  description?: SurveyText
  html?: SurveyText
  choices?: Choice[] | undefined
  rateValues?: Choice[] | undefined
  minRateDescription?: SurveyText
  maxRateDescription?: SurveyText
  rows?: number | Choice[] | undefined
  columns?: Choice[] | undefined
  elements?: Element[] | undefined
}

const elementShape: z.ZodType<Element> = z.object({
  ...conditions,
  type: z.string(),
  name: z.string(),
  title: textShape,
  description: textShape,
  html: textShape,
  choices: z.array(choiceShape).optional(),
  rateValues: z.array(choiceShape).optional(),
  minRateDescription: textShape,
  maxRateDescription: textShape,
  rows: z.union([z.number(), z.array(choiceShape)]).optional(),
  columns: z.array(choiceShape).optional(),
  elements: z.lazy(() => z.array(elementShape).optional()),
})

const pageShape = z.object({
  ...conditions,
  name: z.string().optional(),
  title: textShape,
  description: textShape,
  elements: z.array(elementShape).optional(),
})

const formShape = z.object({
  locale: z.string().optional(),
  description: textShape,
  pages: z.array(pageShape).optional(),
  elements: z.array(elementShape).optional(),
})

/** The questions of a SurveyJS form, in its order; each row of a matrix is one. `language` is that of `default` and of plain texts. */
export function offerFromSurveyJs(json: unknown, language: string): ReadOffer {
  const read = formShape.safeParse(json)
  if (!read.success || !(read.data.pages || read.data.elements)) return { unreadable: 'not_a_questionnaire' }
  const { pages = [], elements = [], description, locale } = read.data
  const spoken = languageTag(locale || language)
  const whole: Element[] = [
    ...pages.map((page) => ({ ...page, name: page.name ?? '', type: 'panel' })),
    ...elements,
  ]
  return asOffer(
    whole.flatMap((one) => questionsIn(one, {}, spoken)),
    [...leftOut(textsOf(description, spoken)), ...whole.flatMap((one) => untakenIn(one, spoken))],
  )
}

/** Texts that belong to no question, and conditions: of pages and panels as well as of questions. */
function untakenIn(element: Element, language: string): Untaken[] {
  const { title, name, html, visibleIf, enableIf, elements = [] } = element
  const [about = name] = Object.values(textsOf(title, language))
  return [
    ...[visibleIf, enableIf].flatMap((when): Untaken[] =>
      when ? [{ code: 'condition', said: [about, when] }] : [],
    ),
    ...(WORDLESS.includes(element.type)
      ? [title, element.description, html].flatMap((text) => leftOut(textsOf(text, language)))
      : []),
    ...elements.flatMap((one) => untakenIn(one, language)),
  ]
}

/** What a page or a panel says stands above each of its questions. */
function questionsIn(element: Element, stem: Texts, language: string): OfferedItem[] {
  const below = textsOf(element.description, language)
  if (element.type === 'panel') {
    const own = joined(stem, textsOf(element.title, language), below)
    return (element.elements ?? []).flatMap((one) => questionsIn(one, own, language))
  }
  if (WORDLESS.includes(element.type)) return []
  const title = textsOf(element.title ?? element.name, language)
  if (element.type === 'matrix' && Array.isArray(element.rows)) {
    const options = (element.columns ?? []).map((one) => optionOf(one, language))
    return element.rows.map((row) => {
      const { name, texts } = namedRow(row, language)
      return { name, codes: [], texts, hint: joined(stem, title, below), options, ends: noEnds }
    })
  }
  const options = (element.choices ?? element.rateValues ?? []).map((one) => optionOf(one, language))
  const least = textsOf(element.minRateDescription, language)
  const most = textsOf(element.maxRateDescription, language)
  const hint = joined(stem, below)
  return [{ name: element.name, codes: [], texts: title, hint, options, ends: { least, most } }]
}

const WORDLESS = ['html', 'image', 'expression', 'signaturepad']

function namedRow(row: Choice, language: string) {
  if (typeof row !== 'object') return { name: String(row), texts: textsOf(String(row), language) }
  return { name: String(row.value), texts: textsOf(row.text ?? String(row.value), language) }
}

function optionOf(choice: Choice, language: string): OfferedOption {
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
