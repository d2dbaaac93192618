import type { Facts } from '../../../core/schedule/anchors.ts'
import { plan } from '../../../core/schedule.ts'
import { localDate } from '../../../core/time/dates.ts'
import { fold } from '../../../core/words/fold.ts'
import { newAssessment } from '../../acts/plan-changes.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { answeredRows } from './answered.ts'
import type { Life } from './life.ts'

export type Place = { organisationId: string; teamId: string; zone: string; version: SetVersion; now: string }
type Tools = Pick<Deps, 'newId'>

/** What a care path leaves behind that figures are made of: as the acts leave it, but for the log and the mail. */
export type Rows = ReturnType<typeof rowsOf>

export function rowsOf(tools: Tools, place: Place, life: Life) {
  const { newId } = tools
  const [patientId, enrolmentId] = [newId('pat'), newId('enr')]
  const visits = visitsOf(tools, place, life, { patientId, enrolmentId })
  const stages = stagesOf(tools, place, visits)
  const enrolment = enrolmentOf(place, life, { enrolmentId, patientId })
  const facts: Facts = { ...factsOf(place, life, enrolment), stages, appointments: visits, submitted: [] }
  const whose = { patientId, teamId: place.teamId, setVersionId: place.version.id, movedAt: null, facts }
  const planned = plan(place.version, facts).assessments.map((one) =>
    newAssessment({ newId, now: () => new Date(life.knownAt) }, whose, one),
  )
  return {
    patient: patientOf(place, life, patientId),
    number: { id: newId('num'), patientId, authority: place.organisationId, number: life.number },
    enrolment,
    visits,
    stages,
    ...answeredRows(tools, place, life, enrolment, planned),
  }
}

const patientOf = ({ organisationId }: Place, life: Life, id: string) => ({
  id,
  organisationId,
  givenName: life.givenName,
  familyName: life.familyName,
  searchName: fold(`${life.givenName} ${life.familyName}`),
  sex: life.sex,
  birthDate: life.birthDate,
  language: life.language,
  createdAt: life.knownAt,
})

const enrolmentOf = (
  { organisationId, teamId, version, zone }: Place,
  { knownAt, side, treatment }: Life,
  ids: { enrolmentId: string; patientId: string },
) => ({
  id: ids.enrolmentId,
  patientId: ids.patientId,
  organisationId,
  teamId,
  outcomeSet: version.set.id,
  setVersionId: version.id,
  side,
  treatmentOption: treatment,
  treatmentChosenOn: localDate(knownAt, zone),
  startedOn: localDate(knownAt, zone),
  createdAt: knownAt,
})
export type EnrolmentRow = ReturnType<typeof enrolmentOf>

const factsOf = (
  { zone }: Place,
  { birthDate }: Life,
  { id, startedOn, createdAt, side, treatmentOption }: EnrolmentRow,
): Omit<Facts, 'stages' | 'appointments' | 'submitted'> => ({
  zone,
  enrolment: { id, startedOn, endedOn: null, knownSince: createdAt, side, treatmentOption },
  turns: [],
  sex: 'unknown',
  hasProxy: false,
  patientDates: { 'birth-date': birthDate },
})

const visitsOf = (
  { newId }: Tools,
  { organisationId, teamId }: Place,
  { visits, knownAt }: Life,
  whose: { patientId: string; enrolmentId: string },
) =>
  visits.map((visit) => ({
    id: newId('apt'),
    organisationId,
    teamId,
    ...whose,
    ...visit,
    status: 'booked',
    source: 'api',
    changedAt: knownAt,
  }))

type Visit = { id: string; enrolmentId: string; kind: string; startsAt: string; changedAt: string }

function stagesOf({ newId }: Tools, { version, zone }: Place, visits: readonly Visit[]) {
  return visits.flatMap(({ id, enrolmentId, kind, startsAt, changedAt }) => {
    const stage = version.set.stageRules.find(({ appointmentKind }) => appointmentKind === kind)?.stage
    if (!stage) return []
    const enteredOn = localDate(startsAt, zone)
    const from = { source: 'appointment', appointmentId: id, recordedBy: 'api', recordedAt: changedAt }
    return [{ id: newId('ste'), enrolmentId, stage, enteredOn, ...from }]
  })
}
