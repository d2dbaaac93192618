import { and, count, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppointmentMessage, appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { emptyWorld } from '../../server/acts/admit/world.ts'
import { admitAppointments, admitChunk, previewChunk } from '../../server/acts/admit-appointment.ts'
import { readDirectory } from '../../server/appointments/directory.ts'
import { resolveMessage } from '../../server/appointments/resolve.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { appointments, assessments, enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { patients, quarantine } from '../../server/db/schema/patients.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeToken } from '../support/patient-browser.ts'

let house: House
let organisationId: string
let teamId: string

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
})
afterEach(() => house.close())

type Given = Partial<Omit<AppointmentMessage, 'patient'>> & {
  patient?: Partial<AppointmentMessage['patient']>
}

const message = ({ patient, ...rest }: Given = {}): AppointmentMessage =>
  appointmentMessageShape.parse({
    number: 'A-1',
    startsAt: '2026-04-01T10:00',
    kind: 'intake',
    side: 'right',
    patient: {
      number: '4711',
      givenName: 'Wil',
      familyName: 'van der Ploeg',
      birthDate: '1959-04-12',
      sex: 'female',
      email: 'wil@example.nl',
      ...patient,
    },
    ...rest,
  })

const admit = (...messages: AppointmentMessage[]) =>
  admitAppointments(house.deps, systemCtx(organisationId, 'test'), messages, { source: 'api' })

const live = () =>
  house.db
    .select({ moment: assessments.moment, opensAt: assessments.opensAt, closesAt: assessments.closesAt })
    .from(assessments)
    .where(isNull(assessments.withdrawnAt))
    .orderBy(assessments.opensAt)

test('an unknown person is registered, enrolled and asked before the intake', async () => {
  const [admission] = await admit(message())
  expect(admission).toMatchObject({
    what: 'booked',
    person: 'new',
    enrolment: 'new',
    reason: null,
    notes: [],
  })
  expect(await live()).toEqual([
    { moment: 'intake', opensAt: '2026-03-17T23:00:00.000Z', closesAt: '2026-04-01T08:00:00.000Z' },
  ])
  const [patient] = await house.db.select().from(patients)
  expect(patient).toMatchObject({
    familyName: 'van der Ploeg',
    language: 'nl',
    searchName: 'wil van der ploeg',
  })
  expect(patient?.email).not.toContain('wil@')
  expect(
    await house.db.select({ stage: stageEntries.stage, on: stageEntries.enteredOn }).from(stageEntries),
  ).toEqual([{ stage: 'intake', on: '2026-04-01' }])
})

test('the same message again changes nothing and leaves no line behind', async () => {
  await admit(message())
  const [before] = await house.db.select({ n: count() }).from(auditEvents)
  house.pass(60_000)
  expect(await admit(message())).toMatchObject([{ what: 'unchanged', person: 'known', enrolment: 'known' }])
  const [after] = await house.db.select({ n: count() }).from(auditEvents)
  expect(after).toEqual(before)
})

test('a moved appointment moves what hangs on it, a cancelled one withdraws it, and a new booking asks again', async () => {
  await admit(message())
  expect(await admit(message({ startsAt: '2026-04-08T09:00' }))).toMatchObject([{ what: 'moved' }])
  expect(await live()).toMatchObject([{ opensAt: '2026-03-24T23:00:00.000Z' }])
  expect(await admit(message({ startsAt: '2026-04-08T09:00', status: 'cancelled' }))).toMatchObject([
    { what: 'cancelled' },
  ])
  expect(await live()).toEqual([])
  const [gone] = await house.db.select({ why: assessments.withdrawnWhy }).from(assessments)
  expect(gone).toEqual({ why: 'cancelled:intake' })
  const entries = await house.db.select().from(stageEntries).where(isNull(stageEntries.withdrawnAt))
  expect(entries).toEqual([])
  await admit(message({ number: 'A-2', startsAt: '2026-05-06T09:00' }))
  expect(await live()).toMatchObject([{ moment: 'intake', opensAt: '2026-04-21T22:00:00.000Z' }])
  const [{ n } = { n: 0 }] = await house.db.select({ n: count() }).from(assessments)
  expect(Number(n)).toBe(1)
})

test('whatever the order in which messages arrive, the newest one holds', async () => {
  const first = message({ changedAt: '2026-03-01T10:00:00Z' })
  const moved = message({ startsAt: '2026-04-08T09:00', changedAt: '2026-03-01T11:00:00Z' })
  const cancelled = message({
    startsAt: '2026-04-08T09:00',
    status: 'cancelled',
    changedAt: '2026-03-01T12:00:00+01:00',
  })
  await admit(moved)
  expect(await admit(first)).toMatchObject([{ what: 'skipped', reason: 'older' }])
  expect(await live()).toMatchObject([{ opensAt: '2026-03-24T23:00:00.000Z' }])
  expect(await admit(cancelled)).toMatchObject([{ what: 'cancelled' }])
})

