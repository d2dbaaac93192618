import type { Indicator } from './indicator.ts'
import type { OutcomeSet } from './outcome-set.ts'
import type { DefinitionProblem } from './outcome-set-problems.ts'

/** Indicators and case-mix variables that name a measure or a moment that is not there, or that cannot be counted so. */
export function indicatorProblems(set: OutcomeSet): DefinitionProblem[] {
  return [...set.indicators.flatMap((one, place) => problemsOf(set, one, place)), ...caseMixProblems(set)]
}

function problemsOf(set: OutcomeSet, { count }: Indicator, place: number): DefinitionProblem[] {
  const path = ['indicators', place, 'count']
  const problem = (field: string, message: string) => ({ path: [...path, field], message })
  const asked = [
    ...('moments' in count ? count.moments : []),
    ...('baseline' in count ? [count.baseline] : []),
  ].filter((id) => !set.moments.some((one) => one.id === id))
  const unknown = asked.map((id) => problem('moments', `there is no moment "${id}" in this set`))
  if (!('measure' in count)) return unknown
  const measure = set.measures.find(({ id }) => id === count.measure)
  if (!measure) return [...unknown, problem('measure', `there is no measure "${count.measure}" in this set`)]
  const wantsScale = count.kind !== 'clinical'
  return wantsScale === (measure.kind === 'scale')
    ? unknown
    : [
        ...unknown,
        problem('measure', `"${count.kind}" cannot be counted of a measure that is "${measure.kind}"`),
      ]
}

const caseMixProblems = (set: OutcomeSet): DefinitionProblem[] =>
  set.caseMix.flatMap(({ measure }, place) =>
    measure === undefined || set.measures.some((one) => one.id === measure && one.kind === 'scale')
      ? []
      : [
          {
            path: ['caseMix', place, 'measure'],
            message: `there is no scale measure "${measure}" in this set`,
          },
        ],
  )
