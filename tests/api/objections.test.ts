import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeamFunnel, TeamOutcomes } from '../../core/figures/team-outcomes.ts'
import type { Similar } from '../../core/similar/similar.ts'
import { systemCtx } from '../../server/ctx.ts'
import { totalsByMonth } from '../../server/figures/store.ts'
import { readObjections, sayObjection } from '../../server/patients/objections.ts'
import { readComparable } from '../../server/teams/comparable.ts'
import { isAdjustable } from '../../server/teams/comparison-rows.ts'
import { visibleTeams } from '../../server/teams/scope.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const PAIN = { instrument: 'hip-knee', scale: 'pain' }
const SAID = '2026-01-10T08:00:00.000Z'
const NOW = '2026-03-02T08:00:00.000Z'
const zone = 'Europe/Amsterdam'

let house: House
let place: { organisationId: string; teamId: string }
let lead: string
let objector: Person

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  lead = await makeStaff(house, { ...place, role: 'team-lead' })
  for (let number = 0; number < 13; number++) objector = await live(number)
  await say(true, SAID)
})
afterAll(() => house.close())

/** Answers before anybody objects, and after. */
async function live(number: number) {
  const person = await makePerson(house, place, {
    patient: { birthDate: '1960-05-05', sex: 'female', familyName: `Achternaam${number}` },
    treatmentOption: 'hip-replacement',
    startedOn: '2025-01-10',
  })
  const answer = (moment: string, on: string, value: number) =>
    makeCourse(house, person, { moment, on, came: 'completed', scores: [{ ...PAIN, value }] })
  await answer('intake', '2025-02-10', 8)
  await answer('month-3', '2025-06-10', 3)
  await answer('month-12', '2026-02-10', 2)
  return person
}

const say = (objects: boolean, at: string) => {
  const { patientId, organisationId } = objector
  const actor = { kind: 'patient' as const, id: patientId, name: '' }
  const ctx = { ...systemCtx(organisationId, 'test'), actor }
  return sayObjection({ ...house.deps, now: () => new Date(at) }, ctx, { patientId, objects })
}

const get = async (path: string) => (await house.as(lead).get(path)).body
const period = 'from=2025-01&to=2026-02'

async function rowsOf(basis: string) {
  const asked = `project=learning&destination=Our%20team&basis=${basis}&${period}`
  const text = String(await get(`/api/exports/${place.teamId}/data.csv?${asked}`))
  return text.trim().split('\r\n').length - 1
}

describe('somebody who objects', () => {
  it('is in no dataset at once, but for what a law demands', async () => {
    expect(await rowsOf('own-quality')).toBe(36)
    expect(await rowsOf('legal-duty')).toBe(39)
    const quality = (await get(`/api/exports/${place.teamId}/quality`)) as {
      moments: { id: string; figures: { expected: number } }[]
    }
    expect(quality.moments.find(({ id }) => id === 'intake')?.figures.expected).toBe(12)
  })

  it('is in no figure of the team from that month on; months before it stay as they were told', async () => {
    const shown = (await get(`/api/teams/${place.teamId}/outcomes?${period}`)) as TeamOutcomes
    const known = shown.moments.map(({ id, summary, change }) => [id, summary.n, summary.asked, change?.n])
    expect(known).toEqual([
      ['intake', 13, 13, undefined],
      ['month-3', 13, 13, 13],
      ['month-12', 12, 12, 12],
    ])
    expect(shown.curve?.points.map(({ id, n }) => [id, n])).toEqual([
      ['month-3', 13],
      ['month-12', 12],
    ])
    const funnel = (await get(`/api/teams/${place.teamId}/funnel?${period}`)) as TeamFunnel
    const invited = funnel.months.flatMap(({ id, funnel: of }) => (of ? [[id, of.steps[0]?.n]] : []))
    expect(invited).toEqual([
      ['2025-01', 13],
      ['2025-05', 13],
      ['2026-01', 12],
    ])
  })

  it('is taken out of running figures', async () => {
    const objections = await readObjections(house.db, { ...place, zone })
    const of = { teamId: place.teamId, ...PAIN, from: '2025-01', to: '2026-02' }
    const totals = async (known: typeof objections) =>
      (await totalsByMonth(house.db, of, known))
        .toSorted((a, b) => (a.month < b.month ? -1 : 1))
        .map(({ month, n, people, sum }) => [month, n, people, sum])
    expect(await totals(objections)).toEqual([
      ['2025-02', 13, 13, 104],
      ['2025-06', 13, 13, 39],
      ['2026-02', 12, 12, 24],
    ])
    expect((await totals(new Map())).at(-1)).toEqual(['2026-02', 13, 13, 26])
  })

  it('is compared as the page of the team tells of them: in no month from then on', async () => {
    const version = await house.deps.definitions.current('hip-knee-osteoarthritis')
    const indicator = version?.set.indicators.find(isAdjustable)
    if (!version || !indicator) throw new Error('Nothing to compare')
    const teams = await visibleTeams(house.db, {
      ...systemCtx(place.organisationId, 'test'),
      teamIds: [place.teamId],
    })
    const months = { from: '2025-01', to: '2026-03' }
    const compared = async (moment: string) => {
      const at = { ...indicator, count: { ...indicator.count, moments: [moment] } }
      const asked = { version, indicator: at, teams, months, now: NOW }
      const whole = { unitsOf: () => [''], cutFor: async () => null }
      const rows = await readComparable(house.db, asked, whole)
      return new Set(rows.map(({ person }) => person))
    }
    expect((await compared('month-3')).has(objector.patientId)).toBe(true)
    const after = await compared('month-12')
    expect(after.size).toBe(12)
    expect(after.has(objector.patientId)).toBe(false)
  })

  it('is treated as before', async () => {
    const { status } = await house.as(lead).get(`/api/clinic/patients/${objector.patientId}`)
    expect(status).toBe(200)
  })

  it('counts again from the month in which they no longer object', async () => {
    await say(false, '2026-02-01T08:00:00.000Z')
    await say(false, NOW)
    expect(await rowsOf('own-quality')).toBe(39)
    const shown = (await get(`/api/teams/${place.teamId}/outcomes?${period}`)) as TeamOutcomes
    expect(shown.moments.map(({ summary }) => summary.n)).toEqual([13, 13, 13])
  })

  it('is like nobody from the next half year on', async () => {
    await say(true, SAID)
    const alike = await makePerson(house, place, {
      patient: { birthDate: '1960-05-06', sex: 'female' },
      treatmentOption: 'hip-replacement',
    })
    await makeCourse(house, alike, {
      moment: 'intake',
      on: '2026-02-20',
      came: 'completed',
      scores: [{ ...PAIN, value: 8 }],
    })
    const people = async () =>
      ((await get(`/api/similar/${alike.enrolmentId}`)) as Similar).found?.figures.people
    expect(await people()).toBe(13)
    house.goTo('2026-07-02T08:00:00.000Z')
    expect(await people()).toBe(12)
  })
})
