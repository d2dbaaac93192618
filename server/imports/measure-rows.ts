import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import type { MeasureProblem } from '../../core/feeds/measure-value.ts'
import type { CareEvent } from '../../core/outcome-sets/care-event.ts'
import type { ClinicalMeasure } from '../../core/outcome-sets/measure.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type Enrolment, enrolmentsOf } from '../enrolments/store.ts'
import type { NewMeasureValue } from '../measures/store.ts'
import { authorityOf, patientsByNumber } from '../patients/store.ts'
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
  { id: 'number', names: ['gebeurtenisnummer', 'event number'] },
] as const satisfies readonly Column[]
export type ColumnId = (typeof measureColumns)[number]['id']

export type RowProblem = MeasureProblem & { line: number; column: ColumnId | null; value: string }
export type GoodRow = NewMeasureValue & {
  line: number
  patientId: string
  patientNumber: string
  title: Localised
  kind: ClinicalMeasure['kind']
  /** Where it is something that happened, and no measure. */
  event: { careEvent: CareEvent; path: Enrolment; version: SetVersion; number: string } | null
  /** A file may name it once: a measure on its care path; what happened too, or by its own number if it has one. */
  key: string
  /** False for what happened after its care path had ended: it is kept, and nothing follows from it. */
  hasEffect: boolean
}

/** What rows are checked against: the patients they name, with their care paths. */
export type Known = {
  patients: ReadonlyMap<string, { id: string }>
  paths: ReadonlyMap<string, Enrolment[]>
  versions: ReadonlyMap<string, SetVersion>
  rules: FeedRules
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
    rules: (await readFeedRules(db, ctx)).content,
    today: localDate(now().toISOString(), zone),
  }
}

/** There is one of each measure on a care path. */
export const keyOf = ({ enrolmentId, measure }: Pick<NewMeasureValue, 'enrolmentId' | 'measure'>) =>
  `${enrolmentId} ${measure}`

export const isProblem = <T extends object>(read: T | RowProblem): read is RowProblem => 'code' in read
