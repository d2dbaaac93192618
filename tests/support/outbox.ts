import { asc } from 'drizzle-orm'
import { assessments } from '../../server/db/schema/care.ts'
import { messageAssessments, messages } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { makeAppointment, makeEnrolment, makeOrganisation, makePatient, makeTeam } from './factories.ts'
import { type House, openHouse } from './house.ts'

/** A house that has a mail server, kept by the test itself: what would go out stands in `mails`. */
export const openPostOffice = (env: Record<string, string> = {}) =>
  openHouse({ now: '2026-03-02T08:00:00Z', env: { SMTP_URL: 'smtp://127.0.0.1:1', ...env } })

export async function makeTeamOfOwn(house: House) {
  const organisationId = await makeOrganisation(house)
  return { organisationId, teamId: await makeTeam(house, organisationId) }
}
type Place = Awaited<ReturnType<typeof makeTeamOfOwn>>

/** Somebody on the care path, with an intake on 10 March for which the questions opened on 24 February. */
export async function makeAskedPatient(
  house: House,
  place: Place,
  patient: Parameters<typeof makePatient>[2] = {},
) {
  const patientId = await makePatient(house, place.organisationId, patient)
  const enrolmentId = await makeEnrolment(house, { patientId, ...place })
  const appointmentId = await makeAppointment(house, {
    patientId,
    enrolmentId,
    startsAt: '2026-03-10T09:20:00.000Z',
    ...place,
  })
  const assessmentId = await makeAssessment(house, {
    patientId,
    enrolmentId,
    appointmentId,
    teamId: place.teamId,
  })
  return { patientId, enrolmentId, appointmentId, assessmentId, ...place }
}
export type AskedPatient = Awaited<ReturnType<typeof makeAskedPatient>>

type AssessmentRow = Partial<typeof assessments.$inferInsert> & {
  patientId: string
  enrolmentId: string
  teamId: string
}

export async function makeAssessment({ db, deps }: House, given: AssessmentRow) {
  const id = deps.newId('ass')
  const version = await deps.definitions.current('hip-knee-osteoarthritis')
  await db.insert(assessments).values({
    id,
    setVersionId: version?.id ?? '',
    moment: 'intake',
    anchor: `appointment:${given.appointmentId}`,
    opensAt: '2026-02-23T23:00:00.000Z',
    dueAt: '2026-03-07T23:00:00.000Z',
    closesAt: '2026-03-09T23:00:00.000Z',
    linkDeadAt: '2026-03-16T23:00:00.000Z',
    why: ['first:intake', 'at:2026-03-10T09:20:00.000Z'],
    createdAt: deps.now().toISOString(),
    ...given,
  })
  return id
}

export const submit = ({ db, deps }: House, { assessmentId, patientId, enrolmentId, teamId }: AskedPatient) =>
  db.insert(responses).values({
    id: deps.newId('res'),
    assessmentId,
    patientId,
    enrolmentId,
    teamId,
    respondent: 'patient',
    mode: 'web',
    language: 'nl',
    answers: {},
    version: 1,
    startedAt: deps.now().toISOString(),
    submittedAt: deps.now().toISOString(),
  })

/** One round of the sender. */
export async function post({ deps }: House) {
  const planned = await planMessages(deps)
  return { planned, ...(await sendDue(deps)) }
}

export const outbox = ({ db }: House) =>
  db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id))
export const about = ({ db }: House) =>
  db.select().from(messageAssessments).orderBy(asc(messageAssessments.kind), asc(messageAssessments.ordinal))
