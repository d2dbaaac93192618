import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedRule } from '../../core/feeds/feed-rules.ts'
import { openPerson } from '../../server/acts/aside-person.ts'
import { appointments, enrolments } from '../../server/db/schema/care.ts'
import { feedDays, feedRules, patientNumbers, patients, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { openEmail } from '../../server/patients/contact.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { wholeDatabase } from '../support/whole-database.ts'

const OURS = 'https://ehr.example.nl/patients'

let house: House
let ours: Hospital
let ask: ReturnType<typeof openAsking>['ask']

type Hospital = { organisationId: string; teamId: string; key: string }
type Issue = { severity: string; code: string; diagnostics: string; expression?: string[] }
type Answer = { resourceType: string; type?: string; issue: Issue[]; entry: unknown[] }

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ask = openAsking(house).ask
  ours = await openHospital('ours')
})
afterEach(() => house.close())

async function openHospital(name: string): Promise<Hospital> {
  const organisationId = await makeOrganisation(house)
  const key = `uk_${name}`
  await house.db.insert(serviceKeys).values({
    id: `key_${name}`,
    organisationId,
    name: 'Planning',
    keyHash: hashOf(key),
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  return { organisationId, teamId: await makeTeam(house, organisationId), key }
}

async function send(path: string, sent: unknown, key = ours.key) {
  const { status, text } = await ask(key, { method: 'POST', path, body: sent })
  return { status, body: JSON.parse(text) as Answer }
}

const patient = (more: object = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  identifier: [
    { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999911120' },
    { system: OURS, value: '4711', use: 'usual' },
  ],
  name: [{ use: 'official', family: 'van der Ploeg', given: ['Wil'] }],
  gender: 'female',
  birthDate: '1959-04-12',
  telecom: [{ system: 'email', value: 'wil@example.nl' }],
  ...more,
})

const appointment = (more: object = {}, actor: object = { reference: 'Patient/p1' }) => ({
  resourceType: 'Appointment',
  id: 'a1',
  meta: { lastUpdated: '2026-03-01T10:00:00+01:00' },
  status: 'booked',
  serviceType: [{ coding: [{ code: 'KNIE-L', display: 'Knie links' }], text: 'Intake' }],
  start: '2026-04-01T10:00:00+02:00',
  participant: [{ actor }, { actor: { type: 'Practitioner', display: 'Sanne Vermeer' } }],
  ...more,
})

const bundle = (type: string, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource, request: { method: 'PUT', url: 'x' } })),
})

const rule = (to: FeedRule['to'], code = 'KNIE*') => ({
  name: 'Knee',
  all: [{ field: 'code' as const, is: [code] }],
  any: [],
  not: [],
  to,
})

async function setRules(
  { organisationId }: Hospital,
  rules: ReturnType<typeof rule>[],
  ownNumbers: string[] = [],
) {
  const changedBy = await makeStaff(house, { organisationId, role: 'data-manager' })
  const row = { organisationId, content: { rules, ownNumbers }, version: 1, changedAt: 'now', changedBy }
  await house.db.insert(feedRules).values(row)
}
const left = () => ({ teamId: ours.teamId, kind: 'intake', side: 'left' as const })
const stored = () => house.db.select().from(appointments)

