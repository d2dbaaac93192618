import { desc, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { appointments, assessments, enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { patients, quarantine } from '../../server/db/schema/patients.ts'
import type { Aside } from '../../server/imports/quarantine.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let organisationId: string
let teamId: string
let manager: string

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
})
afterEach(() => house.close())

type Person = Record<string, string>
const message = (given: Record<string, unknown> = {}, person: Person = {}) => ({
  number: 'A-1',
  startsAt: '2026-04-01T10:00',
  kind: 'intake',
  side: 'right',
  team: teamId,
  ...given,
  patient: {
    number: '4711',
    givenName: 'Wil',
    familyName: 'van der Ploeg',
    birthDate: '1959-04-12',
    email: 'wil@example.nl',
    ...person,
  },
})

const send = (...messages: unknown[]) => house.as(manager).post('/api/appointments', messages)
const nothingWaits = { asides: [], total: 0, stuck: [], bsn: { doubles: [], wrong: [] } }
const waiting = async () => {
  const { body } = await house.as(manager).get('/api/quarantine')
  return body as { asides: Aside[]; total: number }
}
const accept = (id: string, body: unknown = { winner: 'ours' }) =>
  house.as(manager).post(`/api/quarantine/${id}/accept`, body)
const people = () =>
  house.db
    .select({ given: patients.givenName, family: patients.familyName, born: patients.birthDate })
    .from(patients)

const nameDiffers = async () => {
  await send(
    message(),
    message({ number: 'A-2', kind: 'check-up', startsAt: '2026-05-01T10:00' }, { familyName: 'Ploeg-Smit' }),
    message({ number: 'A-3', kind: 'check-up', startsAt: '2026-08-01T10:00' }, { familyName: 'Ploeg-Smit' }),
  )
  const { asides } = await waiting()
  return asides.toSorted((a, b) => (a.appointment?.number ?? '').localeCompare(b.appointment?.number ?? ''))
}

test('what differs stands side by side', async () => {
  const asides = await nameDiffers()
  expect(asides).toMatchObject([
    {
      reason: 'name-differs',
      patientNumber: '4711',
      appointment: { number: 'A-2', team: 'Heup en knie' },
      ours: { familyName: 'van der Ploeg', birthDate: '1959-04-12' },
      theirs: { familyName: 'Ploeg-Smit', birthDate: '1959-04-12' },
    },
    { appointment: { number: 'A-3' } },
  ])
})

test('accepted with their name: the patient is renamed, and every message with that name goes in', async () => {
  const [first] = await nameDiffers()
  const { status, body } = await accept(first?.id ?? '', { winner: 'theirs' })
  expect([status, body]).toMatchObject([200, { admissions: [{ what: 'booked' }, { what: 'booked' }] }])
  expect(await people()).toEqual([{ given: 'Wil', family: 'Ploeg-Smit', born: '1959-04-12' }])
  expect(await waiting()).toEqual(nothingWaits)
  expect(await house.db.$count(appointments)).toBe(3)
})

test('accepted with our name: the patient keeps it, and the feed may go on writing the other', async () => {
  const [first] = await nameDiffers()
  await accept(first?.id ?? '')
  expect(await people()).toMatchObject([{ family: 'van der Ploeg' }])
  const again = await send(
    message({ number: 'A-2', kind: 'check-up', startsAt: '2026-05-02T10:00' }, { familyName: 'Ploeg-Smit' }),
  )
  expect(again.body).toMatchObject({ admissions: [{ what: 'moved' }] })
})

test('rejected stays rejected when the feed says it again', async () => {
  const [first] = await nameDiffers()
  expect((await house.as(manager).post(`/api/quarantine/${first?.id}/reject`)).status).toBe(204)
  const again = await send(
    message({ number: 'A-2', kind: 'check-up', startsAt: '2026-05-01T10:00' }, { familyName: 'Ploeg-Smit' }),
  )
  expect(again.body).toMatchObject({ admissions: [{ what: 'skipped', reason: 'rejected-before' }] })
  expect((await waiting()).total).toBe(1)
  expect((await accept(first?.id ?? '')).status).toBe(409)
})

const stored = async () =>
  JSON.stringify(await house.db.select({ message: quarantine.message }).from(quarantine))

test('how somebody is reached is sealed while it waits, and of what was decided only the number stays', async () => {
  await send(message({ side: undefined }, { phone: '06 000 00 000', subject: 'digid-4711' }))
  expect(await stored()).toContain('van der Ploeg')
  expect(await stored()).not.toMatch(/wil@example|06 000|digid-4711/)

  const [aside] = (await waiting()).asides
  await accept(aside?.id ?? '', { winner: 'theirs', side: 'left' })
  expect(await stored()).toBe('[{"message":{"number":"A-1"}}]')
  const [patient] = await house.db.select().from(patients)
  expect(patient?.emailKey).toBe(house.deps.seal.key('wil@example.nl'))
})

