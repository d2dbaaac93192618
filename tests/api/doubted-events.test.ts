import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { addNumber, authorityOf } from '../../server/patients/store.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { type Care, makeCare } from '../support/care.ts'
import { makeEnrolment, makePatient, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let ask: ReturnType<typeof openAsking>['ask']
let care: Care
let managerId: string
const KEY = 'uk_ehr'

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ask = openAsking(house).ask
  care = await makeCare(house)
  managerId = await makeStaff(house, { organisationId: care.organisationId, role: 'data-manager' })
  await house.db.insert(serviceKeys).values({
    id: 'key_ehr',
    organisationId: care.organisationId,
    name: 'EHR',
    keyHash: hashOf(KEY),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
})
afterEach(() => house.close())

const operation = (number: string, more: object = {}) => ({
  resourceType: 'Procedure',
  id: 'op1',
  meta: { lastUpdated: '2026-03-01T09:00:00Z' },
  status: 'completed',
  code: { coding: [{ system: 'http://snomed.info/sct', code: '52734007' }] },
  subject: { identifier: { value: number }, type: 'Patient' },
  performedDateTime: '2026-02-20',
  ...more,
})

async function send(resource: { resourceType: string }) {
  const sent = await ask(KEY, { method: 'POST', path: `/fhir/${resource.resourceType}`, body: resource })
  const { issue } = JSON.parse(sent.text) as { issue: { details?: { coding: { code: string }[] } }[] }
  return issue[0]?.details?.coding[0]?.code
}

async function person(number: string, sides: readonly string[]) {
  const { organisationId, teamId } = care
  const patientId = await makePatient(house, organisationId, { number })
  for (const side of sides)
    await makeEnrolment(house, {
      patientId,
      organisationId,
      teamId,
      outcomeSet: 'hip-knee-osteoarthritis',
      side,
      startedOn: '2026-02-01',
    })
  return patientId
}

/** Which sides of which patients had an operation. */
const operated = async () => {
  const isThere = and(eq(stageEntries.stage, 'surgery'), isNull(stageEntries.withdrawnAt))
  const rows = await house.db
    .select({ side: enrolments.side })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
    .where(isThere)
  return rows.map(({ side }) => side)
}

const manager = () => house.as(managerId)
const waiting = async () =>
  ((await manager().get('/api/quarantine')).body as { asides: { id: string; reason: string }[] }).asides

test('an operation of which nobody says the side waits, once, where there is a care path for each', async () => {
  await person('4711', ['left', 'right'])
  expect([await send(operation('4711')), await send(operation('4711'))]).toEqual(['set-aside', 'set-aside'])
  expect(await operated()).toEqual([])
  expect(await house.db.$count(auditEvents, eq(auditEvents.type, 'events.admitted'))).toBe(1)
  const [aside, another] = await waiting()
  expect([aside?.reason, another]).toEqual(['event-side', undefined])
  const accept = `/api/quarantine/${aside?.id}/accept`
  const refused = await manager().post(accept, { winner: 'ours' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'side_needed' } })
  expect((await manager().post(accept, { winner: 'ours', side: 'left' })).status).toBe(200)
  expect(await operated()).toEqual(['left'])
  // The feed goes on not knowing: what a person said of it stays.
  expect(await send(operation('4711', { meta: { lastUpdated: '2026-03-02T07:00:00Z' } }))).toBe('unchanged')
  expect(await operated()).toEqual(['left'])
})

test('with one care path, or with its side, an operation waits for nobody', async () => {
  await person('4711', ['right'])
  await person('4712', ['left', 'right'])
  expect(await send(operation('4711'))).toBe('taken')
  const left = { bodySite: [{ coding: [{ system: 'http://snomed.info/sct', code: '7771000' }] }] }
  expect(await send(operation('4712', { id: 'op2', ...left }))).toBe('taken')
  expect((await operated()).toSorted()).toEqual(['left', 'right'])
  expect(await waiting()).toEqual([])
})

test('what a sender moves to another patient under one number waits, and moves once a person says so', async () => {
  await person('4711', ['right'])
  await person('4712', ['left'])
  await send(operation('4711'))
  const moved = operation('4712', { meta: { lastUpdated: '2026-03-02T07:00:00Z' } })
  expect(await send(moved)).toBe('set-aside')
  expect(await operated()).toEqual(['right'])
  const [aside] = await waiting()
  expect(aside?.reason).toBe('event-moved')
  expect((await manager().post(`/api/quarantine/${aside?.id}/accept`, { winner: 'ours' })).status).toBe(200)
  expect(await operated()).toEqual(['left'])
})

test('what goes from one patient to another and back may go there again; what is older moves nothing', async () => {
  await person('4711', ['right'])
  await person('4712', ['left'])
  const told = (number: string, hour: string) =>
    send(operation(number, { meta: { lastUpdated: `2026-03-01T${hour}:00:00Z` } }))
  const accept = async () => {
    const [aside] = await waiting()
    return (await manager().post(`/api/quarantine/${aside?.id}/accept`, { winner: 'ours' })).status
  }
  expect(await told('4711', '09')).toBe('taken')
  for (const [number, hour, side] of [
    ['4712', '10', 'left'],
    ['4711', '12', 'right'],
    ['4712', '14', 'left'],
  ] as const) {
    expect([await told(number, hour), await told(number, hour)]).toEqual(['set-aside', 'set-aside'])
    expect(await accept()).toBe(200)
    expect(await operated()).toEqual([side])
  }
  expect(await told('4711', '13')).toBe('unchanged')
  expect([await waiting(), await operated()]).toEqual([[], ['left']])
})

test('the same patient by another number waits for nobody, and is told anew', async () => {
  const patientId = await person('4711', ['right'])
  await send(operation('4711'))
  const number = { authority: authorityOf(care.organisationId), number: '4799' }
  await addNumber(house.db, house.deps, patientId, number)
  const later = { status: 'entered-in-error', meta: { lastUpdated: '2026-03-02T06:00:00Z' } }
  expect(await send(operation('4799', later))).toBe('withdrawn')
  expect([await waiting(), await operated()]).toEqual([[], []])
})

test('what a sender took back of one patient it may tell of another', async () => {
  await person('4711', ['right'])
  await person('4712', ['left'])
  await send(operation('4711'))
  const mistake = { status: 'entered-in-error', meta: { lastUpdated: '2026-03-02T06:00:00Z' } }
  expect(await send(operation('4711', mistake))).toBe('withdrawn')
  expect(await send(operation('4712', { meta: { lastUpdated: '2026-03-02T07:00:00Z' } }))).toBe('taken')
  expect(await operated()).toEqual(['left'])
})
