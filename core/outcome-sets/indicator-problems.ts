import { type DefinitionProblem, problem } from '../problem.ts'
import type { Indicator } from './indicator.ts'
import { namesOf } from './name-problems.ts'
import type { OutcomeSet } from './outcome-set.ts'

/** Indicators and case-mix variables that name a measure or a moment that is not there, or that cannot be counted so. */
export function indicatorProblems(set: OutcomeSet): DefinitionProblem[] {
  const scales = namesOf('scale', scalesOf(set))
  return [
    ...set.indicators.flatMap((one, place) => problemsOf(set, one, ['indicators', place, 'count'])),
    ...set.caseMix.flatMap(({ measure }, place) =>
      measure === undefined ? [] : scales(measure, ['caseMix', place, 'measure']),
    ),
  ]
}

/** The measures of a set that are scores. */
export const scalesOf = ({ measures }: Pick<OutcomeSet, 'measures'>) =>
  measures.filter(({ kind }) => kind === 'scale')

function problemsOf(set: OutcomeSet, { count }: Indicator, path: (string | number)[]): DefinitionProblem[] {
  const moments = namesOf('moment', set.moments)
  const asked = [
    ...('moments' in count ? count.moments.flatMap((id) => moments(id, [...path, 'moments'])) : []),
    ...('baseline' in count ? moments(count.baseline, [...path, 'baseline']) : []),
  ]
  if (!('measure' in count)) return asked
  const at = [...path, 'measure']
  const measure = set.measures.find(({ id }) => id === count.measure)
  if (!measure) return [...asked, ...namesOf('measure', set.measures)(count.measure, at)]
  const wantsScale = count.kind !== 'clinical'
  return wantsScale === (measure.kind === 'scale') ? asked : [...asked, otherKind(at, measure, wantsScale)]
}

const otherKind = (
  path: (string | number)[],
  { title }: OutcomeSet['measures'][number],
  wantsScale: boolean,
): DefinitionProblem =>
  wantsScale
    ? problem(
        path,
        `“${title.nl}” heeft geen score, en dit wordt van een score geteld; kies een andere uitkomst`,
        `“${title.en}” has no score, and this is counted of a score; choose another measure`,
      )
    : problem(
        path,
        `“${title.nl}” is een score, en dit wordt van een klinische uitkomst geteld; kies een andere uitkomst`,
        `“${title.en}” is a score, and this is counted of a clinical measure; choose another measure`,
      )
