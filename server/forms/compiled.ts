import type { Form } from '../../core/form/form.ts'
import { languageFor } from '../../core/instruments/written-in.ts'
import { once } from '../../core/memo.ts'
import type { AlertRule } from '../../core/outcome-sets/outcome-set.ts'
import { type Language, type PatientLanguage, sayIn } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'

/** What a page needs to ask one instrument, with every text in one language. */
export type PlainForm = {
  id: string
  /** The one of the texts, which need not be the page's. */
  language: string
  title: string
  recall: string
  sided: boolean
  minutes: number
  /** SurveyJS, each text a plain string. */
  form: unknown
}

/** What a patient reads at once on giving an answer that calls for action. */
export type SafetyText = {
  instrument: string
  item: string
  op: Op
  value: number
  text: string
  language: string
}
type Op = Extract<AlertRule['when'], { op: string }>['op']

const kept = once((_version: SetVersion) => new Map<string, string>())

/**
 * The forms, topics and safety texts of a set version as finished JSON (`"forms":…,"topics":…,"safety":…`). Published
 * versions never change, so each language and choice of instruments is made once.
 */
export function compiledForms(
  version: SetVersion,
  instruments: readonly string[],
  { language, otherwise }: Reader,
): string {
  const texts = kept(version)
  const key = `${language} ${otherwise} ${instruments.join(' ')}`
  const text = texts.get(key) ?? compile(version, instruments, { language, otherwise })
  texts.set(key, text)
  return text
}

/** What a patient reads, and what the organisation writes where that is not there. */
export type Reader = { language: PatientLanguage; otherwise: Language }

function compile(version: SetVersion, ids: readonly string[], reader: Reader): string {
  const says = (text: Record<string, string>) => sayIn(text, reader.language, reader.otherwise).text
  const forms = ids.flatMap((id): PlainForm[] => {
    const instrument = version.instruments.get(id)
    if (!instrument?.form) return []
    const { title, recall, sided, minutes, form } = instrument
    const language = languageFor(instrument, reader.language, reader.otherwise)
    const plain = inLanguage(form, language)
    return [
      { id, language, title: says(title), recall: sayIn(recall, language).text, sided, minutes, form: plain },
    ]
  })
  const topics = version.set.domains.map(({ id, title }) => ({ id, title: says(title) }))
  const text = JSON.stringify({ forms, topics, safety: safetyTexts(version, reader) })
  return text.slice(1, -1)
}

/** What to say at once about single answers. */
export function safetyTexts(version: SetVersion, { language, otherwise }: Reader): SafetyText[] {
  return version.set.alerts.flatMap(({ when, patientText }) => {
    const item = patientText && itemOf(version, when)
    if (!item || when.kind === 'change') return []
    const { instrument, op, value } = when
    return [{ instrument, item, op, value, ...sayIn(patientText, language, otherwise) }]
  })
}

/** The item that alone decides a rule: the rule's own, or the only one of a scale that takes its answer as it is. */
function itemOf({ instruments }: SetVersion, when: AlertRule['when']): string | null {
  if (when.kind === 'item') return when.item
  if (when.kind === 'change') return null
  const scale = instruments.get(when.instrument)?.scales.find(({ id }) => id === when.scale)
  const [only, ...others] = scale?.items ?? []
  if (!scale || !only || others.length > 0 || scale.recode[only] || scale.reverse.includes(only)) return null
  return scale.method.kind === 'mean' || scale.method.kind === 'sum' ? only : null
}

const TEXTS = new Set(['title', 'description', 'text', 'minRateDescription', 'maxRateDescription'])

/** The same form, each localised text replaced by the one in this language; SurveyJS draws no body. */
function inLanguage(form: Form, language: string): unknown {
  const walk = (part: unknown, name: string): unknown => {
    if (Array.isArray(part)) return part.map((each) => walk(each, ''))
    if (typeof part !== 'object' || part === null) return part
    if (TEXTS.has(name)) return sayIn(part as Record<string, string>, language).text
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, value]) =>
        key === 'renderAs' && value === 'body' ? [] : [[key, walk(value, key)]],
      ),
    )
  }
  return walk(form, '')
}
