import { isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import type { SameDay } from '../../core/schedule/same-day-ways.ts'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { systemCtx } from '../../server/ctx.ts'
import { appointments, assessments, enrolments } from '../../server/db/schema/care.ts'
import { feedRules, quarantine } from '../../server/db/schema/patients.ts'
import { serviceKeys } from '../../server/db/schema/staff.ts'
import { readHl7 } from '../../server/mllp/message.ts'
import { takeMessage } from '../../server/mllp/take-message.ts'
import { hashOf } from '../../server/staff/links.ts'
import { openAsking } from '../support/access/asking.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// One planning system may reach us by FHIR, HL7v2 and files: what it calls one appointment is one.

const PATIENTS = 'https://ehr.example.nl/patients'
const KEY = 'uk_planning'

let house: House
let organisationId: string
let manager: string
let ask: ReturnType<typeof openAsking>['ask']

beforeEach(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ask = openAsking(house).ask
  organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  const [createdAt, changedAt] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']
  await house.db
    .insert(serviceKeys)
    .values({ id: 'key_1', organisationId, name: 'Planning', keyHash: hashOf(KEY), createdAt })
  const ruled = (name: string, code: string, to: { teamId: string; kind: string; side: 'left' } | null) => ({
    name,
    all: [{ field: 'code' as const, is: [code] }],
    any: [],
    not: [],
    to,
  })
  const rules = [
    ruled('Heart', 'HART', null),
    ruled('Knee', 'KNIE*', { teamId, kind: 'intake', side: 'left' }),
  ]
  const content = { rules, ownNumbers: [PATIENTS, 'EPD'] }
  await house.db
    .insert(feedRules)
    .values({ organisationId, content, version: 1, changedAt, changedBy: manager })
})
afterEach(() => house.close())

type Said = {
  number?: string
  system?: string
  status?: string
  at?: string
  on?: string
  patient?: string
  code?: string
}

async function byFhir({
  number = 'A1',
  system = 'https://plan.example.nl',
  at = '10:00',
  ...rest
}: Said = {}) {
  const { status = 'booked', patient = '4711', code = 'KNIE', on = '2026-04-01' } = rest
  const start = status === 'cancelled' ? {} : { start: `${on}T${at}:00+02:00` }
  const body = {
    resourceType: 'Appointment',
    id: 'resource-1',
    identifier: [{ system, value: number }],
    status,
    serviceType: [{ text: code }],
    ...start,
    participant: [{ actor: { reference: '#p1' } }],
    contained: [
      {
        resourceType: 'Patient',
        id: 'p1',
        identifier: [{ system: PATIENTS, value: patient }],
        name: [{ family: 'van der Ploeg', given: ['Wil'] }],
        gender: 'female',
        birthDate: '1959-04-12',
      },
    ],
  }
  const answer = await ask(KEY, { method: 'POST', path: '/fhir/Appointment', body })
  expect(answer.status, answer.text).toBe(200)
}

async function byHl7({ number = 'A1', at = '10:00', on = '2026-04-01' }: Said, event = 'S12') {
  const start = event === 'S15' ? '' : `${on}${at}`.replaceAll(/[-:]/g, '')
  const message = readHl7(
    Buffer.from(
      [
        `MSH|^~\\&|PLAN|VAART|UITKOMST|VAART|20260302120000||SIU^${event}|c1|P|2.4`,
        `SCH|p1|${number}|||||||||^^^${start}`,
        'PID|1||4711^^^EPD^PI||van der Ploeg^Wil^^^^^L||19590412|F',
        'AIS|1||KNIE^Knie',
      ].join('\r'),
    ),
  )
  expect(message && (await takeMessage(house.deps, systemCtx(organisationId, 'hl7'), message))?.code).toBe(
    'AA',
  )
}

const byFile = ({ number = 'A1', at = '10:00', patient = '4711', on = '2026-04-01' }: Said = {}) =>
  admitAppointments(
    house.deps,
    systemCtx(organisationId, 'file'),
    [
      appointmentMessageShape.parse({
        number,
        startsAt: `${on}T${at}`,
        kind: 'KNIE',
        patient: {
          number: patient,
          givenName: 'Wil',
          familyName: 'van der Ploeg',
          birthDate: '1959-04-12',
          sex: 'female',
        },
      }),
    ],
    { source: 'csv' },
  )

const stored = () => house.db.select().from(appointments)

describe('what came before the number had its mark', () => {
  beforeEach(async () => void (await byFile()))

  test('is moved and cancelled by FHIR, also without its time', async () => {
    await byFhir({ at: '11:00' })
    expect(await stored()).toMatchObject([{ startsAt: '2026-04-01T09:00:00.000Z' }])
    await byFhir({ at: '12:00' })
    await byFhir({ at: '11:00' })
    await byFhir({ status: 'cancelled' })
    expect(await stored()).toMatchObject([{ status: 'cancelled', startsAt: '2026-04-01T09:00:00.000Z' }])
  })

  test('by FHIR too, is found at its time and from then on goes by its mark', async () => {
    await house.db.update(appointments).set({ source: 'fhir' })
    await byFhir()
    await byFhir({ at: '14:00' })
    expect(await stored()).toMatchObject([{ startsAt: '2026-04-01T12:00:00.000Z' }])
  })

  test('is given up where it turns out to be none of ours', async () => {
    await byFhir({ code: 'HART' })
    expect(await stored()).toMatchObject([{ status: 'cancelled' }])
  })

  test('stays of the patient it is of', async () => {
    await byFhir({ patient: '5822' })
    await byFhir({ patient: '9999', code: 'HART' })
    const rows = await stored()
    expect(rows.map(({ status }) => status)).toEqual(['booked', 'booked'])
    expect(rows.filter(({ number }) => /^A1 \(.{8}\)$/.test(number))).toHaveLength(1)
  })
})

