import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicDay, ClinicFigures } from '../../core/consult/clinic-day.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { appointments, assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { openings } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// A clinic of a team in which several people see patients, some of whom have not answered yet.

let house: House
let place: { organisationId: string; teamId: string }
let clinician: string

const WEDNESDAY = '2026-03-18'

beforeAll(async () => {
  house = await openHouse({ now: `${WEDNESDAY}T08:00:00Z` })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  clinician = await makeStaff(house, { ...place, role: 'clinician' })
})
afterAll(() => house.close())

type Visit = { came: Parameters<typeof makeCourse>[2]['came']; on?: string; at?: string; by?: string | null }

/** Somebody who was asked for a visit, by one of us unless it says otherwise. */
async function visit({ came, on = '2026-03-16', at = `${WEDNESDAY}T10:00:00.000Z`, by = clinician }: Visit) {
  const person = await makePerson(house, place)
  const made = await makeCourse(house, person, { moment: 'check-up', on, came, staffId: clinician })
  const appointmentId = await makeAppointment(house, { ...place, ...person, startsAt: at })
  await house.db.update(appointments).set({ clinicianId: by }).where(eq(appointments.id, appointmentId))
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, made.assessmentId))
  return { ...person, ...made }
}

const look = async (query = '', as = clinician) =>
  (await house.as(as).get(`/api/clinic${query}`)).body as ClinicDay
const rowOf = (day: ClinicDay, { patientId }: Person) =>
  day.rows.find(({ patient }) => patient.id === patientId)

it('gets in what is not there yet: on a tablet today, by a link before that, by telephone where no mail arrives', async () => {
  const today = await visit({ came: 'invited' })
  const tomorrow = await visit({ came: 'started', at: '2026-03-19T10:00:00.000Z' })
  const later = await visit({ came: 'invited', at: '2026-03-25T10:00:00.000Z' })
  const three = ['send-link', 'tablet', 'call']
  expect(rowOf(await look(), today)).toMatchObject({ next: 'tablet', ways: three })
  expect(rowOf(await look('?day=2026-03-19'), tomorrow)).toMatchObject({ next: 'send-link', ways: three })
  expect(rowOf(await look('?day=2026-03-25'), later)).toMatchObject({ next: 'open', ways: three })
  await house.db.update(patients).set({ email: null }).where(eq(patients.id, tomorrow.patientId))
  const unreached = rowOf(await look('?day=2026-03-19'), tomorrow)
  expect(unreached).toMatchObject({
    standing: { state: 'begun' },
    assessmentId: tomorrow.assessmentId,
    ways: ['tablet', 'call'],
  })
  const manager = await makeStaff(house, { organisationId: place.organisationId, role: 'data-manager' })
  const answers = { name: 'Anna de Wit', relation: 'partner', untilOn: '2026-12-31', readsMail: false }
  const named = { ...answers, email: 'anna@example.nl' }
  const { status } = await house.as(manager).put(`/api/choices/${tomorrow.patientId}/proxy`, named)
  expect(status).toBe(200)
  // Who answers for them has an address of their own, at which a link arrives.
  expect(rowOf(await look('?day=2026-03-19'), tomorrow)).toMatchObject({ ways: three })
})

it('sends a link to who did not answer, once in a while, and writes it down', async () => {
  const { patientId, assessmentId } = await visit({ came: 'invited' })
  const send = () => house.as(clinician).post(`/api/clinic/assessments/${assessmentId}/link`, {})
  expect((await send()).status).toBe(200)
  expect(await send()).toMatchObject({ status: 422, body: { code: 'link_just_went' } })
  const mails = await house.db.select().from(messages).where(eq(messages.patientId, patientId))
  expect(mails.filter(({ kind }) => kind === 'sent-link')).toHaveLength(1)
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'link.sent'))
  expect(lines).toMatchObject([{ actorId: clinician, objectId: assessmentId }])
  await house.db.update(patients).set({ email: null }).where(eq(patients.id, patientId))
  expect(await send()).toMatchObject({ status: 422, body: { code: 'no_mail' } })
})

