import { explainMeasureProblem } from '../../core/feeds/measure-value.ts'
import type { Ctx } from '../ctx.ts'
import type { MeasureValue } from '../measures/store.ts'
import type { GoodRow, RowProblem } from './measure-rows.ts'
import type { CsvRow } from './read-csv.ts'

export type MeasureReport = {
  rows: number
  /** Not recorded before; another value or date than before; the same as before. */
  added: number
  changed: number
  unchanged: number
  /** Of those that are new or different: what happened after its care path had ended, so that nothing follows from it. */
  withoutEffect: number
  /** Row by row what becomes of it: the first `MOST_LISTED` that are new or different. */
  listed: ListedMeasure[]
  /** The first of what is wrong, by line; `message` is in the caller's language. */
  problems: (RowProblem & { message: string })[]
  problemCount: number
}

export type ListedMeasure = Pick<
  GoodRow,
  'line' | 'patientNumber' | 'title' | 'kind' | 'value' | 'measuredOn' | 'hasEffect'
> & {
  what: 'added' | 'changed'
  /** The value that stood there before; null where there was none. */
  before: number | null
}

const MOST_LISTED = 200
/** What stands there now, from wherever it came; `side` of what happened: it can have been told of the wrong one. */
export type Current = Pick<MeasureValue, 'id' | 'value' | 'measuredOn'> & { side?: string | null }
export type Plan = { added: GoodRow[]; changed: { row: GoodRow; before: Current }[]; unchanged: number }

export function planChanges(rows: readonly GoodRow[], current: ReadonlyMap<string, Current>): Plan {
  const plan: Plan = { added: [], changed: [], unchanged: 0 }
  for (const row of rows) {
    const before = current.get(row.key)
    if (!before) plan.added.push(row)
    else if (isSame(before, row)) plan.unchanged += 1
    else plan.changed.push({ row, before })
  }
  return plan
}

const isSame = ({ value, measuredOn, side }: Current, row: GoodRow): boolean =>
  value === row.value && measuredOn === row.measuredOn && (side === undefined || side === sideOf(row))

/** On which side something happened; null where its care path has none. */
export const sideOf = ({ event }: Pick<GoodRow, 'event'>): string | null => event?.path.side || null

export const reportOf = (
  rows: readonly CsvRow[],
  { added, changed, unchanged }: Plan,
  problems: readonly RowProblem[],
  { language }: Ctx,
): MeasureReport => ({
  rows: rows.length,
  added: added.length,
  changed: changed.length,
  unchanged,
  withoutEffect: [...added, ...changed.map(({ row }) => row)].filter(({ hasEffect }) => !hasEffect).length,
  listed: listedOf(added, changed),
  problems: problems
    .slice(0, MOST_LISTED)
    .map((problem) => ({ ...problem, message: explainMeasureProblem(problem, language) })),
  problemCount: problems.length,
})

const listedOf = (added: Plan['added'], changed: Plan['changed']): ListedMeasure[] =>
  [
    ...added.map((row) => listed(row, 'added', null)),
    ...changed.map(({ row, before }) => listed(row, 'changed', before.value)),
  ]
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST_LISTED)

const listed = (row: GoodRow, what: ListedMeasure['what'], before: number | null): ListedMeasure => {
  const { line, patientNumber, title, kind, value, measuredOn, hasEffect } = row
  return { line, patientNumber, title, kind, value, measuredOn, hasEffect, what, before }
}
