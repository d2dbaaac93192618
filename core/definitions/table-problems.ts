import type { MethodOf } from '../instruments/method-shapes.ts'
import type { Scale } from '../instruments/scale.ts'
import { type DefinitionProblem, problem } from '../problem.ts'
import type { Span } from './reachable.ts'

type Table = MethodOf<'lookup'>['table']
type Path = (string | number)[]

/** Owner's tables are copied by hand; a table that is not complete or not monotone is a typing error. */
export function tableProblems({ method, items }: Scale, spans: readonly Span[]): DefinitionProblem[] {
  if (method.kind === 'lookup') return tableAt(['method', 'table'], method.table, spans)
  if (method.kind === 'decrements') return decrementProblems(method, items, spans)
  if (method.kind !== 'lookup-by-form') return []
  return method.forms.flatMap((form, index) =>
    tableAt(
      ['method', 'forms', index, 'table'],
      form.table,
      spans.filter(({ key }) => form.items.includes(key)),
    ),
  )
}

const tableAt = (path: Path, table: Table, spans: readonly Span[]) => [
  ...completeProblems(path, table, spans),
  ...monotoneProblems(path, table),
]

function completeProblems(path: Path, table: Table, spans: readonly Span[]): DefinitionProblem[] {
  const sums = reachableSums(spans)
  if (sums === null) {
    const nl = 'deze antwoorden geven te veel verschillende sommen voor een tabel; kies een andere rekenwijze'
    const en = 'these answers add up to too many different sums for a table; choose another method'
    return [problem(path, nl, en)]
  }
  const rows = new Set(table.map(({ raw }) => raw))
  const missing = [...sums].filter((sum) => !rows.has(sum)).join(', ')
  const nl = `er is geen rij voor som ${missing}; voeg die toe`
  return [
    ...(missing === '' ? [] : [problem(path, nl, `there is no row for raw ${missing}; add it`)]),
    ...table.flatMap(({ raw }, index) =>
      rowProblems([...path, index, 'raw'], raw, sums.has(raw), table[index - 1]),
    ),
  ]
}

function rowProblems(
  path: Path,
  raw: number,
  isReached: boolean,
  before: Table[number] | undefined,
): DefinitionProblem[] {
  if (!isReached) {
    const nl = `som ${raw} is met de antwoorden niet te halen; haal deze rij weg`
    return [problem(path, nl, `raw ${raw} cannot be reached by the answers; take this row out`)]
  }
  if (!before || before.raw < raw) return []
  const nl = `som ${raw} volgt niet op ${before.raw}; rijen lopen op, elke som één keer`
  return [problem(path, nl, `raw ${raw} does not follow ${before.raw}; rows go upwards, each raw score once`)]
}

/** A table by hand has some dozens of rows; beyond this the answers cannot be meant for one. */
const mostSums = 2000

function reachableSums(spans: readonly Span[]): Set<number> | null {
  let sums = new Set([0])
  for (const { values, low, high } of spans) {
    const next = new Set<number>()
    for (const sum of sums) for (const value of values ?? [low, high]) next.add(sum + value)
    if (next.size > mostSums) return null
    sums = next
  }
  return sums
}

function monotoneProblems(path: Path, table: Table): DefinitionProblem[] {
  const upwards = (table.at(-1)?.value ?? 0) > (table[0]?.value ?? 0)
  return table.flatMap(({ value, raw }, index) => {
    const before = table[index - 1]
    if (!before || (upwards ? value > before.value : value < before.value)) return []
    const nl = `${value} bij som ${raw} breekt de volgorde na ${before.value}; de tabel loopt in elke rij ${upwards ? 'op' : 'af'}`
    const en = `${value} at raw ${raw} breaks the order after ${before.value}; the table goes ${upwards ? 'up' : 'down'} in every row`
    return [problem([...path, index, 'value'], nl, en)]
  })
}

function decrementProblems(
  { decrements }: MethodOf<'decrements'>,
  items: readonly string[],
  spans: readonly Span[],
): DefinitionProblem[] {
  return items.flatMap((key, index) => {
    const levels = decrements[key] ?? {}
    const missing = (spans[index]?.values ?? []).filter((level) => !Object.hasOwn(levels, String(level)))
    if (missing.length === 0) return []
    const nl = `voor niveau ${missing.join(', ')} is er geen aftrek; voeg die toe`
    const en = `no decrement is given for level ${missing.join(', ')}; add it`
    return [problem(['method', 'decrements', key], nl, en)]
  })
}
