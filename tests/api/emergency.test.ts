import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EMERGENCIES_A_DAY, type EmergencyReview } from '../../core/access/emergency.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { patientNumbers } from '../../server/db/schema/patients.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { codeOfApp } from '../support/totp.ts'

// A physician on duty opens the file of somebody whom another team treats.

const BORN = '1951-02-03'
const REASON = 'Verward op de spoedeisende hulp, niemand van het team is bereikbaar.'

let house: House
let person: Person
let [onDuty, lead, auditor, key, ownTeamId] = ['', '', '', '', '']

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-20T22:00:00Z' })
  const organisationId = await makeOrganisation(house)
  const treating = { organisationId, teamId: await makeTeam(house, organisationId) }
  const own = { organisationId, teamId: await makeTeam(house, organisationId) }
  ownTeamId = own.teamId
  onDuty = await makeStaff(house, { ...own, role: 'clinician', name: 'Nora Wit' })
  lead = await makeStaff(house, { ...treating, role: 'team-lead' })
  auditor = await makeStaff(house, { organisationId, role: 'auditor', teamId: null })
  person = await makePerson(house, treating, { patient: { number: '4711', birthDate: BORN } })
  await makeCourse(house, person, { moment: 'check-up', on: '2026-03-16', came: 'completed', staffId: lead })
  const account = { staffId: onDuty, email: 'nora@huis.example', password: 'vier gewone woorden samen' }
  key = (await createStaffAccount(house.deps, account)).totpSecret
})
afterAll(() => house.close())

/** A code works once, so each try takes the next one that the app would show. */
let shown = 0
const nextCode = () => codeOfApp(key, Date.now() + 30_000 * ([0, 1, -1][shown++ % 3] ?? 0))
const open = (given: object = {}, code = nextCode()) =>
  house.as(onDuty).post('/api/emergency', { number: '4711', birthDate: BORN, reason: REASON, code, ...given })
const forgetCodes = () => house.pass(10 * 60_000)

it('asks for a reason that says something, a code of the phone, and who it is about', async () => {
  expect(await open({ reason: 'spoed' })).toMatchObject({ status: 400, body: { code: 'invalid' } })
  expect(await open({}, '000000')).toMatchObject({ status: 422, body: { code: 'wrong_code' } })
  expect(await open({ birthDate: '1951-02-04' })).toMatchObject({
    status: 422,
    body: { code: 'unknown_patient' },
  })
  expect((await house.as(onDuty).get(`/api/clinic/patients/${person.patientId}`)).status).toBe(404)
})

it('opens one file for an hour, to read, and writes down every look', async () => {
  forgetCodes()
  const code = nextCode()
  const { status, body } = await open({}, code)
  expect(status).toBe(201)
  const { id } = body as { id: string }
  expect(await open({}, code)).toMatchObject({ status: 422, body: { code: 'used_code' } })

  house.pass(1000)
  const read = () => house.as(onDuty).get(`/api/emergency/${id}`)
  expect(await read()).toMatchObject({ status: 200, body: { page: { patient: { id: person.patientId } } } })
  expect((await house.as(lead).get(`/api/emergency/${id}`)).status).toBe(404)
  expect((await house.as(onDuty).get('/api/emergency')).body).toMatchObject([{ id }])
  const looks = await house.db
    .select({ type: auditEvents.type, purpose: auditEvents.purpose })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditEvents.actorId, onDuty))
    .orderBy(auditEvents.at)
  expect(looks).toEqual([
    { type: 'emergency.opened', purpose: 'ETREAT' },
    { type: 'emergency.patient-read', purpose: 'ETREAT' },
  ])
  expect((await house.as(onDuty).get(`/api/clinic/patients/${person.patientId}`)).status).toBe(404)
  house.pass(3_600_000)
  expect(await read()).toMatchObject({ status: 410, body: { code: 'over' } })
  expect((await house.as(onDuty).get('/api/emergency')).body).toEqual([])
})

it('tells the lead of the treating team and the auditor, without a name', async () => {
  const told = await house.db.select().from(messages).where(eq(messages.kind, 'emergency'))
  expect(new Set(told.map(({ batch }) => batch.split(' ')[0]))).toEqual(new Set([lead, auditor]))
})

it('is judged once, by somebody else', async () => {
  const reviews = async () =>
    (await house.as(auditor).get('/api/emergency/reviews')).body as EmergencyReview[]
  const [one] = await reviews()
  expect(one).toMatchObject({
    by: 'Nora Wit',
    patientNumber: '4711',
    reason: REASON,
    looks: 1,
    isLate: false,
  })
  const judge = () =>
    house
      .as(auditor)
      .put(`/api/emergency/reviews/${one?.id}`, { verdict: 'right', note: 'Nagevraagd bij de dienst.' })
  expect((await judge()).status).toBe(200)
  expect(await judge()).toMatchObject({ status: 409, body: { code: 'not_yours_to_judge' } })
  expect(await reviews()).toMatchObject([{ verdict: 'right', note: 'Nagevraagd bij de dienst.' }])
})

it('is too late after a week', async () => {
  forgetCodes()
  expect((await open()).status).toBe(201)
  house.pass(8 * 86_400_000)
  const late = (await house.as(auditor).get('/api/emergency/reviews')).body as EmergencyReview[]
  expect(late.map(({ isLate }) => isLate)).toEqual([true, false])
})

it('is one file for an hour, however often it is asked for, and a few a day', async () => {
  house.goTo('2026-04-10T06:00:00Z')
  const first = (await open()).body
  forgetCodes()
  expect((await open()).body).toEqual(first)
  for (let n = 1; n < EMERGENCIES_A_DAY; n++) {
    house.pass(3_600_000)
    expect((await open()).status).toBe(201)
  }
  house.pass(3_600_000)
  expect(await open()).toMatchObject({ status: 429, body: { code: 'too_many_emergencies' } })
})

it('knows somebody by the same number of two systems', async () => {
  house.goTo('2026-04-20T10:00:00Z')
  const also = { id: 'pnr_second', patientId: person.patientId, authority: 'other system', number: '4711' }
  await house.db.insert(patientNumbers).values(also)
  expect((await open()).status).toBe(201)
})

it('opens nothing that no team could see any more, and tells nobody so', async () => {
  house.goTo('2026-05-10T10:00:00Z')
  const told = await house.db.$count(messages, eq(messages.kind, 'emergency'))
  await house.db
    .update(enrolments)
    .set({ endedOn: '2026-01-31' })
    .where(eq(enrolments.id, person.enrolmentId))
  expect(await open()).toMatchObject({ status: 422, body: { code: 'nothing_to_see' } })
  expect(await house.db.$count(messages, eq(messages.kind, 'emergency'))).toBe(told)
})

it('is no emergency for one’s own patient', async () => {
  const ours = { organisationId: person.organisationId, teamId: ownTeamId }
  const { patientId } = await makePerson(house, ours, { patient: { number: '4712', birthDate: BORN } })
  forgetCodes()
  const refused = { code: 'in_care', detail: { patientId } }
  expect(await open({ number: '4712' })).toMatchObject({ status: 409, body: refused })
})