test('twenty identical messages at once are one person, one enrolment, one appointment', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => admit(message())))
  expect(all.filter(([one]) => one?.what === 'booked')).toHaveLength(1)
  for (const table of [patients, enrolments, appointments, assessments, stageEntries])
    expect(await house.db.select().from(table)).toHaveLength(1)
})

test('another name or birth date under a known number is set aside, once, and nothing is planned', async () => {
  await admit(message())
  const other = message({ number: 'A-2', kind: 'check-up', patient: { givenName: 'Wim' } })
  expect(await admit(other)).toMatchObject([{ what: 'set-aside', reason: 'name-differs' }])
  expect(await admit(other)).toMatchObject([{ what: 'set-aside' }])
  expect(await admit(message({ number: 'A-3', patient: { birthDate: '1959-04-13' } }))).toMatchObject([
    { what: 'set-aside', reason: 'birth-date-differs' },
  ])
  expect(await house.db.select().from(quarantine)).toHaveLength(2)
  expect(await live()).toHaveLength(1)
})

test('marks and case of a name make no other person', async () => {
  await admit(message({ patient: { givenName: 'Zoë', familyName: 'd’Angelo' } }))
  expect(
    await admit(message({ number: 'A-2', patient: { givenName: 'ZOE', familyName: "D'Angelo" } })),
  ).toMatchObject([{ what: 'booked', person: 'known' }])
})

test('the number of an appointment that belongs to somebody else is set aside', async () => {
  await admit(message())
  expect(
    await admit(message({ patient: { number: '4712', givenName: 'Bo', familyName: 'Kok' } })),
  ).toMatchObject([{ what: 'set-aside', reason: 'other-patient' }])
})

test('a death ends every enrolment and withdraws everything that was open', async () => {
  await admit(message(), message({ number: 'A-2', side: 'left' }))
  await admit(message({ number: 'A-1', status: 'cancelled', patient: { deceasedOn: '2026-03-01' } }))
  expect(await live()).toEqual([])
  const ends = await house.db
    .select({ reason: enrolments.endReason, on: enrolments.endedOn })
    .from(enrolments)
  expect(ends).toEqual([
    { reason: 'deceased', on: '2026-03-01' },
    { reason: 'deceased', on: '2026-03-01' },
  ])
  expect(await admit(message({ number: 'A-9', kind: 'check-up' }))).toMatchObject([{ what: 'booked' }])
  expect(await live()).toEqual([])
})

test.each<[string, Given]>([
  ['older', { changedAt: '2026-03-01T08:00:00Z' }],
  ['other-patient', { number: 'B-1' }],
  ['other-team', { number: 'A-9', team: 'Heup twee' }],
])('a death is recorded, whatever becomes of the appointment it came with: %s', async (reason, given) => {
  await makeTeam(house, organisationId, { name: 'Heup twee' })
  await makeTeam(house, organisationId, { name: 'Borst', outcomeSet: 'breast-cancer' })
  const team = 'Heup en knie'
  await admit(
    message({ team, changedAt: '2026-03-01T10:00:00Z' }),
    message({ team, number: 'B-1', patient: { number: '4712', givenName: 'Bo' } }),
  )
  const died = message({ team, ...given, patient: { deceasedOn: '2026-03-01' } })
  expect(await admit(died)).toMatchObject([{ reason }])
  const people = await house.db
    .select({ on: patients.deceasedOn, why: enrolments.endReason })
    .from(patients)
    .innerJoin(enrolments, eq(enrolments.patientId, patients.id))
    .where(eq(patients.givenName, 'Wil'))
  expect(people).toEqual([{ on: '2026-03-01', why: 'deceased' }])
  expect(await live()).toHaveLength(1) // Bo's
})

test('a death in a message about somebody who may be another is not believed', async () => {
  await admit(message())
  const died = { givenName: 'Wim', deceasedOn: '2026-03-01' }
  expect(await admit(message({ number: 'A-2', patient: died }))).toMatchObject([{ what: 'set-aside' }])
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: null }])
})

