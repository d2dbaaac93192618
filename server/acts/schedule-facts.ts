import { and, eq, inArray, isNotNull, isNull, like, or } from 'drizzle-orm'
import { BIRTH_DATE, dateMeaning, datesOn } from '../../core/outcome-sets/patient-dates.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { type Path, pathsOf } from '../../core/schedule/event-effects.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { appointments, careEvents, enrolments, stageEntries } from '../db/schema/care.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import { countedAppointments } from './counted-appointments.ts'
import { readSubmitted } from './submitted-facts.ts'

export type EnrolmentFacts = {
  patientId: string
  teamId: string
  setVersionId: string
  /** Instant from which the path goes on with this version; null where it began with it. */
  movedAt: string | null
  facts: Facts
}

/**
 * Everything that the plans of these enrolments depend on, by enrolment; seven questions, however many they are. Scores
 * are read of the instruments that are looked at.
 */
export async function scheduleFacts(
  tx: Tx,
  enrolmentIds: readonly string[],
  lookedAt: readonly string[],
): Promise<Map<string, EnrolmentFacts>> {
  const ids = [...enrolmentIds]
  const rows = await readEnrolments(tx, { ids })
  const stages = byEnrolment(await readStages(tx, { ids }))
  const visits = await countedAppointments(tx, rows, byEnrolment(await readAppointments(tx, { ids })))
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))]
  const submitted = await readSubmitted(tx, patientIds, lookedAt)
  const told = Map.groupBy(await readTold(tx, { patientIds }), ({ patientId }) => patientId)
  return new Map(
    rows.map(({ patientId, teamId, setVersionId, movedAt, zone, birthDate, sex, proxyId, ...enrolment }) => [
      enrolment.id,
      {
        patientId,
        teamId,
        setVersionId,
        movedAt,
        facts: {
          zone,
          enrolment,
          stages: stages.get(enrolment.id) ?? [],
          appointments: visits.get(enrolment.id) ?? [],
          submitted: submitted.get(patientId) ?? [],
          turns: turnsOn(enrolment, told.get(patientId) ?? []),
          sex,
          hasProxy: proxyId !== null,
          patientDates: { ...datesOf(enrolment, told.get(patientId) ?? []), [BIRTH_DATE]: birthDate },
        },
      },
    ]),
  )
}

const byEnrolment = <Row extends { enrolmentId: string | null }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)

const turnsOn = (path: Path, turns: readonly Told[]) =>
  turns.flatMap((one) =>
    one.turn !== null && pathsOf(one, [path]).length > 0 ? [{ ...one, turn: one.turn }] : [],
  )

type Told = Awaited<ReturnType<typeof readTold>>[number]

const datesOf = ({ id }: { id: string }, told: readonly Told[]): Record<string, string> =>
  Object.fromEntries([...datesOn(id, told)].map(([name, { happenedOn }]) => [name, happenedOn]))

/** Turns, and the dates that somebody told. */
const readTold = listQuery('plan_told', ['patientIds'], (tx, { patientIds }) =>
  tx
    .select({
      id: careEvents.id,
      number: careEvents.number,
      meaning: careEvents.meaning,
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
        or(isNotNull(careEvents.turn), like(careEvents.meaning, dateMeaning('%'))),
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
      movedAt: enrolments.movedAt,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      knownSince: enrolments.createdAt,
      endReason: enrolments.endReason,
      organisationId: enrolments.organisationId,
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
      source: appointments.source,
      changedAt: appointments.changedAt,
    })
    .from(appointments)
    .where(inArray(appointments.enrolmentId, ids)),
)