describe('an appointment', () => {
  test('with its patient contained is taken in by a rule, and nobody’s national number is kept', async () => {
    await setRules(ours, [rule(left())])
    const contained = [patient()]
    const { status, body } = await send('/fhir/Appointment', appointment({ contained }, { reference: '#p1' }))
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.issue).toMatchObject([
      {
        severity: 'warning',
        diagnostics: 'New appointment. The clinician is not known here; only the name is kept.',
      },
    ])
    expect(await stored()).toMatchObject([
      {
        number: 'a1',
        kind: 'intake',
        teamId: ours.teamId,
        source: 'fhir',
        startsAt: '2026-04-01T08:00:00.000Z',
        status: 'booked',
      },
    ])
    expect(await house.db.select().from(enrolments)).toMatchObject([{ side: 'left' }])
    expect(await wholeDatabase(house)).not.toContain('999911120')
  })

  test('a national number is nowhere: not of who is set aside, not in the answer, not on the page', async () => {
    await setRules(ours, [rule(left())])
    const contained = [patient()]
    await send('/fhir/Appointment', appointment({ contained }, { reference: '#p1' }))
    const other = patient({ name: [{ family: 'Visser', given: ['Ada'] }] })
    const told = [
      await send('/fhir', bundle('transaction', other)),
      await send('/fhir', bundle('transaction', patient({ identifier: patient().identifier.slice(0, 1) }))),
    ]
    expect(told.map(({ status }) => status)).toEqual([200, 422])
    const waiting = await house.db.select().from(quarantine)
    expect(waiting).toMatchObject([{ reason: 'news-in-doubt' }])
    const opened = waiting.map(({ id, message }) =>
      openPerson({ seal: house.deps.seal, bsn: null }, id, message),
    )
    const manager = await makeStaff(house, { organisationId: ours.organisationId, role: 'data-manager' })
    const page = await house.as(manager).get('/api/quarantine')
    expect(page.status).toBe(200)
    for (const text of [await wholeDatabase(house), JSON.stringify([told, opened, page.body])])
      expect(text).not.toContain('999911120')
  })

  test('without rules its text must be a kind that there is', async () => {
    const sent = bundle('transaction', patient(), appointment({ serviceType: [{ text: 'Iets anders' }] }))
    const { status, body } = await send('/fhir', sent)
    expect(status).toBe(422)
    expect(body.issue[0]).toMatchObject({
      code: 'value',
      expression: ['Bundle.entry[1].resource.serviceType'],
    })
    expect(body.issue[0]?.diagnostics).toContain('The kinds are: First visit')
    expect(await house.db.select().from(patients)).toEqual([])
    expect(await house.db.select().from(feedDays)).toMatchObject([
      { source: 'fhir', day: '2026-03-02', taken: 0, refused: 2, lastFault: 'unknown-kind' },
    ])
  })

  test('that a rule calls none of ours registers nobody', async () => {
    await setRules(ours, [rule(null)])
    const { body } = await send('/fhir', bundle('transaction', appointment(), patient()))
    expect(body.type).toBe('transaction-response')
    expect(await house.db.select().from(patients)).toEqual([])
    expect(await house.db.select().from(feedDays)).toMatchObject([{ taken: 2, refused: 0 }])
  })

  test('whose patient is only a number is taken in when we know them', async () => {
    await setRules(ours, [rule(left())], [OURS])
    const named = appointment({ id: 'a2' }, { type: 'Patient', identifier: { system: OURS, value: '4711' } })
    expect((await send('/fhir/Appointment', named)).status).toBe(422)
    await send('/fhir', bundle('transaction', patient(), appointment()))
    expect((await send('/fhir/Appointment', named)).status).toBe(200)
    expect(await stored()).toHaveLength(2)
    expect(await house.db.select().from(patients)).toHaveLength(1)
  })

  test.each([
    ['cancelled', 'cancelled'],
    ['entered-in-error', 'cancelled'],
    ['noshow', 'no-show'],
    ['fulfilled', 'booked'],
    ['arrived', 'booked'],
    ['pending', 'booked'],
  ])('%s is %s, and without its time keeps the one it had', async (status, becomes) => {
    await setRules(ours, [rule(left())])
    await send('/fhir', bundle('transaction', patient(), appointment()))
    const start = becomes === 'cancelled' ? undefined : '2026-04-01T10:00:00+02:00'
    const later = appointment({ status, start, meta: { lastUpdated: '2026-03-01T12:00:00Z' } })
    const answer = await send(
      '/fhir',
      bundle('message', { resourceType: 'MessageHeader', id: 'm1' }, later, patient()),
    )
    expect(answer).toMatchObject({ status: 200, body: { type: 'message' } })
    expect(await stored()).toMatchObject([{ status: becomes, startsAt: '2026-04-01T08:00:00.000Z' }])
  })
})