test('an address counts in whichever message of a person it stands, and an empty one takes none away', async () => {
  const visit = (number: string, patient: Given['patient'] = {}) =>
    message({ number, patient: { email: undefined, ...patient } })
  const contact = async () => {
    const [row] = await house.db.select().from(patients)
    const { seal } = house.deps
    return row && { ...row, email: row.email && openEmail(seal, row.id, row.email) }
  }
  const told = await admit(visit('A-1'), visit('A-2', { email: 'wil@example.nl', phone: '06 00 00 00 01' }))
  expect(told.map(({ notes }) => notes)).toEqual([[], []])
  expect(await contact()).toMatchObject({ email: 'wil@example.nl' })

  await house.db.update(patients).set({ emailDeadAt: '2026-03-02T08:00:00.000Z' })
  await admit(visit('A-1', { email: 'wil@example.nl' }), visit('A-2'))
  expect(await contact()).toMatchObject({ emailDeadAt: '2026-03-02T08:00:00.000Z' })
  await admit(visit('A-1', { email: 'nieuw@example.nl' }), visit('A-2'))
  expect(await contact()).toMatchObject({ email: 'nieuw@example.nl', emailDeadAt: null })
  expect((await contact())?.phone).not.toBeNull()
})

test('another address from the feed ends the links that went to the one before, and brings another', async () => {
  await admit(message())
  const [patient] = await house.db.select({ id: patients.id }).from(patients)
  await makeToken(house, patient?.id ?? '', organisationId)
  const ended = async () => (await house.db.select({ at: links.revokedAt }).from(links)).map(({ at }) => at)
  await admit(message({ patient: { email: 'Wil@example.nl', phone: '06 00 00 00 01' } }))
  expect(await ended()).toEqual([null])
  await admit(message({ patient: { email: 'nieuw@example.nl' } }))
  expect(await ended()).toEqual(['2026-03-02T08:00:00.000Z'])
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'links.ended'))
  expect(lines).toMatchObject([{ organisationId, detail: { links: 1 } }])
  const mails = await house.db.select().from(messages).where(eq(messages.kind, 'new-address'))
  expect(mails).toMatchObject([{ patientId: patient?.id, sentAt: null }])
})

test('who has no address in any message is noted, in a dry run too', async () => {
  const silent = message({ patient: { email: undefined } })
  const directory = await readDirectory(house.deps, systemCtx(organisationId, 'test'))
  const one = resolveMessage(silent, directory, null)
  if (Array.isArray(one)) throw new Error('the message is right')
  const tried = await previewChunk(house.deps, systemCtx(organisationId, 'test'), directory, [one], {
    source: 'csv',
    world: emptyWorld(),
  })
  expect([tried, await admit(silent)].map((list) => list.map(({ notes }) => notes))).toEqual([
    [['no-address']],
    [['no-address']],
  ])
})

test('a booked operation plans everything that follows it, once the treatment is known', async () => {
  await admit(message(), message({ number: 'A-2', kind: 'Operatie', startsAt: '2026-06-10T07:30' }))
  expect(await live()).toHaveLength(1)
  await admit(
    message({ number: 'A-2', kind: 'surgery', startsAt: '2026-06-10T07:30', treatment: 'Hip-replacement' }),
  )
  expect((await live()).map(({ moment }) => moment)).toEqual([
    'intake',
    'pre-op',
    'week-2',
    'month-3',
    'month-12',
    'year-2',
    'year-3',
  ])
})

test('a stage that a person took back stays taken back, however the feed repeats or moves it', async () => {
  await admit(message())
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const ask = house.as(clinician)
  const [path] = await house.db.select().from(enrolments)
  const [entry] = await house.db.select().from(stageEntries)
  expect((await ask.delete(`/api/enrolments/${path?.id}/stages/${entry?.id}`)).status).toBe(204)
  const stages = () =>
    house.db
      .select({ stage: stageEntries.stage, on: stageEntries.enteredOn })
      .from(stageEntries)
      .where(isNull(stageEntries.withdrawnAt))
  await admit(message({ startsAt: '2026-04-08T09:00' }))
  await admit(message({ startsAt: '2026-04-08T09:00', status: 'cancelled' }))
  await admit(message({ startsAt: '2026-04-09T09:00' }))
  expect(await stages()).toEqual([])
  await admit(message({ startsAt: '2026-04-09T09:00', kind: 'surgery' })) // not what the person was asked about
  expect(await stages()).toEqual([{ stage: 'surgery', on: '2026-04-09' }])
})

test('who does not belong to the patient group is left out, and not even registered', async () => {
  const broken = { what: 'skipped', reason: 'excluded', person: null }
  expect(await admit(message({ diagnosis: { code: 'S72.0' } }))).toMatchObject([broken])
  const asElsewhere = { system: 'http://hl7.org/fhir/sid/icd-10', code: 's720' }
  expect(await admit(message({ diagnosis: asElsewhere }))).toMatchObject([broken])
  expect(await admit(message({ patient: { birthDate: '2015-01-01' } }))).toMatchObject([
    { what: 'skipped', reason: 'too-young' },
  ])
  expect(await house.db.select().from(patients)).toEqual([])
})

