import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { CohortRow } from '../../core/cohort.ts'
import { ageOn } from '../../core/norm.ts'
import type { Candidate, Index } from '../../core/similar.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'

export type ScaleName = { instrument: string; scale: string }

/** Enrolments in one question about their scores. */
const CHUNK = 500

/** Teams whose patients are looked at together: the organisation's own of this outcome set, and all whose lead opened the comparison. */
export async function poolOf(
  db: Tx,
  { organisationId, outcomeSet }: { organisationId: string; outcomeSet: string },
) {
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(
      and(
        eq(teams.outcomeSet, outcomeSet),
        or(eq(teams.organisationId, organisationId), isNotNull(teams.comparesSince)),
      ),
    )
  return rows.map(({ id }) => id)
}

const ofScale = ({ instrument, scale }: ScaleName) =>
  and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument), eq(scores.scale, scale))

/** Which score is the first one. */
type First = { name: ScaleName; moment: string }

/** People of these teams with a treatment and a first score between two values, since an instant. */
export async function readCandidates(
  db: Tx,
  { name, moment }: First,
  asked: { teamIds: readonly string[]; low: number; high: number; since: string },
): Promise<Candidate[]> {
  const rows = await db
    .select({
      enrolment: enrolments.id,
      person: enrolments.patientId,
      option: enrolments.treatmentOption,
      birthDate: patients.birthDate,
      sex: patients.sex,
      at: responses.submittedAt,
      first: scores.value,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .innerJoin(responses, eq(responses.assessmentId, assessments.id))
    .innerJoin(scores, ofScale(name))
    .where(
      and(
        inArray(assessments.teamId, [...asked.teamIds]),
        gte(assessments.opensAt, asked.since),
        eq(assessments.moment, moment),
        isNotNull(enrolments.treatmentOption),
        between(scores.value, asked.low, asked.high),
      ),
    )
    .orderBy(asc(responses.submittedAt), asc(scores.scoringVersion))
  const oldest = new Map(rows.toReversed().map((row) => [row.enrolment, row]))
  return [...oldest.values()].flatMap(({ birthDate, option, first, at, ...row }) =>
    option === null || first === null || at === null
      ? []
      : [{ ...row, option, first, at, age: ageOn(birthDate, at.slice(0, 10)) }],
  )
}

/** Of the patient of one enrolment what others are compared with; null while there is no first score. */
export async function readIndex(db: Tx, enrolmentId: string, first: First): Promise<Index | null> {
  const [row] = await db
    .select({
      person: patients.id,
      birthDate: patients.birthDate,
      sex: patients.sex,
      at: responses.submittedAt,
      first: scores.value,
    })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .innerJoin(responses, eq(responses.assessmentId, assessments.id))
    .innerJoin(scores, ofScale(first.name))
    .where(
      and(
        eq(assessments.enrolmentId, enrolmentId),
        eq(assessments.moment, first.moment),
        isNotNull(scores.value),
      ),
    )
    .orderBy(asc(responses.submittedAt), desc(scores.scoringVersion))
    .limit(1)
  if (!row || row.at === null || row.first === null) return null
  return {
    person: row.person,
    age: ageOn(row.birthDate, row.at.slice(0, 10)),
    sex: row.sex,
    first: row.first,
  }
}

/** Measurements on a scale at these moments that were answered, or whose window is over at `now`; the oldest first. */
export async function readScores(
  db: Tx,
  enrolmentIds: readonly string[],
  name: ScaleName,
  moments: readonly string[],
  now: string,
): Promise<CohortRow[]> {
  const found: CohortRow[] = []
  for (const ids of inChunks(enrolmentIds, CHUNK)) {
    const rows = await db
      .select({
        person: assessments.patientId,
        enrolment: assessments.enrolmentId,
        moment: assessments.moment,
        closesAt: assessments.closesAt,
        at: responses.submittedAt,
        value: scores.value,
        standardError: scores.standardError,
        scoringVersion: scores.scoringVersion,
      })
      .from(assessments)
      .leftJoin(responses, eq(responses.assessmentId, assessments.id))
      .leftJoin(scores, ofScale(name))
      .where(
        and(
          inArray(assessments.enrolmentId, ids),
          inArray(assessments.moment, [...moments]),
          or(
            isNotNull(responses.submittedAt),
            and(lte(assessments.closesAt, now), isNull(assessments.withdrawnAt)),
          ),
        ),
      )
      .orderBy(asc(assessments.dueAt), asc(assessments.id), asc(scores.scoringVersion))
    found.push(...rows.map((row) => toCohort(row, now)))
  }
  return found
}

type Row = Omit<CohortRow, 'isOver' | 'answered' | 'score'> & {
  closesAt: string
  at: string | null
  value: number | null
  standardError: number | null
  scoringVersion: number | null
}

const toCohort = (
  { closesAt, at, value, standardError, scoringVersion, ...row }: Row,
  now: string,
): CohortRow => ({
  ...row,
  isOver: closesAt <= now,
  answered: at !== null,
  score: scoringVersion === null ? null : { value, standardError, scoringVersion },
})