it('sends no link and gives no number where nothing is open', async () => {
  const { assessmentId } = await visit({ came: 'completed' })
  const at = `/api/clinic/assessments/${assessmentId}`
  expect((await house.as(clinician).post(`${at}/link`, {})).status).toBe(404)
  expect((await house.as(clinician).get(`${at}/phone`)).status).toBe(404)
})

it('shows somebody their own patients, everybody those of the team, and anybody those of a colleague', async () => {
  const colleague = await makeStaff(house, { ...place, role: 'clinician' })
  const manager = await makeStaff(house, { ...place, role: 'team-lead' })
  const theirs = await visit({ came: 'completed', by: colleague, at: '2026-03-20T10:00:00.000Z' })
  const mine = await visit({ came: 'completed', at: '2026-03-20T11:00:00.000Z' })
  const day = '?day=2026-03-20'
  const seenBy = async (query: string, as: string) => {
    const { rows, who } = await look(query, as)
    return { who, ids: rows.map(({ patient }) => patient.id) }
  }
  expect(await seenBy(day, clinician)).toEqual({ who: clinician, ids: [mine.patientId] })
  expect(await seenBy(day, manager)).toEqual({ who: null, ids: [theirs.patientId, mine.patientId] })
  expect(await seenBy(`${day}&who=all`, clinician)).toEqual({
    who: null,
    ids: [theirs.patientId, mine.patientId],
  })
  expect(await seenBy(`${day}&who=${colleague}`, manager)).toEqual({
    who: colleague,
    ids: [theirs.patientId],
  })
  const { clinicians } = await look(day, manager)
  expect(clinicians.map(({ id, count }) => [id, count])).toEqual(
    expect.arrayContaining([
      [colleague, 1],
      [clinician, 1],
    ]),
  )
})

it('has news when an answer came in, and none before', async () => {
  const mark = async () => (await house.as(clinician).get('/api/clinic/news')).body
  const before = await mark()
  expect(await mark()).toEqual(before)
  await visit({ came: 'completed', on: '2026-03-17' })
  expect(await mark()).not.toEqual(before)
})

it('counts per week whose answers were opened before the consult and discussed; own figures are one’s own', async () => {
  const elsewhere = { ...place, teamId: await makeTeam(house, place.organisationId, { name: 'Voeten' }) }
  const [own, other] = [
    await makeStaff(house, { ...elsewhere, role: 'clinician' }),
    await makeStaff(house, { ...elsewhere, role: 'clinician' }),
  ]
  const back = place
  place = elsewhere
  const at = '2026-03-10T10:00:00.000Z' // a Tuesday
  await visit({ came: 'discussed', on: '2026-03-09', at, by: own }) // opened within a day of the answer
  const early = await visit({ came: 'opened', on: '2026-03-08', at, by: other })
  await visit({ came: 'completed', on: '2026-03-08', at, by: other })
  await visit({ came: 'invited', on: '2026-03-08', at, by: other })
  place = back
  const late = '2026-03-10T10:05:00.000Z'
  const weekOf = async (as: string) => {
    const { weeks } = (await house.as(as).get('/api/clinic/figures')).body as ClinicFigures
    return weeks.find(({ from }) => from === '2026-03-09')
  }
  expect(await weekOf(own)).toEqual({
    from: '2026-03-09',
    team: { of: 3, opened: 2, discussed: 1 },
    own: null, // of two clinicians each would read the other's
  })
  const third = await makeStaff(house, { ...elsewhere, role: 'clinician' })
  place = elsewhere
  await visit({ came: 'completed', on: '2026-03-08', at, by: third })
  place = back
  expect(await weekOf(own)).toEqual({
    from: '2026-03-09',
    team: { of: 4, opened: 2, discussed: 1 },
    own: { of: 1, opened: 1, discussed: 1 },
  })
  await house.db.update(openings).set({ openedAt: late }).where(eq(openings.responseId, early.responseId))
  expect(await weekOf(other)).toMatchObject({
    team: { of: 4, opened: 1 },
    own: { of: 2, opened: 0, discussed: 0 },
  })
})
