import type { Instrument } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import { structuralChanges } from './structural.ts'

/**
 * Scores of one scoring version are compared with each other: a scale that is computed or judged otherwise than before
 * must say so by a higher one.
 */
export function scoringVersionProblems(before: Instrument, after: Instrument): DefinitionProblem[] {
  return after.scales.flatMap((scale, index) => {
    const was = before.scales.find(({ id }) => id === scale.id)
    if (!was || scale.scoringVersion > was.scoringVersion) return []
    if (structuralChanges(computing(was, before), computing(scale, after)).length === 0) return []
    const next = was.scoringVersion + 1
    const nl = `deze schaal wordt anders berekend dan in versie ${before.version}; schrijf "scoringVersion": ${next}`
    const en = `this scale is scored otherwise than in version ${before.version}; write "scoringVersion": ${next}`
    return [problem(['scales', index, 'scoringVersion'], nl, en)]
  })
}

/** All that a score of a scale follows from, and the bands it falls in; what these are called may change. */
const computing = (scale: Scale, { items }: Instrument) => ({
  items: scale.items,
  values: items
    .filter(({ key }) => scale.items.includes(key))
    .map((item) => ({ key: item.key, values: 'values' in item ? item.values : null })),
  recode: scale.recode,
  reverse: scale.reverse,
  method: scale.method,
  range: scale.range,
  direction: scale.direction,
  bands: scale.bands.map(({ from, fromIncluded, concern }) => ({ from, fromIncluded, concern })),
})