test('a bundle is all or nothing, and every fault says where it is', async () => {
  await setRules(ours, [rule(left())])
  const sent = bundle(
    'transaction',
    patient(),
    appointment(),
    appointment({ id: 'a2', start: 'tomorrow' }),
    { ...patient({ id: 'p3', birthDate: '1959-02-30' }) },
    { resourceType: 'CarePlan' },
  )
  const { status, body } = await send('/fhir', sent)
  expect(status).toBe(422)
  expect(body.issue.map(({ expression }) => expression?.[0])).toEqual([
    'Bundle.entry[4].resource',
    'Bundle.entry[3].resource.birthDate',
    'Bundle.entry[2].resource.start',
  ])
  expect(await stored()).toEqual([])
})

test('hostile references are refused or left alone, at once and in words', async () => {
  await setRules(ours, [rule(left())])
  const long = Array.from({ length: 30 }, () => ({ actor: { reference: 'a'.repeat(10_000) } }))
  const own = {
    resourceType: 'PractitionerRole',
    id: 'r1',
    practitioner: { reference: 'PractitionerRole/r1' },
  }
  const participant = [
    { actor: { reference: 'Patient/p1' } },
    { actor: { reference: 'PractitionerRole/r1' } },
  ]
  const sent = bundle('transaction', patient(), own, appointment({ participant: [...participant, ...long] }))
  expect((await send('/fhir', sent)).status).toBe(200)
  expect(await stored()).toHaveLength(1)
  const nobody = { type: 'Patient', identifier: { system: OURS, value: 'a\u0000b' } }
  expect((await send('/fhir/Appointment', appointment({}, nobody))).status).toBe(422)
  expect((await send('/fhir/Appointment', appointment({ id: 'a\u0000b', status: 'cancelled' }))).status).toBe(
    422,
  )
})

test('a patient by themselves changes an address or tells of a death, and registers nobody', async () => {
  await setRules(ours, [rule(left())])
  const moved = patient({ telecom: [{ system: 'email', value: 'new@example.nl' }] })
  expect((await send('/fhir/Patient', moved)).body.issue[0]?.diagnostics).toContain(
    'Nobody here has this number',
  )
  expect(await house.db.select().from(patients)).toEqual([])

  await send('/fhir', bundle('transaction', patient(), appointment()))
  expect((await send('/fhir/Patient', moved)).body.issue[0]?.diagnostics).toBe('Taken over.')
  expect((await send('/fhir/Patient', moved)).body.issue[0]?.diagnostics).toBe('Known already.')
  const [now] = await house.db.select().from(patients)
  expect(openEmail(house.deps.seal, now?.id ?? '', now?.email ?? '')).toBe('new@example.nl')

  const other = patient({ name: [{ family: 'Jansen', given: ['Wil'] }], deceasedDateTime: '2026-03-01' })
  expect((await send('/fhir/Patient', other)).body.issue[0]?.severity).toBe('warning')
  await send('/fhir/Patient', patient({ deceasedDateTime: '2026-03-01T04:00:00+01:00' }))
  expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
  expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
})

test('a death is told before anybody knows them: a booking that comes later brings no care path', async () => {
  await setRules(ours, [rule(left())])
  const died = await send('/fhir/Patient', patient({ deceasedDateTime: '2026-03-01' }))
  expect(died.body.issue[0]?.diagnostics).toContain('Nobody here has this number')
  expect((await send('/fhir', bundle('transaction', patient(), appointment()))).status).toBe(200)
  expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
  expect(await house.db.$count(enrolments)).toBe(0)
})

describe('what turns out to be none of ours', () => {
  const heart = { serviceType: [{ text: 'HART' }], meta: { lastUpdated: '2026-03-01T12:00:00Z' } }
  beforeEach(async () => {
    await setRules(ours, [rule(left()), rule(null, 'HART')])
    await send('/fhir', bundle('transaction', patient(), appointment()))
  })

  test('is cancelled where it was taken for ours', async () => {
    const answer = await send('/fhir', bundle('transaction', patient(), appointment(heart)))
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await stored(), JSON.stringify(answer.body)).toMatchObject([
      { status: 'cancelled', kind: 'intake' },
    ])
  })

  test('stays as it was when it has been', async () => {
    house.goTo('2026-04-02T08:00:00Z')
    expect((await send('/fhir', bundle('transaction', patient(), appointment(heart)))).status).toBe(200)
    expect(await stored()).toMatchObject([{ status: 'booked' }])
  })

  test('tells of a death all the same', async () => {
    const died = patient({ deceasedDateTime: '2026-03-01' })
    const other = appointment({ ...heart, id: 'a9' }, { reference: '#p1' })
    expect((await send('/fhir/Appointment', { ...other, contained: [died] })).status).toBe(200)
    expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
    expect(await house.db.select().from(enrolments)).toMatchObject([{ endReason: 'deceased' }])
  })
})

