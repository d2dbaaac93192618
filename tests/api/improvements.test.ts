import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeamCharts } from '../../core/figures/improvement.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { alerts, responses } from '../../server/db/schema/outcomes.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let lead: string
let place: { organisationId: string; teamId: string }

const PAIN = { instrument: 'hip-knee', scale: 'pain' }
const months = 'from=2025-01&to=2026-02'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  place = { organisationId, teamId }
  lead = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  // Ten people a month, from January to October 2025; from August on they are better three months later.
  for (let month = 1; month <= 10; month++)
    for (let number = 0; number < 10; number++) await follow(month, number)
})
afterAll(() => house.close())

async function follow(month: number, number: number) {
  const person = await makePerson(house, place)
  const on = (later: number) =>
    new Date(Date.UTC(2024, month + 10 + later, 10 + number)).toISOString().slice(0, 10)
  await makeStageEntry(house, person, 'surgery', on(1))
  await makeCourse(house, person, {
    moment: 'intake',
    on: on(0),
    came: 'completed',
    scores: [{ ...PAIN, value: 8 }],
  })
  const better = month > 7 || number < 4
  await makeCourse(house, person, {
    moment: 'month-3',
    on: on(3),
    came: number === 9 ? 'started' : month > 7 ? 'discussed' : 'completed',
    staffId: lead,
    scores: [{ ...PAIN, value: better ? 2 : 8 }],
  })
}

const charts = async (as = lead, query = months) => {
  const { status, body } = await house.as(as).get(`/api/teams/${teamId}/charts?${query}`)
  expect(status).toBe(200)
  return body as TeamCharts
}
const chartOf = async (id: string) => {
  const found = (await charts()).indicators.find((one) => one.id === id)
  if (!found) throw new Error(`No indicator ${id}`)
  return found
}
const told = ({ chart }: Awaited<ReturnType<typeof chartOf>>) =>
  chart.points.flatMap(({ id, value, n }) => (value === null ? [] : [[id, Number(value.toFixed(6)), n]]))

const improvement = {
  title: 'Vaste vijf minuten',
  startedOn: '2025-09-01',
  changed: 'De uitslag heeft een vaste plek in het consult.',
  expected: 'Meer uitslagen besproken.',
  indicator: 'discussed',
}

describe('indicators over time', () => {
  it('a share clearly better, of those who answered both times, by the month of the later answer', async () => {
    const chart = await chartOf('pain-better')
    expect(chart).toMatchObject({ side: 'outcome', every: 'quarter', direction: 'higher-is-better' })
    expect(chart.chart.kind).toBe('share')
    // nine of ten answered; four of those in a month were better, from August's people on all of them
    expect(told(chart)).toContainEqual(['2025-Q3', Number((12 / 27).toFixed(6)), 27])
    expect(told(chart).at(-1)?.[1]).toBe(1)
  })

  it('a mean, a response, and a figure per list', async () => {
    const mean = await chartOf('pain-level')
    expect(mean.chart.kind).toBe('individuals')
    expect(mean).toMatchObject({ range: [0, 10] })
    expect(told(mean).at(-1)?.[1]).toBe(2)
    const response = await chartOf('answered')
    // those whose window closed from April to June, two weeks after the due day: three of them never answered
    expect(told(response)).toContainEqual(['2025-Q2', Number((26 / 29).toFixed(6)), 29])
    const answered = await house.db.select().from(responses)
    const first = answered.find(({ submittedAt }) => submittedAt?.startsWith('2025-06'))
    await house.db.insert(alerts).values(
      ['one', 'two'].map((rule) => ({
        id: house.deps.newId('ale'),
        responseId: first?.id ?? '',
        enrolmentId: first?.enrolmentId ?? '',
        teamId,
        rule,
        severity: 'attention',
        raisedAt: '2025-06-20T10:00:00.000Z',
        respondBy: '2025-06-21T10:00:00.000Z',
      })),
    )
    const rate = await chartOf('alerts')
    expect(rate.chart.kind).toBe('rate')
    // ten first and nine later lists were completed in June
    expect(told(rate)).toContainEqual(['2025-06', Number((2 / 19).toFixed(6)), 19])
  })

  it('a figure of the way to the consult, and a measure that nobody has recorded', async () => {
    const started = await chartOf('started')
    expect(told(started).every(([, value]) => value === 1)).toBe(true)
    expect(told(await chartOf('deep-infection'))).toEqual([])
    expect((await chartOf('deep-infection')).news).toEqual({
      kind: 'too-few',
      last: null,
      before: null,
      signal: null,
    })
  })

  it('a response and a start wait until everybody has had their window', async () => {
    const count = async (id: string, period: string) =>
      told(await chartOf(id)).filter(([one]) => one === period)
    const before = await count('answered', '2026-02')
    for (let number = 0; number < 12; number++) {
      const person = await makePerson(house, place)
      const came = number < 11 ? 'completed' : 'invited'
      await makeCourse(house, person, {
        moment: 'month-3',
        on: '2026-02-25',
        came,
        scores: [{ ...PAIN, value: 2 }],
      })
    }
    expect(await count('answered', '2026-02')).toEqual(before)
    expect(await count('started', '2026-02')).toEqual([]) // one of them may start until March 11
  })

  it('finds what changed by more than chance', async () => {
    const { news, chart } = await chartOf('discussed')
    expect(chart.points.some(({ signals }) => signals.some(({ side }) => side === 'above'))).toBe(true)
    expect(news.kind).toBe('better')
  })
})

