import type { CareEvent } from '../../core/care-event.ts'
import type { ClinicalMeasure } from '../../core/clinical-measures.ts'
import { localDate, moveDate } from '../../core/dates.ts'
import { BEFORE } from '../../core/event-effects.ts'
import { dayProblem, type MeasureProblem, readMeasureValue } from '../../core/measure-value.ts'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type Enrolment, enrolmentsOf } from '../enrolments/store.ts'
import type { NewMeasureValue } from '../measures/store.ts'
import { authorityOf, patientsByNumber } from '../patients/store.ts'
import { readChoice, readDate } from './cell-values.ts'
import type { Column, CsvRow } from './read-csv.ts'

export const measureColumns = [
  {
    id: 'patientNumber',
    names: ['patiëntnummer', 'patient number', 'patientnr', 'patiëntnr', 'mrn'],
    required: true,
  },
  { id: 'measure', names: ['maat', 'measure', 'uitkomst'], required: true },
  { id: 'date', names: ['datum', 'date', 'measured on', 'gemeten op'], required: true },
  { id: 'value', names: ['waarde', 'value'], required: true },
  { id: 'side', names: ['zijde', 'side'] },
] as const satisfies readonly Column[]
type ColumnId = (typeof measureColumns)[number]['id']

export type RowProblem = MeasureProblem & { line: number; column: ColumnId | null; value: string }
export type GoodRow = NewMeasureValue & {
  line: number
  patientId: string
  patientNumber: string
  title: Localised
  kind: ClinicalMeasure['kind']
  /** Where it is something that happened, and no measure. */
  event: { careEvent: CareEvent; path: Enrolment; version: SetVersion } | null
}

/** What rows are checked against: the patients they name, with their care paths. */
export type Known = {
  patients: ReadonlyMap<string, { id: string }>
  paths: ReadonlyMap<string, Enrolment[]>
  versions: ReadonlyMap<string, SetVersion>
  today: string
}

const ROWS = 5000 // two values each stay below what a statement takes

/** Reads everybody whom the rows name, in a few questions. */
export async function readKnown(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  ctx: Ctx,
  rows: readonly CsvRow[],
  zone: string,
): Promise<Known> {
  const authority = authorityOf(ctx.organisationId)
  const numbers = [...new Set(rows.flatMap(({ cells }) => cells.patientNumber ?? []))]
  const patients = new Map<string, { id: string }>()
  for (const some of inChunks(numbers, ROWS)) {
    const wanted = some.map((number) => ({ authority, number }))
    for (const [key, patient] of await patientsByNumber(db, ctx, wanted))
      patients.set(key.slice(authority.length + 1), patient)
  }
  const enrolments: Enrolment[] = []
  for (const some of inChunks(
    [...patients.values()].map(({ id }) => id),
    ROWS,
  ))
    enrolments.push(...(await enrolmentsOf(db, ctx, some)))
  return {
    patients,
    paths: Map.groupBy(enrolments, ({ patientId }) => patientId),
    versions: await definitions.versions(enrolments.map(({ setVersionId }) => setVersionId)),
    today: localDate(now().toISOString(), zone),
  }
}

/** One row as a measure of one care path, or what is wrong with it. */
export function readRow(known: Known, { line, cells, wrongCount }: CsvRow): GoodRow | RowProblem {
  const wrong = (column: ColumnId | null, code: RowProblem['code'], options: string[] = []): RowProblem => ({
    line,
    column,
    code,
    options,
    value: column ? (cells[column] ?? '') : '',
  })
  if (wrongCount) return wrong(null, 'cell-count', [wrongCount])
  const missing = measureColumns.find((column) => 'required' in column && !cells[column.id])
  if (missing) return wrong(missing.id, 'empty')
  const { patientNumber = '', measure: name = '', date = '', value: text = '' } = cells
  const patient = known.patients.get(patientNumber)
  if (!patient) return wrong('patientNumber', 'unknown-patient')
  const side = cells.side && readChoice('side', cells.side)
  if (side && !['left', 'right', 'both'].includes(side)) return wrong('side', 'side')
  const paths = (known.paths.get(patient.id) ?? []).filter((path) => !side || path.side === side)
  const having = paths.filter((path) => namedIn(known, path, name))
  const [path, another] = having
  if (!path) return noPath(known, paths, wrong)
  if (another) return wrong('side', 'which-path', having.map((one) => one.side).filter(Boolean))
  const day = readDate(date)
  if (!isDate(day)) return wrong('date', 'date')
  const measure = namedIn(known, path, name)
  if (!measure) return noPath(known, paths, wrong)
  const startedOn = measure.event ? moveDate(path.startedOn, BEFORE) : path.startedOn
  const wrongDay = dayProblem(day, { startedOn, today: known.today })
  if (wrongDay) return wrong('date', wrongDay.code, wrongDay.options)
  const value = readMeasureValue(measure.limits, text)
  if (typeof value !== 'number') return wrong('value', value.code, value.options)
  const { title, event, limits } = measure
  const ids = { patientId: patient.id, enrolmentId: path.id }
  return {
    line,
    ...ids,
    patientNumber,
    measure: name,
    title,
    kind: limits.kind,
    event,
    value,
    measuredOn: day,
  }
}

/** There is one of each on a care path. */
export const keyOf = ({ enrolmentId, measure }: Pick<GoodRow, 'enrolmentId' | 'measure'>) =>
  `${enrolmentId} ${measure}`

export const isProblem = (row: GoodRow | RowProblem): row is RowProblem => 'code' in row

function noPath(
  { versions }: Known,
  paths: readonly Enrolment[],
  wrong: (column: ColumnId, code: RowProblem['code'], options?: string[]) => RowProblem,
): RowProblem {
  const names = paths.flatMap(({ setVersionId }) => {
    const version = versions.get(setVersionId)
    return [...clinical(version), ...(version?.set.events ?? [])].map(({ id }) => id)
  })
  return names.length > 0
    ? wrong('measure', 'unknown-measure', [...new Set(names)])
    : wrong('patientNumber', 'no-path')
}

const clinical = (version: SetVersion | undefined) =>
  version?.set.measures.filter((measure) => measure.kind !== 'scale') ?? []

/** A measure of this path, or something that can happen on it, to which the answer is yes or no. */
function namedIn({ versions }: Known, path: Enrolment, name: string) {
  const version = versions.get(path.setVersionId)
  const measure = clinical(version).find(({ id }) => id === name)
  if (measure) return { title: measure.title, limits: measure, event: null }
  const careEvent = version?.set.events.find(({ id }) => id === name)
  if (!version || !careEvent) return null
  return {
    title: careEvent.title,
    limits: { kind: 'event' as const },
    event: { careEvent, path, version },
  }
}

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