test('a reference finds nobody of another address', async () => {
  await setRules(ours, [rule(left())])
  const at = (base: string, resource: { resourceType: string; id: string }) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
  })
  const [here, there] = ['https://here.example.nl/fhir', 'https://there.example.nl/fhir']
  const other = patient({ identifier: [{ system: OURS, value: '5822' }] })
  const with2 = (...entry: object[]) => ({ resourceType: 'Bundle', type: 'transaction', entry })
  const astray = appointment({}, { reference: `${there}/Patient/p1` })
  expect((await send('/fhir', with2(at(here, patient()), at(here, astray)))).status).toBe(422)
  const both = with2(at(here, patient()), at(there, other), at(here, appointment()))
  expect((await send('/fhir', both)).status).toBe(200)
  expect(await house.db.select({ number: patientNumbers.number }).from(patientNumbers)).toEqual([
    { number: '4711' },
  ])
})

describe('how somebody is reached', () => {
  const from = (value: string, lastUpdated?: string) =>
    patient({ telecom: [{ system: 'email', value }], ...(lastUpdated ? { meta: { lastUpdated } } : {}) })
  const address = async () => {
    const [row] = await house.db.select().from(patients)
    return openEmail(house.deps.seal, row?.id ?? '', row?.email ?? '')
  }

  beforeEach(async () => {
    await setRules(ours, [rule(left())])
    await send(
      '/fhir',
      bundle('transaction', from('first@example.nl', '2026-03-01T10:00:00Z'), appointment()),
    )
  })

  test('is what was said last, not what came last', async () => {
    await send('/fhir/Patient', from('third@example.nl', '2026-03-01T12:00:00Z'))
    const late = await send('/fhir/Patient', from('second@example.nl', '2026-03-01T12:30:00+01:00'))
    expect(late.body.issue[0]?.diagnostics).toBe('Known already.')
    expect(await address()).toBe('third@example.nl')

    const meta = { lastUpdated: '2026-03-01T11:00:00Z' }
    const other = appointment(
      { id: 'a2', meta, contained: [from('second@example.nl')] },
      { reference: '#p1' },
    )
    expect((await send('/fhir/Appointment', other)).status).toBe(200)
    expect(await address()).toBe('third@example.nl')
    await send('/fhir/Patient', from('fourth@example.nl', '2026-03-01T13:00:00Z'))
    expect(await address()).toBe('fourth@example.nl')
  })

  test('is known to be as new as the last message that said the same', async () => {
    await send('/fhir/Patient', from('first@example.nl', '2026-03-01T12:00:00Z'))
    await send('/fhir/Patient', from('second@example.nl', '2026-03-01T11:00:00Z'))
    expect(await address()).toBe('first@example.nl')
  })

  test('stays as somebody wrote it by hand after the message', async () => {
    const { organisationId } = ours
    const staff = house.as(await makeStaff(house, { organisationId, role: 'data-manager' }))
    const [row] = await house.db.select().from(patients)
    const contact = { email: 'hand@example.nl', phone: null }
    expect((await staff.put(`/api/messages/patients/${row?.id}/contact`, contact)).status).toBe(200)
    await send('/fhir/Patient', from('first@example.nl', '2026-03-01T10:00:00Z'))
    expect(await address()).toBe('hand@example.nl')
  })

  test.each([
    ['with the age of each version', ['2026-03-01T14:00:00Z', '2026-03-01T13:00:00Z']],
    ['without', [undefined, undefined]],
  ])('is the newest of a history, %s', async (_, [newer, older]) => {
    const history = bundle('history', from('newest@example.nl', newer), from('older@example.nl', older))
    expect((await send('/fhir', history)).status).toBe(200)
    expect(await address()).toBe('newest@example.nl')
  })

  test('a death is taken in however old the message is: no feed takes one back', async () => {
    await send('/fhir/Patient', from('third@example.nl', '2026-03-01T12:00:00Z'))
    const died = { ...from('second@example.nl', '2026-03-01T11:00:00Z'), deceasedDateTime: '2026-03-01' }
    await send('/fhir/Patient', died)
    expect(await address()).toBe('third@example.nl')
    expect(await house.db.select().from(patients)).toMatchObject([{ deceasedOn: '2026-03-01' }])
  })
})

