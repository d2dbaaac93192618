import { dayProblem, readMeasureValue } from '../../core/feeds/measure-value.ts'
import { BEFORE, episodeOf, pathsOf } from '../../core/schedule/event-effects.ts'
import { moveDate } from '../../core/time/dates.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Enrolment } from '../enrolments/store.ts'
import { readChoice, readDate } from './cell-values.ts'
import {
  type ColumnId,
  type GoodRow,
  isProblem,
  type Known,
  keyOf,
  measureColumns,
  type RowProblem,
} from './measure-rows.ts'
import { clinical, type Named, namedOn } from './named-measure.ts'
import type { CsvRow } from './read-csv.ts'

type Cells = CsvRow['cells']
type Wrong = (column: ColumnId | null, code: RowProblem['code'], options?: string[]) => RowProblem
/** A measure, or something that happened, on the care path that the row is about. */
type Found = { path: Enrolment; version: SetVersion; measure: Named }

/** One row as a measure of one care path, or what is wrong with it. */
export function readRow(known: Known, { line, cells, wrongCount }: CsvRow): GoodRow | RowProblem {
  const wrong: Wrong = (column, code, options = []) => ({
    line,
    column,
    code,
    options,
    value: column ? (cells[column] ?? '') : '',
  })
  if (wrongCount) return wrong(null, 'cell-count', [wrongCount])
  const missing = measureColumns.find((column) => 'required' in column && !cells[column.id])
  if (missing) return wrong(missing.id, 'empty')
  const patient = known.patients.get(cells.patientNumber ?? '')
  if (!patient) return wrong('patientNumber', 'unknown-patient')
  const all = known.paths.get(patient.id) ?? []
  const having = havingIn(known, all, cells, wrong)
  if (isProblem(having)) return having
  const placed = onItsDay(having, cells, known.today, wrong)
  if (isProblem(placed)) return placed
  const value = readMeasureValue(placed.measure.limits, cells.value ?? '')
  if (typeof value !== 'number') return wrong('value', value.code, value.options)
  return { line, value, ...rowOf(placed, patient.id, cells, all) }
}

/** The care paths that have what the row names, episodes of one side and one outcome set. */
function havingIn(known: Known, all: readonly Enrolment[], cells: Cells, wrong: Wrong): Found[] | RowProblem {
  const side = cells.side && readChoice('side', cells.side)
  if (side && !['left', 'right', 'both'].includes(side)) return wrong('side', 'side')
  const paths = all.filter((path) => !side || path.side === side)
  const having = paths.flatMap((path) => foundOn(known, path, cells.measure ?? '') ?? [])
  if (having.length === 0) return noPath(known, paths, wrong)
  const kinds = new Set(having.map(({ path }) => `${path.outcomeSet} ${path.side}`))
  const sides = [...new Set(having.map(({ path }) => path.side))].filter(Boolean)
  return kinds.size > 1 ? wrong('side', 'which-path', sides) : having
}

/** Of several episodes the one that the day belongs to. */
function onItsDay(
  having: readonly Found[],
  cells: Cells,
  today: string,
  wrong: Wrong,
): (Found & { day: string }) | RowProblem {
  const day = readDate(cells.date ?? '')
  if (!isDate(day)) return wrong('date', 'date')
  // What happened may be registered afterwards; a turn and a measure belong to a care path that had begun.
  const mayPrecede = having.every(({ measure: { event } }) => event && !event.turn)
  const paths = having.map((one) => one.path)
  const path = episodeOf(paths, day, mayPrecede)
  const found = having.find((one) => one.path === path)
  if (!found) return wrong('patientNumber', 'no-path')
  const { startedOn } = found.path
  const from = found.measure.event ? moveDate(startedOn, BEFORE) : startedOn
  const problem = dayProblem(day, { startedOn: from, today })
  return problem ? wrong('date', problem.code, problem.options) : { ...found, day }
}

function rowOf(
  { path, version, measure, day }: Found & { day: string },
  patientId: string,
  { patientNumber = '', number }: Cells,
  all: readonly Enrolment[],
): Omit<GoodRow, 'line' | 'value'> {
  const ids = { enrolmentId: path.id, measure: measure.id }
  const numbered = `numbered ${patientId} ${measure.id} ${number}`
  const event = measure.event && {
    careEvent: measure.event,
    path,
    version,
    number: `file ${number ? numbered : keyOf(ids)}`,
  }
  return {
    ...ids,
    patientId,
    patientNumber,
    title: measure.title,
    kind: measure.limits.kind,
    event,
    // Two outcome sets may each know something by the same name and number: they are two.
    key: event && number ? `${path.outcomeSet} ${numbered}` : keyOf(ids),
    hasEffect: !event || hasEffect(event, day, all),
    measuredOn: day,
  }
}

function foundOn({ versions, rules }: Known, path: Enrolment, name: string): Found | null {
  const version = versions.get(path.setVersionId)
  const measure = version && namedOn(path, version.set, rules, name)
  return measure ? { path, version, measure } : null
}

function hasEffect(
  { careEvent, path }: NonNullable<GoodRow['event']>,
  happenedOn: string,
  paths: readonly Enrolment[],
): boolean {
  const { outcomeSet, side } = path
  const told = { id: '', outcomeSet, turn: careEvent.turn?.to ?? null, side: side || null, happenedOn }
  return pathsOf(told, paths).length > 0
}

function noPath({ versions }: Known, paths: readonly Enrolment[], wrong: Wrong): RowProblem {
  const names = paths.flatMap(({ setVersionId }) => {
    const set = versions.get(setVersionId)?.set
    return [...clinical(set), ...(set?.events ?? [])].map(({ id }) => id)
  })
  return names.length > 0
    ? wrong('measure', 'unknown-measure', [...new Set(names)])
    : wrong('patientNumber', 'no-path')
}

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
