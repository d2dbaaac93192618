import type { Instrument } from '../instrument.ts'
import { once } from '../memo.ts'
import type { Answers, NotScorable, Score } from '../response.ts'
import type { Scale } from '../scale.ts'
import { decrements } from './decrements.ts'
import { type ItemValue, itemValue } from './item-value.ts'
import { linear } from './linear.ts'
import { lookup } from './lookup.ts'
import { mean } from './mean.ts'
import { leastAnswers, type Method } from './method.ts'
import { prorate } from './prorate.ts'
import { sum } from './sum.ts'

type Scorer = {
  scale: Scale
  values: { key: string; value: ItemValue }[]
  method: Method
  standardError: number | null
}

/** One score per scale, in the order of the instrument's file: unrounded, in the scale's own units, and null where it cannot be scored. */
export function scoreInstrument(instrument: Instrument, answers: Answers): Score[] {
  return scorersOf(instrument).map((scorer) => score(instrument.id, scorer, answers))
}

function score(
  instrument: string,
  { scale, values, method, standardError }: Scorer,
  answers: Answers,
): Score {
  const answered: number[] = []
  let outside = false
  for (const { key, value } of values) {
    const counted = value(Object.hasOwn(answers, key) ? answers[key] : undefined)
    if (counted === null) outside = true
    else if (counted !== undefined) answered.push(counted)
  }
  const about = {
    instrument,
    scale: scale.id,
    scoringVersion: scale.scoringVersion,
    answered: answered.length,
  }
  if (outside) return notScorable(about, 'answer-outside-values')
  const outcome = method(answered)
  if ('reason' in outcome) return notScorable(about, outcome.reason)
  return {
    ...about,
    value: outcome.value,
    standardError: outcome.standardError ?? standardError,
    status: 'scored',
    reason: null,
  }
}

type About = Pick<Score, 'instrument' | 'scale' | 'scoringVersion' | 'answered'>

function notScorable(about: About, reason: NotScorable): Score {
  return { ...about, value: null, standardError: null, status: 'not-scorable', reason }
}

/** Everything that is the same for each response is worked out once per instrument version. */
const scorersOf = once((instrument: Instrument): Scorer[] => {
  const items = new Map(instrument.items.map((item) => [item.key, item]))
  return instrument.scales.map((scale) => ({
    scale,
    values: scale.items.flatMap((key) => {
      const item = items.get(key)
      return item ? [{ key, value: itemValue(item, scale) }] : []
    }),
    method: methodOf(scale),
    standardError: scale.error?.kind === 'sem' ? scale.error.sem : null,
  }))
})

function methodOf({ method, items }: Scale): Method {
  switch (method.kind) {
    case 'sum':
      return sum(items.length)
    case 'prorate':
      return prorate(items.length, leastAnswers(method.minAnswered, items.length), method.rounding)
    case 'mean':
      return mean(leastAnswers(method.minAnswered, items.length))
    case 'linear-0-100':
      return linear(method.min, method.max, leastAnswers(method.minAnswered, items.length))
    case 'lookup':
      return lookup(items.length, method.table)
    case 'decrements':
      return decrements(items, method)
  }
}