test.each([
  ['no JSON', '{', 422],
  ['a list', '[]', 422],
  ['another resource', '{"resourceType":"Patient"}', 422],
  ['a batch', '{"resourceType":"Bundle","type":"batch"}', 422],
  ['far too much', JSON.stringify({ resourceType: 'Bundle', x: 'x'.repeat(1024 * 1024) }), 413],
])('%s is refused as FHIR refuses', async (_, body, status) => {
  expect(await send('/fhir', body)).toMatchObject({ status, body: { resourceType: 'OperationOutcome' } })
})

describe('a notification of a subscription', () => {
  const EHR = 'https://ehr.example.nl/fhir'
  type Event = { number: string; focus?: string; at?: string }
  const status = (type: string, count: string | null, events: readonly Event[]) => ({
    resourceType: 'Parameters',
    parameter: [
      { name: 'subscription', valueReference: { reference: `${EHR}/Subscription/7` } },
      { name: 'status', valueCode: type === 'handshake' ? 'requested' : 'active' },
      { name: 'type', valueCode: type },
      ...(count === null ? [] : [{ name: 'events-since-subscription-start', valueString: count }]),
      ...events.map(({ number, focus, at }) => ({
        name: 'notification-event',
        part: [
          { name: 'event-number', valueString: number },
          ...(at ? [{ name: 'timestamp', valueInstant: at }] : []),
          ...(focus ? [{ name: 'focus', valueReference: { reference: `${EHR}/${focus}` } }] : []),
        ],
      })),
    ],
  })
  const notify = (
    type: string,
    count: string | null,
    events: readonly Event[] = [],
    ...resources: { resourceType: string; id?: string }[]
  ) =>
    send(
      '/fhir',
      {
        resourceType: 'Bundle',
        type: 'history',
        entry: [
          { resource: status(type, count, events), request: { method: 'GET', url: 'x/$status' } },
          ...resources.map((resource) => ({
            fullUrl: `${EHR}/${resource.resourceType}/${resource.id}`,
            resource,
            request: { method: resource.resourceType === 'Patient' ? 'GET' : 'PUT', url: 'x' },
          })),
        ],
      },
      sender,
    )
  const health = async () => {
    const manager = await makeStaff(house, { organisationId: ours.organisationId, role: 'data-manager' })
    return (await house.as(manager).get('/api/feeds')).body as {
      feeds: { taken: number; refused: number; lastFault: string | null }[]
      subscriptions: {
        state: string
        heardAt: string
        missing: string | null
        sender: string
        anewAt: string | null
      }[]
    }
  }
  const at = (hour: number) => `2026-03-02T0${hour}:00:00Z`
  const undated = (more: object = {}) => ({ ...appointment(more), meta: {} })

  let sender: string
  beforeEach(() => {
    sender = ours.key
    return setRules(ours, [rule(left())])
  })

  test('that only gives a sign of life is heard, and seen', async () => {
    expect(await notify('handshake', '0')).toMatchObject({
      status: 200,
      body: { resourceType: 'OperationOutcome', issue: [{ severity: 'information' }] },
    })
    expect(await health()).toMatchObject({
      feeds: [
        {
          source: 'fhir',
          taken: 0,
          refused: 0,
          lastAt: expect.stringContaining('2026-03-02T08:00') as string,
        },
      ],
      subscriptions: [{ state: 'requested', missing: '' }],
    })
    house.pass(60_000)
    expect((await notify('heartbeat', '0')).status).toBe(200)
    expect((await health()).subscriptions).toMatchObject([
      { state: 'active', heardAt: expect.stringContaining('2026-03-02T08:01') as string, missing: '' },
    ])
  })

  test('of events carries what is taken in; one that comes again, late, changes nothing', async () => {
    const booked = { number: '1', focus: 'Appointment/a1', at: at(6) }
    const cancelled = { number: '2', focus: 'Appointment/a1', at: at(7) }
    const first = () => notify('event-notification', '1', [booked], undated(), patient())
    expect(await first()).toMatchObject({ status: 200 })
    expect(await stored()).toMatchObject([{ number: 'a1', status: 'booked' }])
    await notify('event-notification', '2', [cancelled], undated({ status: 'cancelled' }), patient())
    expect((await first()).status).toBe(200)
    expect(await stored()).toMatchObject([{ number: 'a1', status: 'cancelled' }])
    expect((await health()).subscriptions).toMatchObject([{ missing: '' }])
  })

  test('of a server that does not count claims nothing about what came', async () => {
    await notify('heartbeat', null)
    expect((await health()).subscriptions).toMatchObject([{ state: 'active', missing: null }])
  })

  test('that was passed over is missed until it comes; one that was refused has not come', async () => {
    const carrying = (number: string, resource = appointment()) =>
      notify('event-notification', number, [{ number, focus: 'Appointment/a1' }], resource, patient())
    await notify('handshake', '0')
    expect((await carrying('1', appointment({ start: 'soon' }))).status).toBe(422)
    const { status: answered, body } = await carrying('3')
    expect(answered).toBe(200)
    expect(body.issue.at(-1)).toMatchObject({ severity: 'warning', code: 'incomplete' })
    expect(body.issue.at(-1)?.diagnostics).toContain('1–2')
    expect((await health()).subscriptions).toMatchObject([{ missing: '1–2' }])
    await carrying('2')
    await carrying('1')
    expect((await health()).subscriptions).toMatchObject([{ missing: '' }])
    await notify('heartbeat', '5')
    expect((await health()).subscriptions).toMatchObject([{ missing: '4–5' }])
  })

  test('of two systems that both call it by one name is counted apart, and of one that counts anew it is said', async () => {
    const send1 = (number: string, hour: number) =>
      notify('event-notification', number, [{ number, at: at(hour) }], appointment(), patient())
    await send1('7', 5)
    await send1('8', 6)
    expect((await health()).subscriptions).toMatchObject([{ missing: '', anewAt: null }])
    const lab = { organisationId: ours.organisationId, name: 'Labsysteem', createdAt: at(1) }
    await house.db.insert(serviceKeys).values({ id: 'key_lab', keyHash: hashOf('uk_lab'), ...lab })
    sender = 'uk_lab'
    await send1('20', 7)
    expect((await health()).subscriptions.map(({ missing, sender }) => [sender, missing])).toEqual([
      ['Labsysteem', ''],
      [expect.any(String), ''],
    ])
    await send1('21', 8)
    const wrongClock = [{ number: '22', at: '2999-01-01T00:00:00Z' }]
    await notify('event-notification', '22', wrongClock, appointment(), patient())
    await send1('2', 9)
    expect((await health()).subscriptions[0]).toMatchObject({
      missing: '1',
      anewAt: '2026-03-02T09:00:00.000Z',
    })
  })

  test('that only names what changed is refused with what to choose, and counted', async () => {
    const event = { number: '1', focus: 'Appointment/a1' }
    for (const carried of [[], [patient()]]) {
      const { status: answered, body } = await notify('event-notification', '1', [event], ...carried)
      expect(answered).toBe(422)
      expect(body.issue[0]?.diagnostics).toContain('full-resource')
    }
    const gone = { fullUrl: `${EHR}/Appointment/a1`, request: { method: 'DELETE', url: 'Appointment/a1' } }
    const deleted = await send('/fhir', {
      resourceType: 'Bundle',
      type: 'history',
      entry: [{ resource: status('event-notification', '1', [event]) }, gone],
    })
    expect(deleted.status).toBe(422)
    expect(deleted.body.issue[0]?.diagnostics).toContain('cancelled')
    const broken = await notify('event-notification', 'many', [event], appointment(), patient())
    expect(broken).toMatchObject({ status: 422, body: { issue: [{ code: 'value' }] } })
    expect(await health()).toMatchObject({
      feeds: [{ taken: 0, refused: 3, lastFault: 'deleted-only' }],
      subscriptions: [],
    })
    expect(await stored()).toEqual([])
  })
})

