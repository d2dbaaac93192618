import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { datesOn } from '../../core/outcome-sets/patient-dates.ts'
import { stagesPassed } from '../../core/outcome-sets/stages.ts'
import { turnOf } from '../../core/schedule/event-effects.ts'
import { localDate } from '../../core/time/dates.ts'
import { type CareEventRow, eventsOf } from '../care-events/store.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments, stageEntries } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { agreements, discussions, responses, scores } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import { type SentAnswers, sentAnswers } from '../responses/sent-answers.ts'
import type { Reader } from './reader.ts'

type Rows<Read extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Read>>[number]

/** Everything on one care path that its patient may read. */
export type CarePath = Rows<typeof readEnrolments> & {
  stages: Rows<typeof readStages>[]
  assessments: Rows<typeof readAssessments>[]
  appointments: Rows<typeof readAppointments>[]
  agreements: Rows<typeof readAgreements>[]
  sent: SentAnswers[]
  /** ISO date of a loss, or since which care is no longer meant to cure; null where nothing of the kind happened. */
  turnedOn: string | null
  /** ISO dates that somebody told, by their ids in the outcome set. */
  dates: ReadonlyMap<string, string>
}

/** The patient's care paths, the running ones first; eight questions, however many paths. */
export async function readCarePaths(
  db: Tx,
  { patientId, zone }: Pick<Reader, 'patientId' | 'zone'>,
  now: string,
): Promise<CarePath[]> {
  const today = localDate(now, zone)
  const paths = await readEnrolments(db, patientId)
  const ids = paths.map(({ id }) => id)
  if (ids.length === 0) return []
  const stages = by(await readStages(db, ids))
  const planned = by(await readAssessments(db, ids))
  const visits = by(await readAppointments(db, ids, now))
  const agreed = by(await readAgreements(db, ids))
  const sent = await sentAnswers(db, ids)
  const told = await eventsOf(db, [patientId])
  return paths
    .map((path) => ({
      ...path,
      stages: stagesPassed(stages.get(path.id) ?? [], today),
      assessments: planned.get(path.id) ?? [],
      appointments: visits.get(path.id) ?? [],
      agreements: agreed.get(path.id) ?? [],
      sent: sent.get(path.id) ?? [],
      turnedOn: turnOf(path, paths, told)?.happenedOn ?? null,
      dates: datesIn(path, told),
    }))
    .toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null))
}

const datesIn = ({ id }: { id: string }, told: readonly CareEventRow[]): ReadonlyMap<string, string> =>
  new Map(
    [
      ...datesOn(
        id,
        told.filter(({ withdrawnAt }) => !withdrawnAt),
      ),
    ].map(([name, { happenedOn }]) => [name, happenedOn]),
  )

/** A loss or a palliative turn ended it: what was hoped for and what was gone through is not held up any more. */
export const isStopped = ({ endedOn, turnedOn }: Pick<CarePath, 'endedOn' | 'turnedOn'>) =>
  endedOn !== null && turnedOn !== null

const by = <Row extends { enrolmentId: string | null }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)

const readEnrolments = (db: Tx, patientId: string) =>
  db
    .select({
      id: enrolments.id,
      setVersionId: enrolments.setVersionId,
      side: enrolments.side,
      treatment: enrolments.treatmentOption,
      outcomeSet: enrolments.outcomeSet,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endReason: enrolments.endReason,
      mailOffAt: enrolments.mailOffAt,
      team: teams.name,
      phone: teams.phone,
      teamContacts: teams.contacts,
      contacts: enrolments.contacts,
      lead: staff.name,
      profession: staff.profession,
    })
    .from(enrolments)
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .leftJoin(staff, eq(staff.id, enrolments.leadClinicianId))
    .where(eq(enrolments.patientId, patientId))
    .orderBy(desc(enrolments.startedOn), desc(enrolments.id))

const readStages = (db: Tx, ids: string[]) =>
  db
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .where(and(inArray(stageEntries.enrolmentId, ids), isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id))

const readAssessments = (db: Tx, ids: string[]) =>
  db
    .select({
      id: assessments.id,
      enrolmentId: assessments.enrolmentId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      dueAt: assessments.dueAt,
      closesAt: assessments.closesAt,
      withdrawnAt: assessments.withdrawnAt,
      responseId: responses.id,
      submittedAt: responses.submittedAt,
      respondent: responses.respondent,
      topics: responses.topics,
      topicText: responses.topicText,
      discussedAt: discussions.discussedAt,
      discussedBy: staff.name,
    })
    .from(assessments)
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .leftJoin(staff, eq(staff.id, discussions.staffId))
    .where(inArray(assessments.enrolmentId, ids))
    .orderBy(asc(assessments.dueAt))

const readAppointments = (db: Tx, ids: string[], now: string) =>
  db
    .select({
      id: appointments.id,
      enrolmentId: appointments.enrolmentId,
      kind: appointments.kind,
      startsAt: appointments.startsAt,
      location: appointments.location,
      way: appointments.way,
      preparation: appointments.preparation,
      clinician: staff.name,
      clinicianName: appointments.clinicianName,
    })
    .from(appointments)
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .where(
      and(
        inArray(appointments.enrolmentId, ids),
        eq(appointments.status, 'booked'),
        gt(appointments.startsAt, now),
      ),
    )
    .orderBy(asc(appointments.startsAt))

const readAgreements = (db: Tx, ids: string[]) =>
  db
    .select({
      enrolmentId: agreements.enrolmentId,
      id: agreements.id,
      sentence: agreements.sentence,
      who: agreements.who,
      dueOn: agreements.dueOn,
      agreedAt: agreements.agreedAt,
      by: staff.name,
    })
    .from(agreements)
    .innerJoin(staff, eq(staff.id, agreements.staffId))
    .where(and(inArray(agreements.enrolmentId, ids), isNull(agreements.withdrawnAt)))
    .orderBy(desc(agreements.agreedAt), asc(agreements.id))

export type ScoreRow = Rows<typeof readScores>

export const readScores = (db: Tx, ids: string[]) =>
  db
    .select({
      responseId: scores.responseId,
      instrument: scores.instrument,
      scale: scores.scale,
      scoringVersion: scores.scoringVersion,
      value: scores.value,
      standardError: scores.standardError,
      answered: scores.answered,
      reason: scores.reason,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(inArray(responses.enrolmentId, ids))
    .orderBy(asc(scores.scoringVersion))
