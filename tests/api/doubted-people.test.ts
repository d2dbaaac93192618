import { afterEach, beforeEach, expect, test } from 'vitest'
import { appointments, enrolments } from '../../server/db/schema/care.ts'
import { feedDays, feedRules, patients, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import type { Aside } from '../../server/imports/quarantine.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const KEY = 'uk_planning'
let house: House
let manager: string

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  await house.db.insert(serviceKeys).values({
    id: 'key_1',
    organisationId,
    name: 'Planning',
    keyHash: hashOf(KEY),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  const to = { teamId, kind: 'intake', side: 'left' as const }
  const rules = [{ name: 'Knee', all: [{ field: 'code' as const, is: ['KNIE'] }], any: [], not: [], to }]
  const content = { rules, ownNumbers: ['https://plan.example.nl'] }
  await house.db
    .insert(feedRules)
    .values({ organisationId, content, version: 1, changedAt: 'now', changedBy: manager })
})
afterEach(() => house.close())

const person = (more: object = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ value: '4711' }],
  name: [{ family: 'van der Ploeg', given: ['Wil'] }],
  birthDate: '1959-04-12',
  telecom: [{ system: 'email', value: 'wil@example.nl' }],
  ...more,
})
const visit = (more: object = {}) => ({
  resourceType: 'Appointment',
  id: 'a1',
  status: 'booked',
  serviceType: [{ text: 'KNIE' }],
  start: '2026-04-01T10:00:00+02:00',
  participant: [{ actor: { reference: 'Patient/p1' } }],
  ...more,
})
const bundle = (...resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: resources.map((resource) => ({ resource, request: { method: 'PUT', url: 'x' } })),
})
type Answer = {
  issue: { severity: string; diagnostics: string }[]
  entry: { response: { outcome?: Answer } }[]
}
async function send(path: string, sent: object) {
  const { status, text } = await openAsking(house).ask(KEY, { method: 'POST', path, body: sent })
  return { status, body: JSON.parse(text) as Answer }
}
const married = (more: object = {}) =>
  person({
    name: [{ family: 'Smit', given: ['Wil'] }],
    telecom: [{ system: 'email', value: 'new@example.nl' }],
    ...more,
  })
const waiting = async () =>
  ((await house.as(manager).get('/api/quarantine')).body as { asides: Aside[] }).asides
const decide = (id: string | undefined, winner: 'ours' | 'theirs') =>
  house.as(manager).post(`/api/quarantine/${id}/accept`, { winner })
const stored = async () => {
  const [row] = await house.db.select().from(patients)
  return {
    family: row?.familyName,
    died: row?.deceasedOn,
    mail: openEmail(house.deps.seal, row?.id ?? '', row?.email ?? ''),
  }
}

test('news of somebody with another name waits for a person, once, with its addresses sealed', async () => {
  await send('/fhir', bundle(person(), visit()))
  for (const _ of [1, 2])
    expect((await send('/fhir/Patient', married())).body.issue[0]).toMatchObject({
      severity: 'warning',
      diagnostics: expect.stringContaining('waits for a person') as unknown,
    })
  expect(await waiting()).toMatchObject([
    {
      reason: 'news-in-doubt',
      appointment: null,
      patientNumber: '4711',
      ours: { familyName: 'van der Ploeg' },
      theirs: { familyName: 'Smit', deceasedOn: null },
    },
  ])
  expect(JSON.stringify(await house.db.select().from(quarantine))).not.toContain('new@example.nl')
  expect(await stored()).toMatchObject({ family: 'van der Ploeg', mail: 'wil@example.nl' })
})

test('taken over with their name, and not asked again', async () => {
  await send('/fhir', bundle(person(), visit()))
  await send('/fhir/Patient', married())
  const [aside] = await waiting()
  expect((await decide(aside?.id, 'theirs')).status).toBe(200)
  expect(await stored()).toEqual({ family: 'Smit', died: null, mail: 'new@example.nl' })
  expect((await decide(aside?.id, 'theirs')).status).toBe(409)
  expect((await send('/fhir/Patient', married())).body.issue[0]?.diagnostics).toBe('Known already.')
})

