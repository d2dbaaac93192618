import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Facts, Submitted } from '../../core/anchors.ts'
import { type Path, pathsOf } from '../../core/event-effects.ts'
import type { Tx } from '../db/database.ts'
import { listQuery, type Places } from '../db/list-query.ts'
import { appointments, assessments, careEvents, enrolments, stageEntries } from '../db/schema/care.ts'
import { organisations } from '../db/schema/organisations.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'

export type EnrolmentFacts = { patientId: string; teamId: string; setVersionId: string; facts: Facts }

/** Everything that the plans of these enrolments depend on, by enrolment; six questions, however many they are. */
export async function scheduleFacts(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<Map<string, EnrolmentFacts>> {
  const ids = [...enrolmentIds]
  const rows = await readEnrolments(tx, { ids })
  const stages = byEnrolment(await readStages(tx, { ids }))
  const visits = byEnrolment(await readAppointments(tx, { ids }))
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))]
  const submitted = await readSubmitted(tx, patientIds)
  const turns = Map.groupBy(await readTurns(tx, { patientIds }), ({ patientId }) => patientId)
  return new Map(
    rows.map(({ patientId, teamId, setVersionId, zone, birthDate, sex, proxyId, ...enrolment }) => [
      enrolment.id,
      {
        patientId,
        teamId,
        setVersionId,
        facts: {
          zone,
          enrolment,
          stages: stages.get(enrolment.id) ?? [],
          appointments: visits.get(enrolment.id) ?? [],
          submitted: submitted.get(patientId) ?? [],
          turns: turnsOn(enrolment, turns.get(patientId) ?? []),
          sex,
          hasProxy: proxyId !== null,
          patientDates: { 'birth-date': birthDate },
        },
      },
    ]),
  )
}

const byEnrolment = <Row extends { enrolmentId: string | null }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)

const turnsOn = (path: Path, turns: Awaited<ReturnType<typeof readTurns>>) =>
  turns.flatMap((one) =>
    one.turn !== null && pathsOf(one, [path]).length > 0 ? [{ ...one, turn: one.turn }] : [],
  )

const readTurns = listQuery('plan_turns', ['patientIds'], (tx, { patientIds }) =>
  tx
    .select({
      id: careEvents.id,
      patientId: careEvents.patientId,
      outcomeSet: careEvents.outcomeSet,
      side: careEvents.side,
      turn: careEvents.turn,
      happenedOn: careEvents.happenedOn,
      goesOn: careEvents.goesOn,
    })
    .from(careEvents)
    .where(
      and(
        inArray(careEvents.patientId, patientIds),
        isNotNull(careEvents.turn),
        isNull(careEvents.withdrawnAt),
      ),
    ),
)

const readEnrolments = listQuery('plan_enrolments', ['ids'], (tx, { ids }) =>
  tx
    .select({
      id: enrolments.id,
      patientId: enrolments.patientId,
      teamId: enrolments.teamId,
      setVersionId: enrolments.setVersionId,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      knownSince: enrolments.createdAt,
      endReason: enrolments.endReason,
      outcomeSet: enrolments.outcomeSet,
      side: enrolments.side,
      treatmentOption: enrolments.treatmentOption,
      zone: organisations.timeZone,
      birthDate: patients.birthDate,
      sex: patients.sex,
      proxyId: patientProxies.id,
    })
    .from(enrolments)
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .leftJoin(
      patientProxies,
      and(eq(patientProxies.patientId, enrolments.patientId), isNull(patientProxies.endedAt)),
    )
    .where(inArray(enrolments.id, ids)),
)

const readStages = listQuery('plan_stages', ['ids'], (tx, { ids }) =>
  tx
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .where(and(inArray(stageEntries.enrolmentId, ids), isNull(stageEntries.withdrawnAt))),
)

const readAppointments = listQuery('plan_appointments', ['ids'], (tx, { ids }) =>
  tx
    .select({
      enrolmentId: appointments.enrolmentId,
      id: appointments.id,
      kind: appointments.kind,
      status: appointments.status,
      startsAt: appointments.startsAt,
    })
    .from(appointments)
    .where(inArray(appointments.enrolmentId, ids)),
)

/** What was submitted, and which instruments it held: a score row stands for each, scorable or not. */
async function readSubmitted(tx: Tx, patientIds: string[]) {
  const given = await readResponses(tx, { patientIds })
  if (given.length === 0) return new Map<string, Submitted[]>()
  const scored = await readScored(tx, { patientIds })
  const instruments = Map.groupBy(scored, ({ responseId }) => responseId)
  const submitted = given.map(({ id, submittedAt, ...one }) => ({
    ...one,
    submittedAt: submittedAt ?? '',
    instruments: (instruments.get(id) ?? []).map(({ instrument }) => instrument),
  }))
  return Map.groupBy(submitted, ({ patientId }) => patientId)
}

const isSubmitted = (patientIds: Places) =>
  and(inArray(responses.patientId, patientIds), isNotNull(responses.submittedAt))

const readResponses = listQuery('plan_responses', ['patientIds'], (tx, { patientIds }) =>
  tx
    .select({
      id: responses.id,
      patientId: responses.patientId,
      assessmentId: responses.assessmentId,
      enrolmentId: responses.enrolmentId,
      submittedAt: responses.submittedAt,
      moment: assessments.moment,
      anchor: assessments.anchor,
      side: enrolments.side,
    })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(isSubmitted(patientIds)),
)

const readScored = listQuery('plan_scored', ['patientIds'], (tx, { patientIds }) =>
  tx
    .selectDistinct({ responseId: scores.responseId, instrument: scores.instrument })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(isSubmitted(patientIds)),
)
