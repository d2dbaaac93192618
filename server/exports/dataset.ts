import { daysBetween } from '../../core/board.ts'
import {
  type Column,
  fixedColumns,
  type MeasureColumn,
  measureColumns,
  type ScaleColumn,
  scaleColumns,
  type Value,
} from '../../core/dataset/columns.ts'
import { localDate } from '../../core/dates.ts'
import { quarterOf } from '../../core/months.ts'
import { ageOn } from '../../core/norm.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { keyedHash } from '../db/seal.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import type { Team } from '../teams/scope.ts'
import { type Page, type Row, readPages } from './read-pages.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions' | 'secret'>

/** For whom, why, and of when. `project` is a space of its own: the same person has another pseudonym in another project. */
export type Purpose = {
  project: string
  destination: string
  basis: 'own-quality' | 'legal-duty'
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
  const { since, until, ...said } = purpose
  const heeds = purpose.basis !== 'legal-duty'
  const now = deps.now().toISOString()
  let part = 0
  for await (const page of readPages(deps.db, { teamId: team.id, since, until, now, heeds })) {
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
      ...dataset.measures.map(({ measure }) => page.measures.get(`${row.enrolment} ${measure}`) ?? null),
    ])
  }
}

const scoresOf = (page: Page, { responseId }: Row, { scales }: Dataset): Value[] =>
  scales.map(
    ({ instrument, scale, scoringVersion }) =>
      page.scores.get(`${responseId} ${instrument} ${scale} ${scoringVersion}`) ?? null,
  )

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

/** A letter first: a spreadsheet would read some of them as numbers. */
const pseudonyms =
  (secret: string, { organisationId }: Team, project: string) =>
  (id: string) =>
    `P${Buffer.from(keyedHash(secret, 'export', `${organisationId}\n${project}\n${id}`), 'base64url')
      .toString('hex')
      .slice(0, 20)}`