test('a missing side is filled in by a human', async () => {
  await send(message({ side: undefined }))
  expect(await people()).toEqual([])
  const [aside] = (await waiting()).asides
  expect(aside).toMatchObject({ reason: 'side-unknown', ours: null })
  expect((await accept(aside?.id ?? '')).body).toMatchObject({ code: 'side_needed' })
  expect((await waiting()).total).toBe(1)
  expect((await accept(aside?.id ?? '', { winner: 'theirs', side: 'left' })).body).toMatchObject({
    admissions: [{ what: 'booked', person: 'new', enrolment: 'new' }],
  })
})

test('a patient who is with another team moves there: what was open with the first is withdrawn', async () => {
  const second = await makeTeam(house, organisationId, { name: 'Heup en knie Noord' })
  await send(message())
  await send(message({ number: 'A-2', team: second, startsAt: '2026-04-20T10:00' }))
  const [aside] = (await waiting()).asides
  expect(aside?.reason).toBe('other-team')
  await accept(aside?.id ?? '', { winner: 'theirs' })
  const live = house.db
    .select({ teamId: assessments.teamId })
    .from(assessments)
    .where(isNull(assessments.withdrawnAt))
  expect(await live).toEqual([{ teamId: second }])
  const ends = await house.db
    .select({ reason: enrolments.endReason })
    .from(enrolments)
    .orderBy(enrolments.createdAt)
  expect(new Set(ends.map(({ reason }) => reason))).toEqual(new Set(['moved', null]))
})

test('an appointment number that is used again for somebody else leaves the first patient', async () => {
  await send(message())
  await send(message({}, { number: '4712', givenName: 'Bo', familyName: 'Kok' }))
  const [aside] = (await waiting()).asides
  expect(aside?.reason).toBe('other-patient')
  await accept(aside?.id ?? '', { winner: 'theirs' })
  const live = await house.db
    .select({ patientId: assessments.patientId })
    .from(assessments)
    .where(isNull(assessments.withdrawnAt))
  expect(live).toHaveLength(1)
  expect(await house.db.$count(appointments)).toBe(2)
})

test('the other patient keeps neither the stage nor the questions, and the log names both', async () => {
  const operation = { kind: 'surgery', startsAt: '2026-06-10T07:30', treatment: 'hip-replacement' }
  await send(message(operation))
  await send(message(operation, { number: '4712', givenName: 'Bo', familyName: 'Kok' }))
  const [aside] = (await waiting()).asides
  expect((await accept(aside?.id ?? '')).status).toBe(200)
  const [wil, bo] = await house.db.select().from(patients).orderBy(desc(patients.givenName))
  const stages = await house.db
    .select({ patientId: enrolments.patientId, stage: stageEntries.stage })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
    .where(isNull(stageEntries.withdrawnAt))
  expect(stages).toEqual([{ patientId: bo?.id, stage: 'surgery' }])
  const asked = await house.db
    .selectDistinct({ patientId: assessments.patientId })
    .from(assessments)
    .where(isNull(assessments.withdrawnAt))
  expect(asked).toEqual([{ patientId: bo?.id }])
  const named = await house.db
    .select({ patientId: auditSubjects.patientId })
    .from(auditSubjects)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
    .where(eq(auditEvents.type, 'quarantine.accepted'))
  expect(new Set(named.map(({ patientId }) => patientId))).toEqual(new Set([wil?.id, bo?.id]))
})

test('two people who decide at once: one of them is told that it was done', async () => {
  const [first] = await nameDiffers()
  const both = await Promise.all([accept(first?.id ?? ''), accept(first?.id ?? '')])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
})

test('only data managers decide, and only for their own organisation', async () => {
  const [first] = await nameDiffers()
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const stranger = await makeStaff(house, {
    organisationId: await makeOrganisation(house),
    role: 'data-manager',
  })
  for (const [who, status] of [
    [null, 401],
    [clinician, 403],
    [stranger, 404],
  ] as const) {
    const person = house.as(who)
    expect((await person.post(`/api/quarantine/${first?.id}/accept`, { winner: 'ours' })).status).toBe(status)
    expect((await person.post(`/api/quarantine/${first?.id}/reject`)).status).toBe(status)
  }
  expect((await house.as(stranger).get('/api/quarantine')).body).toEqual(nothingWaits)
  expect((await house.as(clinician).get('/api/quarantine')).status).toBe(403)
  expect(await house.db.select().from(quarantine).where(isNull(quarantine.resolvedAt))).toHaveLength(2)
})

test('wrong messages are refused with field, code and sentence, and none of them goes in', async () => {
  const { status, body } = await send(
    message(),
    { ...message({ number: 'A-2', startsAt: 'morgen', extra: 1 }), patient: {} },
    'tekst',
  )
  expect(status).toBe(422)
  expect(body).toMatchObject({ code: 'messages_wrong', detail: { count: 7 } })
  const { problems } = (body as { detail: { problems: { index: number; field: string; message: string }[] } })
    .detail
  expect(problems[0]).toEqual({
    index: 1,
    field: 'startsAt',
    code: 'time',
    message:
      'This date or time does not exist. Write for instance 2026-03-24T09:30, or in a file 24-03-2026 09:30.',
  })
  expect(await people()).toEqual([])
  expect((await house.as(manager).post('/api/appointments', [])).status).toBe(400)
  expect((await house.as(null).post('/api/appointments', message())).status).toBe(401)
})
