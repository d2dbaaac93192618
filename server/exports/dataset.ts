import { daysBetween } from '../../core/consult/board.ts'
import type { Basis } from '../../core/dataset/basis.ts'
import {
  type Column,
  fixedColumns,
  type MeasureColumn,
  measureColumns,
  type ScaleColumn,
  scaleColumns,
  type Value,
} from '../../core/dataset/columns.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { localDate } from '../../core/time/dates.ts'
import { quarterOf } from '../../core/time/months.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import type { Team } from '../teams/scope.ts'
import { pseudonyms } from './pseudonyms.ts'
import { countRows, type Page, type Row, readPages } from './read-pages.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions' | 'secret'>

/** For whom, why, and of when. `project` is a space of its own: the same person has another pseudonym in another project. */
export type Purpose = {
  project: string
  destination: string
  basis: Basis
  since: string
  until: string
}

export type Dataset = {
  fixed: Column[]
  scales: ScaleColumn[]
  measures: MeasureColumn[]
}

export const columnsOf = ({ fixed, scales, measures }: Dataset): Column[] => [
  ...fixed,
  ...scales,
  ...measures,
]

export const datasetOf = ({ set, instruments }: SetVersion): Dataset => ({
  fixed: fixedColumns(set),
  scales: scaleColumns(set, instruments),
  measures: measureColumns(set),
})

/** Everybody over this age is of this age: few are older, and they would be recognised. */
const OLDEST = 90

/**
 * The rows of a dataset, page by page. Each page is in the log, with whom it is about, before it leaves: an export that
 * is broken off says how far it came.
 */
export async function* exportPages(
  deps: Tools,
  ctx: Ctx,
  team: Team,
  dataset: Dataset,
  purpose: Purpose & { file: string },
): AsyncGenerator<Value[][]> {
  const { since: _, until: __, ...said } = purpose
  let part = 0
  for await (const page of readPages(deps.db, askedOf(deps, team, purpose))) {
    part += 1
    const versions = await deps.definitions.versions(page.rows.map(({ setVersionId }) => setVersionId))
    await recordRead(deps, ctx, {
      type: 'export.page-made',
      object: { type: 'team', id: team.id },
      patients: page.rows.map(({ person }) => person),
      detail: { ...said, part, rows: page.rows.length },
    })
    const nameOf = pseudonyms(deps.secret, team, purpose.project)
    yield page.rows.map((row) => [
      ...fixedOf(row, nameOf, team.zone, versions.get(row.setVersionId)),
      ...scoresOf(page, row, dataset),
      ...measuresOf(page, row, dataset),
    ])
  }
}

/** How many rows a dataset has. */
export const rowsIn = (deps: Tools, team: Team, purpose: Purpose): Promise<number> =>
  countRows(deps.db, askedOf(deps, team, purpose))

const askedOf = ({ now }: Tools, { id }: Team, { since, until, basis }: Purpose) => ({
  teamId: id,
  since,
  until,
  now: now().toISOString(),
  basis,
})

function scoresOf(page: Page, { responseId }: Row, { scales }: Dataset): Value[] {
  const own = page.scores.get(responseId ?? '') ?? []
  return scales.map(
    ({ instrument, scale, scoringVersion }) =>
      own.find(
        (one) =>
          one.instrument === instrument && one.scale === scale && one.scoringVersion === scoringVersion,
      )?.value ?? null,
  )
}

function measuresOf(page: Page, { enrolment }: Row, { measures }: Dataset): Value[] {
  const own = page.measures.get(enrolment) ?? []
  return measures.map(({ measure }) => own.find((one) => one.measure === measure)?.value ?? null)
}

/** In the order of `fixedColumns`. */
function fixedOf(
  row: Row,
  nameOf: (id: string) => string,
  zone: string,
  version: SetVersion | undefined,
): Value[] {
  const on = localDate(row.submittedAt ?? row.dueAt, zone)
  return [
    nameOf(row.person),
    nameOf(row.enrolment),
    row.moment,
    quarterOf(row.startedOn),
    daysBetween(row.startedOn, on),
    Number(row.submittedAt !== null),
    Math.min(OLDEST, ageOn(row.birthDate, on)),
    row.sex,
    row.side,
    row.treatment,
    version?.set.carePath.version ?? null,
    row.mode,
    row.respondent,
    row.language,
  ]
}