describe('improvements', () => {
  it('are registered, stand on their charts, and end once with what was learnt', async () => {
    const made = await house.as(lead).post(`/api/teams/${teamId}/improvements`, improvement)
    expect(made.status).toBe(201)
    const { id } = made.body as { id: string }
    const { improvements, indicators } = await charts()
    expect(improvements).toMatchObject([
      { ...improvement, id, state: 'open', by: 'Evert Talsma', learnt: null },
    ])
    const begun = (name: string) => indicators.find((one) => one.id === name)?.begun
    expect(begun('discussed')).toEqual([{ period: '2025-09', improvement: id }])
    expect(begun('pain-better')).toEqual([])

    const end = (body: unknown, as = lead) =>
      house.as(as).post(`/api/teams/${teamId}/improvements/${id}/end`, body)
    expect((await end({ state: 'adopted', learnt: '' })).status).toBe(400)
    expect((await end({ state: 'adopted', learnt: 'Het werkt.' })).status).toBe(200)
    expect(await end({ state: 'abandoned', learnt: 'Toch niet.' })).toMatchObject({
      status: 409,
      body: { code: 'improvement_ended' },
    })
    expect((await charts()).improvements).toMatchObject([
      { state: 'adopted', learnt: 'Het werkt.', closedOn: '2026-03-02' },
    ])
    const types = (await house.db.select().from(auditEvents)).map(({ type }) => type)
    expect(types).toEqual(
      expect.arrayContaining(['improvement.registered', 'improvement.adopted', 'team.charts-read']),
    )
  })

  it('are ended from the day they begin', async () => {
    const later = { ...improvement, title: 'Volgende maand', startedOn: '2026-04-01' }
    const made = await house.as(lead).post(`/api/teams/${teamId}/improvements`, later)
    const { id } = made.body as { id: string }
    const body = { state: 'adopted', learnt: 'Het werkt.' }
    expect(await house.as(lead).post(`/api/teams/${teamId}/improvements/${id}/end`, body)).toMatchObject({
      status: 409,
      body: { code: 'improvement_to_come' },
    })
  })

  it('are refused in words: no title, another century, an indicator that is not there', async () => {
    const post = (change: object) =>
      house.as(lead).post(`/api/teams/${teamId}/improvements`, { ...improvement, ...change })
    expect((await post({ title: ' ' })).status).toBe(400)
    expect((await post({ startedOn: '2025-02-30' })).status).toBe(400)
    expect(await post({ startedOn: '1995-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'improvement_day' },
    })
    expect(await post({ indicator: 'happiness' })).toMatchObject({
      status: 422,
      body: { code: 'unknown_choice' },
    })
  })

  it('are those of the team: an analyst reads them, and registers none', async () => {
    const analyst = await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' })
    expect((await charts(analyst)).mayImprove).toBe(false)
    expect((await charts()).mayImprove).toBe(true)
    expect((await house.as(analyst).post(`/api/teams/${teamId}/improvements`, improvement)).status).toBe(403)
  })
})
