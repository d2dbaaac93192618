import type { Item } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'
import { methodProblems } from './method-problems.ts'
import { bandProblems, rangeProblems } from './range-problems.ts'
import { reachable, valuesPerItem } from './reachable.ts'
import { tableProblems } from './table-problems.ts'

/** What is wrong with one scale, given the instrument's items and the scales before it, which it may be made of. */
export function scaleProblems(
  scale: Scale,
  items: readonly Item[],
  earlier: readonly Scale[],
): DefinitionProblem[] {
  const named = [...referenceProblems(scale, items), ...recodeProblems(scale, items)]
  const references =
    named.length > 0 ? named : [...answeredProblems(scale), ...methodProblems(scale, items, earlier)]
  if (references.length > 0) return references
  const spans = valuesPerItem(scale, items)
  return [
    ...tableProblems(scale, spans),
    ...rangeProblems(scale, reachable(scale, spans, items, earlier)),
    ...bandProblems(scale),
    ...errorProblems(scale),
    ...confirmationProblems(scale),
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

/** Numbers from memory say where they can be looked up; once somebody did, they are no longer unverified. */
function confirmationProblems({ confirmation, methodSource }: Scale): DefinitionProblem[] {
  if (confirmation === undefined) return []
  if (!methodSource)
    return [{ path: ['methodSource'], message: 'say which source the numbers are to be compared with' }]
  if (confirmation === 'needed' || !methodSource.unverified) return []
  const message = 'these numbers were confirmed; take "unverified" out, or write "confirmation": "needed"'
  return [{ path: ['methodSource', 'unverified'], message }]
}

function errorProblems({ error, method }: Scale): DefinitionProblem[] {
  if (error?.kind !== 'per-score') return []
  const tables = method.kind === 'lookup' ? [method] : method.kind === 'lookup-by-form' ? method.forms : null
  const complete =
    method.kind === 'graded-response' ||
    tables?.every(({ table }) => table.every((row) => row.standardError !== undefined))
  return complete
    ? []
    : [
        {
          path: ['error'],
          message: '"per-score" needs a lookup table in which every row has a "standardError"',
        },
      ]
}
