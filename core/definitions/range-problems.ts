import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem } from '../problem.ts'

/** The range that a definition states, against what its answers can reach. */
export function rangeProblems(
  { range, method }: Scale,
  [low, high]: readonly [number, number],
): DefinitionProblem[] {
  const right = `[${low}, ${high}]`
  if (method.kind === 'graded-response') return enclosingProblems(range, [low, high])
  if (Math.abs(low - range[0]) < 1e-6 && Math.abs(high - range[1]) < 1e-6) return []
  return [
    problem(
      ['range'],
      `de antwoorden komen uit op ${right}, maar het bereik zegt [${range.join(', ')}]; schrijf ${right}`,
      `the answers reach ${right}, but the range says [${range.join(', ')}]; write ${right}`,
    ),
  ]
}

/** What a model computes ends in no round number: its range may be written a little wider. */
function enclosingProblems(
  range: readonly [number, number],
  [low, high]: [number, number],
): DefinitionProblem[] {
  const encloses = range[0] <= low && range[1] >= high && low - range[0] <= 1 && range[1] - high <= 1
  const nl = `de antwoorden komen uit op [${low}, ${high}]; schrijf een bereik dat daaromheen past en aan elke kant hoogstens 1 wijder is`
  const en = `the answers reach [${low}, ${high}]; write a range that encloses this and is at most 1 wider at each end`
  return encloses ? [] : [problem(['range'], nl, en)]
}

/** Bands cover the whole range once, upwards, and say where they come from. */
export function bandProblems({ bands, bandsSource, range }: Scale): DefinitionProblem[] {
  const [first] = bands
  if (!first) return []
  const source = bandsSource ? [] : [withoutSource]
  const start =
    first.from === range[0]
      ? []
      : [
          problem(
            ['bands', 0, 'from'],
            `de eerste band begint bij ${first.from}; zij moet beginnen waar het bereik begint, bij ${range[0]}`,
            `the first band starts at ${first.from}; it must start where the range does, at ${range[0]}`,
          ),
        ]
  return [...source, ...start, ...orderProblems(bands, range[1])]
}

const withoutSource = problem(
  ['bandsSource'],
  'schrijf waar deze banden vandaan komen: {"source": "…"}',
  'say where these bands come from: {"source": "…"}',
)

const orderProblems = (bands: Scale['bands'], highest: number): DefinitionProblem[] =>
  bands.flatMap(({ from }, index) => {
    const path = ['bands', index, 'from']
    const before = bands[index - 1]
    if (from > highest) {
      const nl = `${from} ligt boven het bereik, dat eindigt bij ${highest}; kies een lager getal`
      return [
        problem(path, nl, `${from} lies above the range, which ends at ${highest}; choose a lower number`),
      ]
    }
    if (!before || from > before.from) return []
    const nl = `${from} ligt niet boven de band ervoor (${before.from}); banden lopen op`
    return [problem(path, nl, `${from} is not above the band before it (${before.from}); bands go upwards`)]
  })