test('rules are written by the data manager, hold at once, and lead somewhere', async () => {
  const manager = house.as(
    await makeStaff(house, { organisationId: ours.organisationId, role: 'data-manager' }),
  )
  const save = (rules: unknown[], version: number) =>
    manager.put('/api/feeds/rules', { content: { rules, ownNumbers: [] }, version })
  expect((await send('/fhir', bundle('transaction', patient(), appointment()))).status).toBe(200)
  const code = appointment({ id: 'a2', serviceType: [{ coding: [{ code: 'KNIE-R' }] }] })
  expect((await send('/fhir', bundle('transaction', patient(), code))).status).toBe(422)

  expect(await save([rule({ teamId: ours.teamId, kind: 'no-such-kind' })], 0)).toMatchObject({
    status: 422,
    body: { code: 'rule_astray' },
  })
  expect(await save([rule({ teamId: ours.teamId, kind: 'check-up', side: 'right' })], 0)).toMatchObject({
    status: 200,
    body: { version: 1 },
  })
  expect(await save([], 0)).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
  expect((await send('/fhir', bundle('transaction', patient(), code))).status).toBe(200)
  expect(await manager.get('/api/feeds')).toMatchObject({
    body: {
      rules: { version: 1 },
      feeds: [{ source: 'fhir', taken: 4, refused: 2, week: { taken: 4 }, lastFault: 'unknown-kind' }],
      teams: [{ id: ours.teamId, hasSides: true }],
    },
  })
})

