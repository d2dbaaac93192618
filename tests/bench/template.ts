import type { Recorded } from './recorder.ts'

/** Where a value of a statement comes from when the same statements run for somebody else. */
export type Slot =
  | { kind: 'same'; value: unknown }
  /** Known before the statement runs: part of the request, such as the assessment. */
  | { kind: 'fact'; name: string }
  /** A column of the row that an earlier statement of the same request gave. */
  | { kind: 'row'; statement: number; column: number }
  /** The value that was made for an earlier parameter of the same request. */
  | { kind: 'again'; statement: number; param: number }
  /** An instant, so many milliseconds from now. */
  | { kind: 'time'; offset: number }
  /** A fresh one that nobody else has. */
  | { kind: 'id'; prefix: string }

export type TemplateStatement = { sql: string; slots: Slot[] }
/** The statements of one kind of request, in order. */
export type Template = TemplateStatement[]

/** One recorded request, with what was known when it came. */
export type Sample = { facts: Record<string, unknown>; statements: Recorded[] }

/**
 * What the same request of several people has in common. Throws when most did not run the same statements: then there
 * is nothing to compare with. A few may differ, since the program's own work (sealing the log) can fall in between.
 */
export function templateOf(recorded: readonly Sample[]): Template {
  const alike = Map.groupBy(recorded, ({ statements }) => statements.map(({ sql }) => sql).join('\n'))
  const samples = [...alike.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  const [first] = samples
  if (!first || samples.length <= recorded.length / 2)
    throw new Error(`The same request ran different statements:\n${[...alike.keys()].join('\n\n')}`)
  return first.statements.map(({ sql, params }, statement) => ({
    sql,
    slots: params.map((_, param) => slotOf(samples, statement, param)),
  }))
}

const ID = /^([a-z]{2,8})_[0-9a-z]{26}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const SECOND = 1000

function slotOf(samples: readonly Sample[], statement: number, param: number): Slot {
  const [first] = samples as [Sample]
  const { params, at } = first.statements[statement] as Recorded
  const value = params[param]
  const everywhere: Everywhere = (other) =>
    samples.every((sample) => other(sample) === sample.statements[statement]?.params[param])
  const fact = Object.keys(first.facts).find((name) => everywhere(({ facts }) => facts[name]))
  if (fact) return { kind: 'fact', name: fact }
  if (everywhere(() => value)) return { kind: 'same', value }
  const earlier = fromEarlier(first, statement, everywhere)
  if (earlier) return earlier
  if (typeof value !== 'string') return { kind: 'same', value }
  if (INSTANT.test(value))
    return { kind: 'time', offset: Math.round((Date.parse(value) - at) / SECOND) * SECOND }
  return { kind: 'id', prefix: ID.exec(value)?.[1] ?? 'made' }
}

/** Whether another value of each sample is the one that is looked for. */
type Everywhere = (other: (sample: Sample) => unknown) => boolean

function fromEarlier({ statements }: Sample, statement: number, everywhere: Everywhere): Slot | undefined {
  for (const [earlier, { row, params }] of statements.slice(0, statement).entries()) {
    const column = row.findIndex((_, at) => everywhere((one) => one.statements[earlier]?.row[at]))
    if (column >= 0) return { kind: 'row', statement: earlier, column }
    const param = params.findIndex((_, at) => everywhere((one) => one.statements[earlier]?.params[at]))
    if (param >= 0) return { kind: 'again', statement: earlier, param }
  }
  return undefined
}

/** Makes the values of a template's statements for one request: `valuesOf` in the order of the statements. */
export function filler(facts: Record<string, unknown>, now: number, newId: (prefix: string) => string) {
  const made: unknown[][] = []
  const rows: (readonly unknown[] | undefined)[] = []
  const fillOne = (slot: Slot): unknown => {
    if (slot.kind === 'same') return slot.value
    if (slot.kind === 'fact') return facts[slot.name]
    if (slot.kind === 'row') return rows[slot.statement]?.[slot.column]
    if (slot.kind === 'again') return made[slot.statement]?.[slot.param]
    if (slot.kind === 'time') return new Date(now + slot.offset).toISOString()
    return newId(slot.prefix)
  }
  return {
    valuesOf(slots: readonly Slot[]): unknown[] {
      const values: unknown[] = []
      made.push(values)
      for (const slot of slots) values.push(fillOne(slot))
      return values
    },
    gave: (row: readonly unknown[] | undefined) => void rows.push(row),
  }
}