test('what came in again since somebody read it is read first', async () => {
  await send('/fhir', bundle(person(), visit()))
  await send('/fhir/Patient', married())
  const [read] = await waiting()
  house.pass(60_000)
  await send('/fhir/Patient', married({ telecom: [{ system: 'email', value: 'other@example.nl' }] }))
  const at = `/api/quarantine/${read?.id}`
  const accept = (seen: string | undefined) =>
    house.as(manager).post(`${at}/accept`, { winner: 'theirs', seen })
  const again = { status: 409, body: { code: 'said_again' } }
  expect(await accept(read?.receivedAt)).toMatchObject(again)
  expect(await house.as(manager).post(`${at}/reject`, { seen: read?.receivedAt })).toMatchObject(again)
  const [now] = await waiting()
  expect((await accept(now?.receivedAt)).status).toBe(200)
  expect(await waiting()).toEqual([])
})

test('a feed that repeats itself in the same words does not make anybody read again', async () => {
  await send('/fhir', bundle(person(), visit()))
  const say = async () => {
    await send('/fhir/Patient', married())
    await send('/fhir', bundle(married(), visit({ id: 'a2' })))
  }
  await say()
  const read = await waiting()
  expect(read.map(({ reason }) => reason).toSorted()).toEqual(['name-differs', 'news-in-doubt'])
  house.pass(60_000)
  await say()
  expect(await waiting()).toEqual(read)
  for (const { id, receivedAt } of read)
    expect((await house.as(manager).post(`/api/quarantine/${id}/reject`, { seen: receivedAt })).status).toBe(
      204,
    )
})

test('a death in doubt reaches somebody, and ends care once they say who it is', async () => {
  await send('/fhir', bundle(person(), visit()))
  await send('/fhir/Patient', married({ deceasedDateTime: '2026-02-27T23:30:00Z' }))
  const [aside] = await waiting()
  expect(aside).toMatchObject({ reason: 'death-in-doubt', theirs: { deceasedOn: '2026-02-28' } })
  expect((await stored()).died).toBeNull()
  await decide(aside?.id, 'ours')
  expect(await stored()).toMatchObject({ family: 'van der Ploeg', died: '2026-02-28' })
  expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
})

test('left aside for good, it is not asked again; a death is another claim', async () => {
  await send('/fhir', bundle(person(), visit()))
  await send('/fhir/Patient', married())
  const [aside] = await waiting()
  expect((await house.as(manager).post(`/api/quarantine/${aside?.id}/reject`)).status).toBe(204)
  expect((await send('/fhir/Patient', married())).body.issue[0]?.diagnostics).toContain('left this aside')
  expect(await waiting()).toEqual([])
  await send('/fhir/Patient', married({ deceasedBoolean: true }))
  expect(await waiting()).toMatchObject([{ reason: 'death-in-doubt' }])
})

test('a birth date that is only a year stops nobody else, and is enough of somebody we know', async () => {
  const unknown = person({ id: 'p2', identifier: [{ value: '9' }], birthDate: '1950-03' })
  const second = visit({ id: 'a2', participant: [{ actor: { reference: 'Patient/p2' } }] })
  const { status, body } = await send('/fhir', bundle(person(), visit(), unknown, second))
  expect(status).toBe(200)
  expect(body.entry[2]?.response.outcome?.issue[0]).toMatchObject({ severity: 'warning' })
  expect(await house.db.select().from(appointments)).toMatchObject([{ number: 'a1' }])
  expect(await house.db.select().from(feedDays)).toMatchObject([
    { taken: 2, refused: 2, lastFault: 'birth-date-partial' },
  ])
  await send('/fhir/Patient', person({ birthDate: '1959', deceasedDateTime: '2026' }))
  expect((await stored()).died).toBe('2026-03-02') // known to have died, not when
})

test('two planning systems that count from 1 have appointments of their own', async () => {
  const numbered = (system: string, more: object = {}) =>
    visit({ identifier: [{ system, value: '1' }], ...more })
  const later = { start: '2026-04-02T10:00:00+02:00' }
  await send('/fhir', bundle(person(), numbered('https://plan.example.nl')))
  await send('/fhir', bundle(person(), numbered('https://other.example.nl', later)))
  await send(
    '/fhir',
    bundle(person(), numbered('https://other.example.nl', { ...later, status: 'cancelled' })),
  )
  const rows = await house.db.select().from(appointments).orderBy(appointments.startsAt)
  expect(rows).toMatchObject([
    { number: '1', status: 'booked' },
    { number: expect.stringMatching(/^1 \([\w-]{8}\)$/) as unknown, status: 'cancelled' },
  ])
})