test('what cannot be understood is refused with every problem, and nothing is written', async () => {
  const wrong = admit(
    message(),
    message({ number: 'A-2', kind: 'koffie', team: 'Hart' }),
    message({ kind: 'thee' }),
  )
  await expect(wrong).rejects.toMatchObject({
    status: 422,
    code: 'messages_wrong',
    detail: {
      problems: [
        { index: 1, field: 'team', code: 'unknown-team', value: 'Hart', options: ['Heup en knie'] },
        { index: 2, field: 'kind', code: 'unknown-kind', value: 'thee' },
      ],
    },
  })
  expect(await house.db.select().from(patients)).toEqual([])
})

test('a clinician is found by mail address or name; a later choice by hand is not overruled', async () => {
  const staffId = await makeStaff(house, {
    organisationId,
    teamId,
    role: 'clinician',
    name: 'Dr. J. de Boer',
  })
  await admit(message({ clinician: 'dr j de boer', leadClinician: `${staffId}@example.nl` }))
  expect(await house.db.select({ lead: enrolments.leadClinicianId }).from(enrolments)).toEqual([
    { lead: staffId },
  ])
  expect(await house.db.select({ who: appointments.clinicianId }).from(appointments)).toEqual([
    { who: staffId },
  ])
  expect(await admit(message({ clinician: 'Dr. Niemand' }))).toMatchObject([
    { what: 'changed', notes: ['clinician-unknown'] },
  ])
})

test('a silent side is the only open one; with two it is set aside', async () => {
  await admit(message())
  const later = { number: 'A-3', kind: 'check-up', startsAt: '2026-07-01T10:00', side: undefined }
  expect(await admit(message(later))).toMatchObject([{ what: 'booked', enrolment: 'known' }])
  await admit(message({ number: 'A-2', side: 'left' }))
  expect(await admit(message({ ...later, number: 'A-4' }))).toMatchObject([
    { what: 'set-aside', reason: 'side-unknown' },
  ])
})

test('the numbers of one organisation never reach the patients of another', async () => {
  await admit(message())
  const other = await makeOrganisation(house)
  await makeTeam(house, other)
  const [admission] = await admitAppointments(
    house.deps,
    systemCtx(other, 'test'),
    [message({ patient: { authority: organisationId } })],
    { source: 'api' },
  )
  expect(admission).toMatchObject({ person: 'new' })
  const rows = await house.db
    .select()
    .from(patients)
    .where(and(eq(patients.organisationId, organisationId)))
  expect(rows).toHaveLength(1)
})

test('what fails halfway leaves nothing behind', async () => {
  const ctx = systemCtx(organisationId, 'test')
  const directory = await readDirectory(house.deps, ctx)
  const resolved = resolveMessage(message(), directory, null)
  if (Array.isArray(resolved)) throw new Error('this message is right')
  const alongside = () => Promise.reject(new Error('the disk is full'))
  const failing = admitChunk(house.deps, ctx, directory, [resolved], { source: 'csv', alongside })
  await expect(failing).rejects.toThrow('the disk is full')
  for (const table of [patients, enrolments, appointments, assessments, stageEntries, auditEvents])
    expect(await house.db.select().from(table)).toEqual([])
})

test('more messages than one transaction takes make each person once', async () => {
  const many = Array.from({ length: 620 }, (_, n) =>
    message({ number: `A-${n}`, patient: { number: `${n % 310}` } }),
  )
  const admissions = await admit(...many)
  expect(admissions.filter(({ person }) => person === 'new').length).toBeGreaterThanOrEqual(310)
  expect(await house.db.$count(patients)).toBe(310)
  expect(await house.db.$count(enrolments)).toBe(310)
  expect(await house.db.$count(appointments)).toBe(620)
}, 60_000)

test.each([
  ['2026-03-04', 'died-later'],
  ['1959-04-11', 'died-before-birth'],
])('nobody died on %s: the message is told so and changes nothing', async (deceasedOn, code) => {
  await admit(message())
  house.goTo('2026-03-02T23:30:00Z') // the third of March in Amsterdam
  await expect(admit(message({ patient: { deceasedOn } }))).rejects.toMatchObject({
    code: 'messages_wrong',
    detail: { problems: [{ index: 0, field: 'patient.deceasedOn', code, value: deceasedOn }] },
  })
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: null }])
  await admit(message({ patient: { deceasedOn: '2026-03-03' } }))
  expect(await house.db.select({ on: patients.deceasedOn }).from(patients)).toEqual([{ on: '2026-03-03' }])
})
