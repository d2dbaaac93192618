import { eq } from 'drizzle-orm'
import { assessments } from '../../server/db/schema/care.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { addLinks } from '../../server/links/store.ts'
import { tokenOf } from '../../server/links/token.ts'
import type { Task } from '../../web/patient/task.ts'
import {
  makeAppointment,
  makeEnrolment,
  makeOrganisation,
  makePatient,
  makeStaff,
  makeTeam,
} from './factories.ts'
import type { House } from './house.ts'

/** The house of these tests runs at this instant, and everything it makes is open then. */
export const NOW = '2026-03-02T08:00:00Z'
const SOON = '2026-03-09T09:20:00.000Z'

/** A team with a clinician: where patients are asked something. */
export async function makeClinic(house: House, organisation: Parameters<typeof makeOrganisation>[1] = {}) {
  const organisationId = await makeOrganisation(house, organisation)
  const teamId = await makeTeam(house, organisationId)
  const staffId = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  return { organisationId, teamId, staffId }
}
type Clinic = Awaited<ReturnType<typeof makeClinic>>

type Wanted = Parameters<typeof makePatient>[2]

/** A patient with an open assessment before a booked appointment, and the token of the mail about it. */
export async function makeAsked(house: House, clinic: Clinic, patient: Wanted = {}, moment = 'pre-op') {
  const { organisationId, teamId, staffId } = clinic
  const patientId = await makePatient(house, organisationId, patient)
  const place = { patientId, organisationId, teamId }
  const enrolmentId = await makeEnrolment(house, { ...place, leadClinicianId: staffId })
  const appointmentId = await makeAppointment(house, {
    ...place,
    enrolmentId,
    clinicianId: staffId,
    kind: 'talk', // no moment hangs on it: the plan adds nothing
    startsAt: SOON,
  })
  const assessmentId = await makeAssessment(house, { patientId, enrolmentId, teamId, appointmentId, moment })
  return {
    patientId,
    enrolmentId,
    teamId,
    assessmentId,
    token: await makeToken(house, patientId, organisationId),
  }
}

/** The same, with the browser in which the patient opened the link. */
export async function openAsked(house: House, clinic: Clinic, moment?: string) {
  const asked = await makeAsked(house, clinic, {}, moment)
  const browser = openBrowser(house)
  await browser.open(asked.token)
  return { ...asked, browser }
}

export async function readDraft({ db }: House, assessmentId: string) {
  const [row] = await db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  return row
}

type AssessmentRow = Partial<typeof assessments.$inferInsert> & {
  patientId: string
  enrolmentId: string
  teamId: string
  moment: string
}

export async function makeAssessment({ db, deps }: House, given: AssessmentRow): Promise<string> {
  const version = await deps.definitions.current('hip-knee-osteoarthritis')
  if (!version) throw new Error('The outcome set is not installed')
  const id = deps.newId('ass')
  await db.insert(assessments).values({
    id,
    setVersionId: version.id,
    anchor: 'appointment:one',
    opensAt: '2026-02-20T23:00:00.000Z',
    dueAt: SOON,
    closesAt: SOON,
    linkDeadAt: '2026-03-16T23:00:00.000Z',
    why: [],
    manual: { by: 'test', at: deps.now().toISOString(), reason: 'test' }, // the plan leaves it alone
    createdAt: deps.now().toISOString(),
    ...given,
  })
  return id
}

/** A mail went out: the token that stands in it. */
export async function makeToken(
  { db, deps }: House,
  patientId: string,
  organisationId: string,
  diesAt = '2026-03-16T23:00:00.000Z',
): Promise<string> {
  const messageId = deps.newId('msg')
  const createdAt = deps.now().toISOString()
  const row = { organisationId, patientId, kind: 'invitation', batch: messageId, attempts: 1 }
  await db.insert(messages).values({ id: messageId, ...row, dueAt: createdAt, sentAt: createdAt, createdAt })
  await addLinks(db, deps, [{ kind: 'answer', patientId, messageId, diesAt }])
  const [link] = await db.select().from(links).where(eq(links.messageId, messageId))
  if (!link) throw new Error('No link was made')
  return tokenOf(deps.secret, link)
}

const ORIGIN = 'http://localhost:3000'

/** A browser as far as the server sees one: it keeps cookies and says where it comes from. */
export function openBrowser({ app }: House) {
  const cookies = new Map<string, string>()

  async function ask(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string } = {},
  ) {
    const headers = new Headers({ origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...init.headers })
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(path, {
      method,
      headers,
      ...(init.body === undefined ? {} : { body: init.body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  const asJson = { 'content-type': 'application/json', accept: 'application/json' }
  const send = async (method: string, path: string, body: unknown, version?: number) => {
    const headers = version === undefined ? asJson : { ...asJson, 'if-match': `"${version}"` }
    const answer = await ask(method, path, { headers, body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  return {
    ask,
    get: (path: string) => ask('GET', path),
    /** Presses a button in a form. */
    press: (path: string, fields: Record<string, string> = {}) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    open: (token: string) => ask('POST', `/v/${token}/open`),
    task: async () => {
      const answer = await ask('GET', '/api/patient/task')
      return { status: answer.status, body: (await answer.json()) as Task }
    },
    save: (assessment: string, version: number, changes: unknown) =>
      send('PUT', '/api/patient/answers', { assessment, changes }, version),
    submit: (assessment: string, version: number, given: Record<string, unknown>) =>
      send('POST', '/api/patient/submit', { assessment, ...given }, version),
    send,
  }
}
