import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { Basis } from '../../core/dataset/basis.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments, measureValues } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { allowedOn } from '../patients/consents.ts'

/** Rows that are in hand at once: an export of any size takes as much memory. */
const PAGE = 500

export type Asked = {
  teamId: string
  /** Instants between which a moment opened. */
  since: string
  until: string
  now: string
  /** On which legal basis: it decides whose rows are left out. */
  basis: Basis
}

type Place = { opensAt: string; id: string }

/** What was asked and is answered or over, page by page, with the scores and clinical measures of each page. */
export async function* readPages(db: Tx, asked: Asked) {
  let place: Place = { opensAt: asked.since, id: '' }
  while (true) {
    const rows = await readPage(db, asked, place)
    const last = rows.at(-1)
    if (!last) return
    place = { opensAt: last.opensAt, id: last.id }
    yield {
      rows,
      scores: await readScores(
        db,
        rows.flatMap(({ responseId }) => responseId ?? []),
      ),
      measures: await readMeasures(db, [...new Set(rows.map(({ enrolment }) => enrolment))]),
    }
  }
}

export type Page = ReturnType<typeof readPages> extends AsyncGenerator<infer One> ? One : never
export type Row = Page['rows'][number]

const readPage = (db: Tx, asked: Asked, { opensAt, id }: Place) =>
  db
    .select({
      id: assessments.id,
      opensAt: assessments.opensAt,
      dueAt: assessments.dueAt,
      moment: assessments.moment,
      person: assessments.patientId,
      enrolment: assessments.enrolmentId,
      startedOn: enrolments.startedOn,
      treatment: enrolments.treatmentOption,
      side: enrolments.side,
      setVersionId: enrolments.setVersionId,
      birthDate: patients.birthDate,
      sex: patients.sex,
      responseId: responses.id,
      submittedAt: responses.submittedAt,
      mode: responses.mode,
      respondent: responses.respondent,
      language: responses.language,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .leftJoin(responses, isSubmitted)
    .where(
      and(
        isAsked(db, asked),
        or(gt(assessments.opensAt, opensAt), and(eq(assessments.opensAt, opensAt), gt(assessments.id, id))),
      ),
    )
    .orderBy(asc(assessments.opensAt), asc(assessments.id))
    .limit(PAGE)

/** How many rows there are in all. */
export async function countRows(db: Tx, asked: Asked): Promise<number> {
  const [row] = await db
    .select({ n: count().mapWith(Number) })
    .from(assessments)
    .leftJoin(responses, isSubmitted)
    .where(isAsked(db, asked))
  return row?.n ?? 0
}

const isSubmitted = and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt))

const isAsked = (db: Tx, { teamId, since, until, now, basis }: Asked) =>
  and(
    eq(assessments.teamId, teamId),
    gte(assessments.opensAt, since),
    lt(assessments.opensAt, until),
    or(isNotNull(responses.id), and(isNull(assessments.withdrawnAt), lte(assessments.closesAt, now))),
    allowedOn(db, assessments.patientId, basis, now),
  )

/** By response. */
export async function readScores(db: Tx, responseIds: readonly string[]) {
  if (responseIds.length === 0) return new Map<string, ScoreRow[]>()
  const rows = await db
    .select({
      responseId: scores.responseId,
      instrument: scores.instrument,
      scale: scores.scale,
      scoringVersion: scores.scoringVersion,
      value: scores.value,
    })
    .from(scores)
    .where(inArray(scores.responseId, [...responseIds]))
  return Map.groupBy(rows, ({ responseId }): string => responseId)
}

type ScoreRow = {
  responseId: string
  instrument: string
  scale: string
  scoringVersion: number
  value: number | null
}

/** By enrolment: what counts. */
export async function readMeasures(db: Tx, enrolmentIds: readonly string[]) {
  const rows = await db
    .select({
      enrolment: measureValues.enrolmentId,
      measure: measureValues.measure,
      value: measureValues.value,
    })
    .from(measureValues)
    .where(and(inArray(measureValues.enrolmentId, [...enrolmentIds]), isNull(measureValues.replacedAt)))
  return Map.groupBy(rows, ({ enrolment }) => enrolment)
}