test('any order and any repetition of messages leave the same appointments', async () => {
  const at = (hour: number, code: string, more: object) =>
    bundle(
      'transaction',
      patient(),
      appointment({
        meta: { lastUpdated: `2026-03-01T${hour}:00:00Z` },
        serviceType: [{ text: code }],
        ...more,
      }),
    )
  const [first, second] = ['2026-04-08T09:00:00+02:00', '2026-04-15T09:00:00+02:00']
  const told = [
    at(10, 'KNIE-L', {}),
    at(11, 'KNIE-L', { start: first }),
    at(12, 'KNIE-L', { start: first, status: 'cancelled' }),
    at(13, 'KNIE-L', { start: second }),
    at(10, 'CONTROLE', { id: 'a2', start: '2026-06-01T10:00:00+02:00' }),
    at(11, 'CONTROLE', { id: 'a2', start: '2026-06-01T10:00:00+02:00', status: 'noshow' }),
    at(10, 'HART', { id: 'a3' }),
  ]
  const every = fc
    .shuffledSubarray(told, { minLength: told.length })
    .chain((all) => fc.array(fc.constantFrom(...told), { maxLength: 4 }).map((again) => [...all, ...again]))
  let run = 0
  await fc.assert(
    fc.asyncProperty(every, async (order) => {
      run += 1
      const hospital = await openHospital(`run-${run}`)
      await setRules(hospital, [
        rule({ teamId: hospital.teamId, kind: 'intake', side: 'left' }),
        rule({ teamId: hospital.teamId, kind: 'check-up', side: 'left' }, 'controle'),
        rule(null, 'HART'),
      ])
      for (const one of order) expect((await send('/fhir', one, hospital.key)).status).toBe(200)
      const rows = await house.db
        .select()
        .from(appointments)
        .where(eq(appointments.organisationId, hospital.organisationId))
        .orderBy(appointments.number)
      expect(rows.map(({ number, kind, status, startsAt }) => [number, kind, status, startsAt])).toEqual([
        ['a1', 'intake', 'booked', '2026-04-15T07:00:00.000Z'],
        ['a2', 'check-up', 'no-show', '2026-06-01T08:00:00.000Z'],
      ])
    }),
    { numRuns: 12 },
  )
})
