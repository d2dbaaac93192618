import type { Tx } from '../../../server/db/database.ts'
import { assessments, enrolments } from '../../../server/db/schema/care.ts'
import { links, messageAssessments, messages } from '../../../server/db/schema/messages.ts'
import { responses, scores } from '../../../server/db/schema/outcomes.ts'
import { patientNumbers, patients } from '../../../server/db/schema/patients.ts'
import type { Seal } from '../../../server/db/seal.ts'
import type { Deps } from '../../../server/deps.ts'
import { answersOf, expectedOf, INSTRUMENT, MOMENT, OUTCOME_SET } from './definitions.ts'
import type { BenchPatient } from './world.ts'

/** Every tenth patient has been asked twelve times before. */
export const HISTORY = { everyPatient: 10, responses: 12 }

const DAY = 86_400_000

type Makes = Pick<Deps, 'now' | 'newId'> & {
  organisationId: string
  teamId: string
  setVersionId: string
  seal: Seal
}
type LinkOf = (id: string) => { id: string; nonce: string; token: string; tokenHash: string }

/** All rows of one patient who has an invitation and has not opened it. */
export function patientRows(makes: Makes, number: number, linkOf: LinkOf) {
  const { now, newId, organisationId, teamId } = makes
  const [patientId, enrolmentId, messageId] = [newId('pat'), newId('enr'), newId('msg')]
  const at = now().getTime()
  const createdAt = now().toISOString()
  const { token, ...link } = linkOf(newId('lin'))
  const past =
    number % HISTORY.everyPatient === 0 ? historyRows(makes, { patientId, enrolmentId, number }) : []
  const asked = assessmentRow(makes, { patientId, enrolmentId }, 'enrolment', at - DAY)
  return {
    person: {
      id: patientId,
      organisationId,
      givenName: 'Bench',
      familyName: `Patient ${number}`,
      searchName: `bench patient ${number}`,
      sex: 'unknown',
      birthDate: '1960-01-01',
      language: 'nl',
      email: makes.seal.close(`${patientId}@example.org`, `patient-email:${patientId}`),
      emailKey: makes.seal.key(`${patientId}@example.org`),
      createdAt,
    },
    known: { id: newId('num'), patientId, authority: organisationId, number: String(number) },
    enrolment: {
      id: enrolmentId,
      patientId,
      organisationId,
      teamId,
      setVersionId: makes.setVersionId,
      outcomeSet: OUTCOME_SET,
      side: '',
      startedOn: createdAt.slice(0, 10),
      createdAt,
    },
    assessments: [asked, ...past.map(({ assessment }) => assessment)],
    responses: past.map(({ response }) => response),
    scores: past.flatMap(({ scored }) => scored),
    message: { id: messageId, organisationId, patientId, ...sent(messageId, createdAt) },
    about: { id: newId('mas'), messageId, assessmentId: asked.id, kind: 'invitation', ordinal: 0 },
    link: {
      ...link,
      kind: 'answer',
      patientId,
      messageId,
      createdAt,
      diesAt: instant(at + 60 * DAY),
      failedChecks: 0,
    },
    patient: {
      number,
      token,
      address: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      patientId,
      enrolmentId,
      assessmentId: asked.id,
      linkId: link.id,
    } satisfies BenchPatient,
  }
}
type Rows = ReturnType<typeof patientRows>

const instant = (time: number) => new Date(time).toISOString()

const sent = (id: string, at: string) => ({
  kind: 'invitation',
  batch: id,
  dueAt: at,
  attempts: 1,
  sentAt: at,
  createdAt: at,
})

type Whose = { patientId: string; enrolmentId: string }

const assessmentRow = (
  { newId, teamId, setVersionId }: Makes,
  whose: Whose,
  anchor: string,
  opens: number,
) => ({
  id: newId('ass'),
  ...whose,
  teamId,
  setVersionId,
  moment: MOMENT,
  anchor,
  opensAt: instant(opens),
  dueAt: instant(opens + 7 * DAY),
  closesAt: instant(opens + 30 * DAY),
  linkDeadAt: instant(opens + 60 * DAY),
  why: [],
  createdAt: instant(opens),
})

/** What was answered before, one response a quarter. */
function historyRows(makes: Makes, { number, ...whose }: Whose & { number: number }) {
  const { now, newId, teamId } = makes
  return Array.from({ length: HISTORY.responses }, (_, quarter) => {
    const opens = now().getTime() - (quarter + 1) * 91 * DAY
    const assessment = assessmentRow(makes, whose, `appointment:${quarter}`, opens)
    const submittedAt = instant(opens + DAY)
    const responseId = newId('res')
    const answers = answersOf(number + quarter)
    const expected = expectedOf(answers)
    const of = { responseId, instrument: INSTRUMENT }
    const scored = { ...of, scoringVersion: 1, answered: 5 }
    return {
      assessment,
      response: {
        id: responseId,
        assessmentId: assessment.id,
        ...whose,
        teamId,
        respondent: 'patient',
        mode: 'web',
        language: 'nl',
        answers: { [INSTRUMENT]: answers },
        version: 4,
        startedAt: submittedAt,
        submittedAt,
        month: submittedAt.slice(0, 7),
        submitHash: responseId,
        topics: [],
        urgent: false,
      },
      scored: [
        { ...scored, scale: 'first_half', value: expected.sum },
        { ...scored, scale: 'second_half', value: expected.mean },
      ],
    }
  })
}

/** Inserts the rows of many patients, table by table. */
export async function insertAll(tx: Tx, rows: readonly Rows[]): Promise<void> {
  await tx.insert(patients).values(rows.map(({ person }) => person))
  await tx.insert(patientNumbers).values(rows.map(({ known }) => known))
  await tx.insert(enrolments).values(rows.map(({ enrolment }) => enrolment))
  await tx.insert(assessments).values(rows.flatMap((row) => row.assessments))
  await tx.insert(responses).values(rows.flatMap((row) => row.responses))
  await tx.insert(scores).values(rows.flatMap((row) => row.scores))
  await tx.insert(messages).values(rows.map(({ message }) => message))
  await tx.insert(messageAssessments).values(rows.map(({ about }) => about))
  await tx.insert(links).values(rows.map(({ link }) => link))
}
