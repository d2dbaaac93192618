import type { Instrument } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import { once } from '../memo.ts'
import type { Answers, NotScorable, Score } from '../response.ts'
import { type ItemValue, itemValue } from './item-value.ts'
import { meanOfScales } from './mean-of-scales.ts'
import type { Method, Outcome } from './method.ts'
import { methodOf } from './method-of.ts'

type Scorer = {
  scale: Scale
  values: { key: string; value: ItemValue }[]
  /** How its answers become a value, or the scales it is the mean of. */
  method: Method | { parts: { scorer: Scorer; turn: number | null }[] }
  standardError: number | null
}

type Result = { outcome: Outcome; answered: number }

/** One score per scale, in the order of the instrument's file: unrounded, in the scale's own units, and null where it cannot be scored. */
export function scoreInstrument(instrument: Instrument, answers: Answers): Score[] {
  return scorersOf(instrument).map((scorer) => score(instrument.id, scorer, answers))
}

function score(instrument: string, scorer: Scorer, answers: Answers): Score {
  const { scale, standardError } = scorer
  const { outcome, answered } = resultOf(scorer, answers)
  const about = { instrument, scale: scale.id, scoringVersion: scale.scoringVersion, answered }
  if ('reason' in outcome)
    return { ...about, value: null, standardError: null, status: 'not-scorable', reason: outcome.reason }
  return {
    ...about,
    value: outcome.value,
    standardError: outcome.standardError ?? standardError,
    status: 'scored',
    reason: outcome.stopped ?? null,
  }
}

function resultOf({ scale, values, method }: Scorer, answers: Answers): Result {
  const answered: number[] = []
  const inPlace: (number | null)[] = []
  let outside = false
  for (const { key, value } of values) {
    const counted = value(Object.hasOwn(answers, key) ? answers[key] : undefined)
    if (counted === null) outside = true
    else if (counted !== undefined) answered.push(counted)
    inPlace.push(counted ?? null)
  }
  return {
    outcome: refusal(scale, outside) ?? outcomeOf(method, answers, answered, inPlace),
    answered: answered.length,
  }
}

function refusal({ confirmation }: Scale, outside: boolean): { reason: NotScorable } | null {
  if (confirmation === 'needed') return { reason: 'not-confirmed' }
  return outside ? { reason: 'answer-outside-values' } : null
}

function outcomeOf(
  method: Scorer['method'],
  answers: Answers,
  answered: readonly number[],
  inPlace: readonly (number | null)[],
): Outcome {
  if (typeof method === 'function') return method(answered, inPlace)
  return meanOfScales(
    method.parts.map(({ scorer, turn }) => ({ outcome: resultOf(scorer, answers).outcome, turn })),
  )
}

/** Everything that is the same for each response is worked out once per instrument version. */
const scorersOf = once((instrument: Instrument): Scorer[] => {
  const known = new Map<string, Scorer>()
  // A scale that is made of others comes after them, as definitions are checked for.
  for (const scale of instrument.scales) known.set(scale.id, scorerOf(instrument, scale, known))
  return [...known.values()]
})

function scorerOf(instrument: Instrument, scale: Scale, known: ReadonlyMap<string, Scorer>): Scorer {
  const items = scale.items.flatMap((key) => instrument.items.find((item) => item.key === key) ?? [])
  return {
    scale,
    values: items.map((item) => ({ key: item.key, value: itemValue(item, scale) })),
    method:
      scale.method.kind === 'mean-of-scales'
        ? partsOf(scale.method, known)
        : methodOf(scale.method, scale, items),
    standardError: scale.error?.kind === 'sem' ? scale.error.sem : null,
  }
}

function partsOf(
  { scales, reverse }: { scales: string[]; reverse: string[] },
  known: ReadonlyMap<string, Scorer>,
) {
  const parts = scales.flatMap((id) => {
    const scorer = known.get(id)
    if (!scorer) return []
    const [low, high] = scorer.scale.range
    return [{ scorer, turn: reverse.includes(id) ? low + high : null }]
  })
  return { parts }
}
