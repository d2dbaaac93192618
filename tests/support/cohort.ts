import { assessments, stageEntries } from '../../server/db/schema/care.ts'
import { messageAssessments, messages } from '../../server/db/schema/messages.ts'
import { discussions, openings, responses, scores } from '../../server/db/schema/outcomes.ts'
import { makeEnrolment, makePatient } from './factories.ts'
import type { House } from './house.ts'

type Place = { organisationId: string; teamId: string }

/** Somebody on the care path, as bare rows. */
export async function makePerson(
  house: House,
  place: Place,
  given: { patient?: Parameters<typeof makePatient>[2]; treatmentOption?: string; startedOn?: string } = {},
) {
  const { patient, ...enrolment } = given
  const patientId = await makePatient(house, place.organisationId, patient)
  const enrolmentId = await makeEnrolment(house, { patientId, ...place, ...enrolment })
  return { patientId, enrolmentId, ...place }
}
export type Person = Awaited<ReturnType<typeof makePerson>>

export const makeStageEntry = async (
  { db, deps }: House,
  { enrolmentId }: Pick<Person, 'enrolmentId'>,
  stage: string,
  enteredOn: string,
) =>
  db.insert(stageEntries).values({
    id: deps.newId('stg'),
    enrolmentId,
    stage,
    enteredOn,
    source: 'staff',
    recordedBy: 'test',
    recordedAt: `${enteredOn}T09:00:00.000Z`,
  })

const day = (date: string, days: number) =>
  new Date(Date.parse(`${date}T10:00:00.000Z`) + days * 86_400_000).toISOString()

type Course = {
  moment: string
  /** ISO date on which it was due; it was invited two weeks before, and closed two weeks after. */
  on: string
  /** How far it came. */
  came: 'planned' | 'invited' | 'started' | 'completed' | 'opened' | 'discussed'
  scores?: { instrument: string; scale: string; value: number | null; standardError?: number }[]
  staffId?: string
  /** 'patient' where nothing is said. */
  respondent?: string
}

const STEPS = ['planned', 'invited', 'started', 'completed', 'opened', 'discussed']

type Invited = { organisationId: string; patientId: string; assessmentId: string; sentAt: string }

/** A mail that went out at `sentAt` and invited to one assessment. */
export async function makeInvitation({ db, deps }: House, invited: Invited) {
  const { organisationId, patientId, assessmentId, sentAt } = invited
  const messageId = deps.newId('msg')
  await db.insert(messages).values({
    id: messageId,
    organisationId,
    patientId,
    kind: 'invitation',
    batch: messageId,
    dueAt: sentAt,
    attempts: 1,
    sentAt,
    createdAt: sentAt,
  })
  await db
    .insert(messageAssessments)
    .values({ id: deps.newId('mas'), messageId, assessmentId, kind: 'invitation', ordinal: 1 })
}

/** One assessment and how far it came, as bare rows; gives the ids. */
export async function makeCourse(house: House, person: Person, course: Course) {
  const { db, deps } = house
  const { patientId, enrolmentId, teamId, organisationId } = person
  const { moment, on, came, staffId = '' } = course
  const reached = (step: string) => STEPS.indexOf(came) >= STEPS.indexOf(step)
  const version = await deps.definitions.current('hip-knee-osteoarthritis')
  const assessmentId = deps.newId('ass')
  const responseId = deps.newId('res')
  await db.insert(assessments).values({
    id: assessmentId,
    enrolmentId,
    patientId,
    teamId,
    setVersionId: version?.id ?? '',
    moment,
    anchor: `test:${assessmentId}`,
    opensAt: day(on, -14),
    dueAt: day(on, 0),
    closesAt: day(on, 14),
    linkDeadAt: day(on, 21),
    why: [],
    createdAt: day(on, -20),
  })
  if (reached('invited'))
    await makeInvitation(house, { organisationId, patientId, assessmentId, sentAt: day(on, -14) })
  if (reached('started'))
    await db.insert(responses).values({
      id: responseId,
      assessmentId,
      patientId,
      enrolmentId,
      teamId,
      respondent: course.respondent ?? 'patient',
      mode: 'web',
      language: 'nl',
      answers: {},
      version: 1,
      startedAt: day(on, 0),
      submittedAt: reached('completed') ? day(on, 0) : null,
      month: reached('completed') ? on.slice(0, 7) : null,
    })
  if (reached('completed') && course.scores)
    await db.insert(scores).values(
      course.scores.map(({ standardError = 0.5, value, ...name }) => ({
        responseId,
        scoringVersion: 1,
        value,
        standardError: value === null ? null : standardError,
        answered: 1,
        reason: value === null ? 'too-few-answers' : null,
        ...name,
      })),
    )
  if (reached('opened'))
    await db.insert(openings).values({ id: deps.newId('ope'), responseId, staffId, openedAt: day(on, 1) })
  if (reached('discussed'))
    await db
      .insert(discussions)
      .values({ id: deps.newId('dis'), responseId, staffId, discussedAt: day(on, 1) })
  return { assessmentId, responseId }
}
