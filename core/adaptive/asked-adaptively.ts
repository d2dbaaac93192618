import type { Instrument } from '../instruments/instrument.ts'
import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { once } from '../memo.ts'
import type { Answers } from '../response.ts'
import { type AdaptiveEngine, gradedResponseEngine, type Way } from '../scoring/adaptive-engine.ts'
import { type AdaptiveRules, bankOf } from '../scoring/item-bank.ts'
import { countedValues, itemValue } from '../scoring/item-value.ts'

type Rules = MethodOf<'graded-response'> & { adaptive: AdaptiveRules }
export type AdaptiveScale = Scale & { method: Rules }

/** The scale whose questions are chosen one by one, if an instrument has one. */
export const adaptiveScale = once((instrument: Instrument): AdaptiveScale | null => {
  const found = instrument.scales.find(({ method }) => method.kind === 'graded-response' && method.adaptive)
  return (found as AdaptiveScale | undefined) ?? null
})

/** How far somebody is in an adaptive instrument, and what is asked next. */
export function adaptiveWay(
  instrument: Instrument,
  scale: AdaptiveScale,
  answers: Answers,
  engine: AdaptiveEngine = gradedResponseEngine,
): Way {
  const { bank, categories } = known(instrument)
  return engine(bank, (key) => {
    const value = Object.hasOwn(answers, key) ? answers[key] : undefined
    if (value === undefined || value === null) return value
    const item = instrument.items.find((one) => one.key === key)
    const counted = item ? itemValue(item, scale)(value) : undefined
    const category = typeof counted === 'number' ? (categories.get(key) ?? []).indexOf(counted) : -1
    return category === -1 ? null : category
  })
}

const known = once((instrument: Instrument) => {
  const scale = adaptiveScale(instrument)
  if (!scale) throw new Error(`${instrument.id} is not asked adaptively`)
  const own = scale.items.flatMap((key) => instrument.items.find((item) => item.key === key) ?? [])
  return {
    bank: bankOf(scale.items, scale.method, scale.method.adaptive),
    categories: new Map(own.map((item) => [item.key, countedValues(item, scale)])),
  }
})

/** The questions that this person is asked, in the order in which they are; all others stay out of sight. */
export function askedAdaptively(instrument: Instrument, answers: Answers): string[] | null {
  const scale = adaptiveScale(instrument)
  if (!scale) return null
  const { trace, next } = adaptiveWay(instrument, scale, answers)
  return [...trace.map(({ item }) => item), ...(next === null ? [] : [next])]
}
