import { answerText } from '../instruments/answer-text.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Formats } from '../words/formats.ts'
import { type Language, type Localised, say as sayIn, type Words } from '../words.ts'

/**
 * What raised an alert, as it was answered then: a question with what was chosen, a score in its own units, or how much a
 * score changed. A number alone says nothing to who must decide whether to call.
 */
export type MetBy =
  | { kind: 'item'; title: Localised; value: number; text: Localised | null }
  | { kind: 'scale'; title: Localised; value: number; max: number; decimals: number }
  | { kind: 'change'; title: Localised; value: number; decimals: number; since: 'previous' | 'first' }

type Definitions = { set: OutcomeSet; instruments: ReadonlyMap<string, Instrument> }

/**
 * `value` is the number that met the rule, in the version by which was asked: in another it may mean something else. Null
 * where no rule of the set raised it: the patient said so.
 */
export function metBy({ set, instruments }: Definitions, rule: string, value: number | null): MetBy | null {
  const when = set.alerts.find(({ id }) => id === rule)?.when
  const instrument = when && instruments.get(when.instrument)
  if (!instrument || value === null) return null
  if (when.kind === 'item') {
    const item = instrument.items.find(({ key }) => key === when.item)
    const text = answerText(instrument, when.item, value)
    return item ? { kind: 'item', title: item.label, value, text } : null
  }
  const scale = instrument.scales.find(({ id }) => id === when.scale)
  if (!scale) return null
  const { title, decimals } = scale
  return when.kind === 'change'
    ? { kind: 'change', title, value, decimals, since: when.since }
    : { kind: 'scale', title, value, decimals, max: scale.range[1] }
}

const words = {
  nl: {
    score: (title: string, value: string, max: string) => `${title} ${value} van ${max}`,
    worse: {
      previous: (title: string, by: string) => `${title}: ${by} slechter dan de meting ervoor`,
      first: (title: string, by: string) => `${title}: ${by} slechter dan de eerste meting`,
    },
  },
  en: {
    score: (title: string, value: string, max: string) => `${title} ${value} of ${max}`,
    worse: {
      previous: (title: string, by: string) => `${title}: ${by} worse than the measurement before`,
      first: (title: string, by: string) => `${title}: ${by} worse than the first measurement`,
    },
  },
} satisfies Words<unknown>

/** What raised the alert, in a line. */
export function metByLine(met: MetBy, language: Language, format: Formats): string {
  const say = words[language]
  const title = sayIn(met.title, language)
  if (met.kind === 'item')
    return `${title}: ${met.text ? `“${sayIn(met.text, language)}”` : format.number(met.value, 2)}`
  const number = (value: number) => format.number(value, met.decimals)
  if (met.kind === 'scale') return say.score(title, number(met.value), number(met.max))
  return say.worse[met.since](title, number(Math.abs(met.value)))
}
