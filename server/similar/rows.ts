import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lt, not, or } from 'drizzle-orm'
import type { CohortRow } from '../../core/figures/cohort.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { isProxy } from '../../core/patients/proxy.ts'
import type { Candidate, Index } from '../../core/similar/similar.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { objectsAt } from '../patients/objections.ts'
import { comparedColumns, toCompare } from '../scores/compared.ts'

export type ScaleName = { instrument: string; scale: string }
/** Instants: what was sent in before `until` counts, and nothing later. */
export type Period = { from: string; until: string }
type First = { name: ScaleName; moment: string }

/**
 * Teams whose patients are looked at together: the organisation's own of this outcome set; and, where the patient's own
 * team lets itself be compared, the others that do.
 */
export async function poolOf(
  db: Tx,
  { organisationId, outcomeSet, teamId }: { organisationId: string; outcomeSet: string; teamId: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: teams.id, organisationId: teams.organisationId, comparesSince: teams.comparesSince })
    .from(teams)
    .where(eq(teams.outcomeSet, outcomeSet))
  const isOpen = rows.some(({ id, comparesSince }) => id === teamId && comparesSince !== null)
  return rows
    .filter((team) => team.organisationId === organisationId || (isOpen && team.comparesSince !== null))
    .map(({ id }) => id)
}

const ofScale = ({ instrument, scale }: ScaleName) =>
  and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument), eq(scores.scale, scale))

const facts = {
  person: patients.id,
  enrolment: enrolments.id,
  option: enrolments.treatmentOption,
  birthDate: patients.birthDate,
  sex: patients.sex,
  at: responses.submittedAt,
  respondent: responses.respondent,
  first: scores.value,
}

const firstScores = (db: Tx, { name, moment }: First) =>
  db
    .select(facts)
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .innerJoin(responses, eq(responses.assessmentId, assessments.id))
    .innerJoin(scores, and(ofScale(name), eq(assessments.moment, moment)))
    .$dynamic()

type Facts = { birthDate: string; at: string | null; respondent: string; first: number | null }
const known = <Row extends Facts>({ birthDate, at, first, respondent, ...row }: Row) =>
  at === null || first === null
    ? []
    : [{ ...row, at, first, byProxy: isProxy(respondent), age: ageOn(birthDate, at.slice(0, 10)) }]

/**
 * Everybody of these teams, born between two dates, who has a treatment and a first score of the period, by the newest
 * scoring. Nobody who objected by its end: as with answers, two looks in between would tell of one person.
 */
export async function readCandidates(
  db: Tx,
  first: First,
  { teamIds, born, period }: { teamIds: readonly string[]; born: readonly [string, string]; period: Period },
): Promise<Candidate[]> {
  const rows = await firstScores(db, first)
    .where(
      and(
        inArray(assessments.teamId, [...teamIds]),
        gte(responses.submittedAt, period.from),
        lt(responses.submittedAt, period.until),
        between(patients.birthDate, ...born),
        isNotNull(enrolments.treatmentOption),
        not(objectsAt(db, patients.id, period.until)),
        or(isNull(enrolments.treatmentChosenOn), lt(enrolments.treatmentChosenOn, period.until.slice(0, 10))),
      ),
    )
    .orderBy(desc(responses.submittedAt), asc(scores.scoringVersion))
  // The oldest answer stands last, and of that the newest scoring.
  const oldest = new Map(rows.map((row) => [row.enrolment, row]))
  return [...oldest.values()].flatMap((row) =>
    known(row).flatMap(({ option, ...rest }) => (option === null ? [] : [{ ...rest, option }])),
  )
}

/** Of the patient of one enrolment what others are compared with; null while there is no first score. */
export async function readIndex(db: Tx, enrolmentId: string, first: First): Promise<Index | null> {
  const rows = await firstScores(db, first)
    .where(eq(assessments.enrolmentId, enrolmentId))
    .orderBy(desc(responses.submittedAt), asc(scores.scoringVersion))
  const [found] = rows.slice(-1).flatMap(known)
  return found ?? null
}

/** Measurements of these enrolments on a scale that were sent in, or whose window closed, before `until`; the newest scoring of each. */
export async function readScores(
  db: Tx,
  enrolmentIds: readonly string[],
  name: ScaleName,
  moments: readonly string[],
  until: string,
): Promise<CohortRow[]> {
  const rows = await db
    .select({
      id: assessments.id,
      person: assessments.patientId,
      enrolment: assessments.enrolmentId,
      moment: assessments.moment,
      closesAt: assessments.closesAt,
      at: responses.submittedAt,
      ...comparedColumns,
    })
    .from(assessments)
    .leftJoin(responses, and(eq(responses.assessmentId, assessments.id), lt(responses.submittedAt, until)))
    .leftJoin(scores, ofScale(name))
    .where(
      and(
        inArray(assessments.enrolmentId, [...enrolmentIds]),
        inArray(assessments.moment, [...moments]),
        or(
          isNotNull(responses.submittedAt),
          and(lt(assessments.closesAt, until), isNull(assessments.withdrawnAt)),
        ),
      ),
    )
    .orderBy(asc(assessments.dueAt), asc(assessments.id), asc(scores.scoringVersion))
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(
    ({ id: _id, closesAt, at, value, standardError, scoringVersion, respondent, ...row }) => ({
      ...row,
      isOver: closesAt < until,
      answered: at !== null,
      score: toCompare({ value, standardError, scoringVersion, respondent }),
    }),
  )
}