describe('an appointment that came by FHIR', () => {
  test.each(['A1', 'A'.repeat(60)])('is the same in a file and over HL7v2 (%s)', async (number) => {
    await byFhir({ number })
    await byFile({ number, at: '11:00' })
    expect(await stored()).toMatchObject([{ startsAt: '2026-04-01T09:00:00.000Z' }])
    await byHl7({ number, at: '12:00' }, 'S13')
    expect(await stored()).toMatchObject([{ startsAt: '2026-04-01T10:00:00.000Z' }])
    await byHl7({ number }, 'S15')
    await byFhir({ number, status: 'cancelled' })
    expect(await stored()).toMatchObject([{ status: 'cancelled', startsAt: '2026-04-01T10:00:00.000Z' }])
    expect(await house.db.select().from(enrolments)).toHaveLength(1)
  })

  test('is not that of another system with the same number', async () => {
    await byFhir()
    await byFhir({ system: 'https://other.example.nl', at: '15:00' })
    expect(await stored()).toHaveLength(2)
  })

  test('may have a number of any length', async () => {
    await byFhir({ number: 'urn:uuid:'.repeat(20) })
    await byFhir({ number: 'urn:uuid:'.repeat(20), at: '11:00' })
    expect(await stored()).toHaveLength(1)
  })
})

const feeds = { csv: byFile, fhir: byFhir, hl7: byHl7 }

describe.each(['csv', 'fhir', 'hl7'] as const)('two numbers on one day by %s', (source) => {
  const tell = async (number: string, at: string, on?: string) =>
    void (await feeds[source]({ number, at, ...(on ? { on } : {}) }))
  const both = async () => {
    await tell('A1', '10:00')
    house.pass(60_000)
    await tell('B2', '09:00')
    house.pass(60_000)
    await tell('A1', '10:00')
  }
  async function want(way: SameDay) {
    const { body } = await house.as(manager).get('/api/feeds')
    const { version, content } = (body as { rules: { version: number; content: object } }).rules
    const saved = { version, content: { ...content, sameDay: { [source]: way } } }
    expect((await house.as(manager).put('/api/feeds/rules', saved)).status).toBe(200)
  }
  const askedAt = async () => {
    const rows = await house.db.select().from(assessments)
    const starts = new Map((await stored()).map(({ id, startsAt }) => [id, startsAt.slice(11, 16)]))
    return rows.flatMap(({ appointmentId, withdrawnAt }) =>
      withdrawnAt ? [] : [starts.get(appointmentId ?? '')],
    )
  }

  test('are asked about for the first of that day, or for the one that was told last', async () => {
    await both()
    expect(await stored()).toHaveLength(2)
    expect(await askedAt()).toEqual(['07:00'])
    await tell('B2', '11:30')
    expect(await askedAt()).toEqual(['08:00'])
    await want('latest')
    expect(await askedAt(), 'of what was planned before').toEqual(['09:30'])
    await want('each')
    expect(await askedAt(), 'this moment is asked once').toEqual(['08:00'])
    await want('first')
    await tell('B2', '12:00')
    expect(await askedAt()).toEqual(['08:00'])
  })

  test('are kept where the feed wants a person asked; the second counts once somebody says so', async () => {
    await want('ask')
    await both()
    await tell('B2', '09:00')
    expect(await askedAt()).toEqual(['08:00'])
    const waiting = await house.db.select().from(quarantine)
    expect(waiting).toMatchObject([{ reason: 'same-day', source, resolvedAt: null }])
    await tell('B2', '09:15')
    const { body } = await house.as(manager).get('/api/quarantine')
    expect((body as { asides: object[] }).asides).toMatchObject([
      { appointment: { kind: 'Eerste afspraak', thatDay: ['2026-04-01T08:00:00.000Z'] } },
    ])
    expect(
      (body as { asides: { appointment: { startsAt: string } }[] }).asides[0]?.appointment.startsAt,
    ).toMatch(/T09:15|T07:15/)
    const path = `/api/quarantine/${waiting[0]?.id}/accept`
    expect((await house.as(manager).post(path, { winner: 'ours' })).status).toBe(200)
    expect(await askedAt(), 'the intake is asked once, for the first of that day').toEqual(['07:15'])
    await tell('B2', '09:30')
    expect(await askedAt()).toEqual(['07:30'])
    expect(await house.db.$count(quarantine)).toBe(1)
  })

  test('do not wait with a move: the question goes with it, and goes away with the doubt', async () => {
    const open = () => house.db.$count(quarantine, isNull(quarantine.resolvedAt))
    await want('ask')
    await tell('A1', '10:00')
    await tell('B2', '09:00', '2026-04-08')
    expect(await open()).toBe(0)
    await tell('B2', '09:00')
    expect((await stored()).map(({ startsAt }) => startsAt).toSorted()).toEqual([
      '2026-04-01T07:00:00.000Z',
      '2026-04-01T08:00:00.000Z',
    ])
    expect(await open()).toBe(1)
    expect(await askedAt()).toEqual(['08:00'])
    await tell('A1', '11:00', '2026-04-15')
    expect(await open(), 'nothing else is on that day any more').toBe(0)
    expect(await askedAt()).toEqual(['07:00'])
  })
})
