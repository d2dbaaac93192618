import type { Item } from '../instrument.ts'
import type { DefinitionProblem } from '../outcome-set-problems.ts'
import type { Scale } from '../scale.ts'
import { reachable, type Span, valuesPerItem } from './reachable.ts'
import { tableProblems } from './table-problems.ts'

/** What is wrong with one scale, given the instrument's items. */
export function scaleProblems(scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  const references = [
    ...referenceProblems(scale, items),
    ...recodeProblems(scale, items),
    ...answeredProblems(scale),
  ]
  if (references.length > 0) return references
  const spans = valuesPerItem(scale, items)
  return [
    ...tableProblems(scale, spans),
    ...rangeProblems(scale, spans),
    ...bandProblems(scale),
    ...errorProblems(scale),
  ]
}

function referenceProblems(scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  const numeric = new Map(
    items.map((item) => [item.key, item.kind !== 'text' && item.kind !== 'date' && item.kind !== 'multiple']),
  )
  const known = [...numeric.keys()].map((key) => `"${key}"`).join(', ')
  const unknown = scale.items.flatMap((key, i) => {
    if (!numeric.has(key))
      return [{ path: ['items', i], message: `there is no item "${key}"; this instrument has ${known}` }]
    if (scale.items.indexOf(key) < i)
      return [{ path: ['items', i], message: `"${key}" is counted twice; name it once` }]
    return numeric.get(key)
      ? []
      : [{ path: ['items', i], message: `"${key}" has no single number as its answer and cannot be scored` }]
  })
  const outside = [
    ...scale.reverse.map((key) => ['reverse', key]),
    ...Object.keys(scale.recode).map((key) => ['recode', key]),
  ]
    .filter(([, key]) => !scale.items.includes(key ?? ''))
    .map(([field, key]) => ({ path: [field ?? ''], message: `"${key}" is not an item of this scale` }))
  return [...unknown, ...outside]
}

function recodeProblems(scale: Scale, items: readonly Item[]): DefinitionProblem[] {
  return Object.entries(scale.recode).flatMap(([key, map]) => {
    if (scale.reverse.includes(key)) {
      return [
        {
          path: ['recode', key],
          message: `"${key}" is both recoded and reversed; write the reversed values into "recode"`,
        },
      ]
    }
    const item = items.find((one) => one.key === key)
    const values = item && 'values' in item ? item.values : []
    const missing = values.filter((value) => !Object.hasOwn(map, String(value)))
    const strange = Object.keys(map).filter((value) => !values.includes(Number(value)))
    return [
      ...(missing.length > 0
        ? [{ path: ['recode', key], message: `no value is given for answer ${missing.join(', ')}` }]
        : []),
      ...strange.map((value) => ({
        path: ['recode', key, value],
        message: `${value} is not an answer of "${key}"; it has ${values.join(', ')}`,
      })),
    ]
  })
}

function answeredProblems({ method, items }: Scale): DefinitionProblem[] {
  if (!('minAnswered' in method) || !('count' in method.minAnswered)) return []
  if (method.minAnswered.count <= items.length) return []
  const message = `${method.minAnswered.count} answers can never be reached: the scale has ${items.length} items`
  return [{ path: ['method', 'minAnswered', 'count'], message }]
}

function rangeProblems(scale: Scale, spans: readonly Span[]): DefinitionProblem[] {
  const [low, high] = reachable(scale, spans)
  const right = `[${low}, ${high}]`
  if (Math.abs(low - scale.range[0]) < 1e-6 && Math.abs(high - scale.range[1]) < 1e-6) return []
  return [
    {
      path: ['range'],
      message: `the answers reach ${right}, but the range says [${scale.range.join(', ')}]; write ${right}`,
    },
  ]
}

function bandProblems({ bands, bandsSource, range }: Scale): DefinitionProblem[] {
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

function errorProblems({ error, method }: Scale): DefinitionProblem[] {
  if (error?.kind !== 'per-score') return []
  const complete = method.kind === 'lookup' && method.table.every((row) => row.standardError !== undefined)
  return complete
    ? []
    : [
        {
          path: ['error'],
          message: '"per-score" needs a lookup table in which every row has a "standardError"',
        },
      ]
}
