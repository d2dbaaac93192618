import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, not, or } from 'drizzle-orm'
import type { Indicator } from '../../core/indicator.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { objectsAt } from '../patients/objections.ts'
import { comparedColumns, toCompare } from '../scores/compared.ts'
import { scaleOf } from './indicator-source.ts'

// What a comparison asks of the database: whole teams at once, of the moments that an indicator is about.

/** Indicators that can be adjusted for case mix: of what patients report at a moment. */
export type Adjustable = Indicator & { count: Extract<Indicator['count'], { kind: 'better' | 'mean' }> }
export const isAdjustable = (one: Indicator): one is Adjustable =>
  one.count.kind === 'better' || one.count.kind === 'mean'

/** By what somebody can be put in a unit. */
export type Divided = {
  teamId: string
  organisationId: string
  treatment: string | null
  /** Where the consult was that a measurement was for. */
  site: string | null
  leadClinician: string | null
}

export type Compared = {
  version: SetVersion
  indicator: Adjustable
  teamIds: readonly string[]
  /**
   * Instants between which the later measurement was due, and by the second of which its window was over and its answer
   * there: from then on nothing changes, and nobody is seen coming in. The first one may be from before.
   */
  since: string
  until: string
}

type ScaleName = { instrument: string; scale: string }
const ofScale = ({ instrument, scale }: ScaleName) =>
  and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument), eq(scores.scale, scale))

/** What was due in the period at the indicator's moments and whose window is over: of each enrolment the last. Nobody who objected by its end. */
export async function readLater(db: Tx, { indicator, teamIds, since, until }: Compared, name: ScaleName) {
  const rows = await db
    .select({
      enrolment: assessments.enrolmentId,
      person: assessments.patientId,
      teamId: assessments.teamId,
      organisationId: enrolments.organisationId,
      treatment: enrolments.treatmentOption,
      site: appointments.location,
      leadClinician: enrolments.leadClinicianId,
      birthDate: patients.birthDate,
      sex: patients.sex,
      dueAt: assessments.dueAt,
      submittedAt: responses.submittedAt,
      ...comparedColumns,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(responses, and(eq(responses.assessmentId, assessments.id), lt(responses.submittedAt, until)))
    .leftJoin(scores, ofScale(name))
    .where(
      and(
        inArray(assessments.teamId, [...teamIds]),
        gte(assessments.dueAt, since),
        lt(assessments.dueAt, until),
        inArray(assessments.moment, indicator.count.moments),
        lt(assessments.closesAt, until),
        or(isNotNull(responses.submittedAt), isNull(assessments.withdrawnAt)),
        not(objectsAt(db, assessments.patientId, until)),
      ),
    )
    .orderBy(assessments.dueAt, assessments.id, scores.scoringVersion)
  return [...new Map(rows.map((row) => [row.enrolment, row])).values()]
}

/** First scores on a scale by enrolment, whoever answered, of the newest scoring: at the indicator's own baseline, or the first moment that asks for the scale. */
export async function readFirst(db: Tx, { version, indicator, teamIds, until }: Compared, measure: string) {
  const { name } = scaleOf(version, measure)
  const { count } = indicator
  const asks = version.set.moments.find(({ instruments }) => instruments.includes(name.instrument))
  const moment = count.kind === 'better' ? count.baseline : (asks?.id ?? '')
  const rows = await db
    .select({
      enrolment: assessments.enrolmentId,
      ...comparedColumns,
    })
    .from(assessments)
    .innerJoin(responses, eq(responses.assessmentId, assessments.id))
    .innerJoin(scores, ofScale(name))
    .where(
      and(
        inArray(assessments.teamId, [...teamIds]),
        eq(assessments.moment, moment),
        lt(assessments.dueAt, until),
      ),
    )
    .orderBy(desc(assessments.dueAt), desc(assessments.id), scores.scoringVersion)
  return new Map(rows.map(({ enrolment, ...score }) => [enrolment, toCompare(score)]))
}
