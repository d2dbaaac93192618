import type { Scale } from '../instruments/scale.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

/** The range that a definition states, against what its answers can reach. */
export function rangeProblems(
  { range, method }: Scale,
  [low, high]: readonly [number, number],
): DefinitionProblem[] {
  const right = `[${low}, ${high}]`
  if (method.kind === 'graded-response') return enclosingProblems(range, [low, high])
  if (Math.abs(low - range[0]) < 1e-6 && Math.abs(high - range[1]) < 1e-6) return []
  return [
    {
      path: ['range'],
      message: `the answers reach ${right}, but the range says [${range.join(', ')}]; write ${right}`,
    },
  ]
}

/** What a model computes ends in no round number: its range may be written a little wider. */
function enclosingProblems(
  range: readonly [number, number],
  [low, high]: [number, number],
): DefinitionProblem[] {
  const encloses = range[0] <= low && range[1] >= high && low - range[0] <= 1 && range[1] - high <= 1
  const message = `the answers reach [${low}, ${high}]; write a range that encloses this and is at most 1 wider at each end`
  return encloses ? [] : [{ path: ['range'], message }]
}

/** Bands cover the whole range once, upwards, and say where they come from. */
export function bandProblems({ bands, bandsSource, range }: Scale): DefinitionProblem[] {
  const [first] = bands
  if (!first) return []
  const source = bandsSource
    ? []
    : [{ path: ['bandsSource'], message: 'say where these bands come from: {"source": "…"}' }]
  const start =
    first.from === range[0]
      ? []
      : [
          {
            path: ['bands', 0, 'from'],
            message: `the first band starts at ${first.from}; it must start where the range does, at ${range[0]}`,
          },
        ]
  const order = bands.flatMap(({ from }, index) => {
    const before = bands[index - 1]
    if (from > range[1])
      return [
        {
          path: ['bands', index, 'from'],
          message: `${from} lies above the range, which ends at ${range[1]}`,
        },
      ]
    if (!before || from > before.from) return []
    return [
      {
        path: ['bands', index, 'from'],
        message: `${from} is not above the band before it (${before.from}); bands go upwards`,
      },
    ]
  })
  return [...source, ...start, ...order]
}
