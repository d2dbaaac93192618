import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeamFunnel, TeamOutcomes } from '../../core/team-outcomes.ts'
import { readSoulFigures } from '../../server/clinic/figures.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments, measureValues } from '../../server/db/schema/care.ts'
import { staffContext } from '../../server/staff/context.ts'
import { makeCourse, makePerson, makeStageEntry, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let clinician: string
let place: { organisationId: string; teamId: string }

const PAIN = { instrument: 'hip-knee', scale: 'pain' }
const period = 'from=2025-01&to=2026-02'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  place = { organisationId, teamId }
  clinician = await makeStaff(house, { ...place, role: 'clinician' })
  await makeCohort()
})
afterAll(() => house.close())

/** 40 people: pain 8 before; 3 months later 20 have 2, 12 have 8 still; 8 did not answer. */
async function makeCohort() {
  for (let number = 0; number < 40; number++) {
    const person = await makePerson(house, place, {
      patient: {
        birthDate: number < 12 ? '1945-05-05' : '1970-05-05',
        language: number < 13 ? 'en' : 'nl',
      },
      treatmentOption: number < 25 ? 'hip-replacement' : 'knee-replacement',
    })
    await makeStageEntry(house, person, 'intake', '2025-02-01')
    await makeStageEntry(house, person, 'surgery', '2025-04-01')
    await intake(person)
    await later(person, number)
    await recordStay(person, number)
  }
}

const intake = (person: Person) =>
  makeCourse(house, person, {
    moment: 'intake',
    on: '2025-03-10',
    came: 'discussed',
    staffId: clinician,
    scores: [{ ...PAIN, value: 8 }],
  })

const later = (person: Person, number: number) =>
  makeCourse(house, person, {
    moment: 'month-3',
    on: '2025-07-10',
    came: number < 20 ? 'opened' : number < 32 ? 'completed' : number < 36 ? 'started' : 'invited',
    staffId: clinician,
    scores: [{ ...PAIN, value: number < 20 ? 2 : 8 }],
  })

const recordStay = (person: Person, number: number) =>
  house.db.insert(measureValues).values(
    [
      { measure: 'length-of-stay', value: number % 2 === 0 ? 2 : 4 },
      { measure: 'deep-infection', value: number === 0 ? 1 : 0 },
    ].map((value) => ({
      ...value,
      id: house.deps.newId('mea'),
      enrolmentId: person.enrolmentId,
      measuredOn: '2025-04-04',
      source: 'staff',
      recordedBy: clinician,
      recordedAt: '2025-04-04T09:00:00.000Z',
    })),
  )

async function outcomes(query = '', staffId = clinician) {
  const answer = await house.as(staffId).get(`/api/teams/${teamId}/outcomes?${period}${query}`)
  expect(answer.status).toBe(200)
  return answer.body as TeamOutcomes
}

describe('outcomes of a team', () => {
  it('per moment: completeness, mean, bands, change since the first', async () => {
    const { moments, baseline } = await outcomes('&measure=joint-pain')
    expect(baseline).toBe('intake')
    const [first] = moments
    expect(first).toMatchObject({ id: 'intake', change: null })
    expect(first?.summary).toMatchObject({ asked: 40, response: 1, n: 40 })
    expect(first?.summary.mean?.value).toBe(8)
    const after = moments.find(({ id }) => id === 'month-3')
    expect(after?.summary).toMatchObject({ asked: 40, response: 0.8, n: 32 })
    // (20 × 2 + 12 × 8) / 32
    expect(after?.summary.mean?.value).toBe(4.25)
    expect(after?.change).toMatchObject({ n: 32, shares: { shares: [20 / 32, 12 / 32, 0], together: 0 } })
    const bands = after?.summary.bands?.shares ?? []
    expect(bands.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12)
    expect(bands).toContain(20 / 32)
  })

  it('per stage, by the stage somebody was in on the day', async () => {
    const { stages } = await outcomes('&measure=joint-pain')
    const byId = new Map(stages.map((stage) => [stage.id, stage.summary]))
    expect(byId.get('intake')?.n).toBe(40)
    expect(byId.get('surgery')?.n).toBe(32)
    expect([...byId.keys()]).toEqual(['intake', 'surgery'])
  })

  it('over time, and who is missing, at the moment with most answers after the first', async () => {
    const { moment, time, missing } = await outcomes('&measure=joint-pain')
    expect(moment).toBe('month-3')
    expect(time.filter(({ value }) => value).map(({ id, value }) => [id, value?.n])).toEqual([
      ['2025-07', 32],
    ])
    const groups = missing.map(({ by, id, asked, response }) => [by, id, asked, response])
    expect(groups).toContainEqual(['age', 'under-65', 28, 20 / 28])
    expect(groups).toContainEqual(['age', '75-and-over', 12, 1])
    expect(groups).toContainEqual(['age', '65-74', null, null])
    expect(groups).toContainEqual(['language', 'other', 13, 1])
  })

  it('clinical measures as share or mean of those whose window is over', async () => {
    const { measures } = await outcomes()
    const byId = new Map(measures.map((measure) => [measure.id, measure]))
    expect(byId.get('deep-infection')).toMatchObject({ eligible: 40, n: 40 })
    expect(byId.get('deep-infection')?.estimate?.value).toBe(1 / 40)
    // within a year of surgery on 1 April 2025: not over yet
    expect(byId.get('reoperation')).toMatchObject({ eligible: null, n: null, estimate: null })
  })

  it('tells of a treatment, but not when the others can be worked out from it', async () => {
    expect((await outcomes('&treatment=hip-replacement')).moments[0]?.summary.n).toBe(25)
    await makePerson(house, place, { treatmentOption: 'osteotomy' }).then(intake)
    expect((await outcomes('&treatment=osteotomy')).moments[0]?.summary).toMatchObject({
      asked: null,
      n: null,
    })
  })

  it('refuses what it does not know, with a code', async () => {
    const ask = (query: string) => house.as(clinician).get(`/api/teams/${teamId}/outcomes?${query}`)
    expect(await ask('measure=nothing')).toMatchObject({ status: 422, body: { code: 'unknown_choice' } })
    expect(await ask('treatment=nothing')).toMatchObject({
      status: 422,
      body: { detail: { name: 'treatment' } },
    })
    expect(await ask('moment=nothing')).toMatchObject({ status: 422 })
    expect(await ask('from=2026-13')).toMatchObject({ status: 400 })
    expect(await ask('from=2026-03-04')).toMatchObject({ status: 400 })
    expect(await ask('from=2026-02&to=2026-01')).toMatchObject({
      status: 422,
      body: { code: 'wrong_period' },
    })
    expect(await ask('from=2001-01')).toMatchObject({ status: 422, body: { code: 'wrong_period' } })
  })
})

describe('the funnel of a team', () => {
  const ask = async (query = period) => {
    const answer = await house.as(clinician).get(`/api/teams/${teamId}/funnel?${query}`)
    expect(answer.status).toBe(200)
    return answer.body as TeamFunnel
  }

  it('counts per month of the invitation', async () => {
    const { months, total } = await ask('from=2025-06&to=2025-06')
    expect(total?.steps.map(({ n }) => n)).toEqual([40, 36, 32, 20, 0])
    expect(months[0]?.funnel?.started).toMatchObject({ n: 36, of: 40 })
    expect(total?.discussed).toMatchObject({ n: 0, of: 32 })
  })

  it('counts who would rather not and sent nothing, which is no step', async () => {
    const before = await ask('from=2025-06&to=2025-06')
    expect(before.total?.declined).toBe(0)
    await house.db.update(assessments).set({ declinedAt: '2025-06-20T09:00:00.000Z' })
    const { total } = await ask('from=2025-06&to=2025-06')
    await house.db.update(assessments).set({ declinedAt: null })
    expect(total?.declined).toBe(40 - 32)
    expect(total?.steps).toEqual(before.total?.steps)
  })

  it('says the same as the two figures of the clinic', async () => {
    const ctx = await staffContext(house.db, clinician, house.deps.now())
    const june = { now: house.deps.now().toISOString(), today: '2025-06-30', zone: 'Europe/Amsterdam' }
    const figures = ctx && (await readSoulFigures(house.db, ctx, june))
    const { total } = await ask('from=2025-06&to=2025-06')
    expect(figures).toMatchObject({
      started: { n: total?.started.n, of: total?.started.of, month: '2025-06' },
      discussed: { n: total?.discussed.n, of: total?.discussed.of },
    })
  })

  it('compares with as many months before, and calls a signal what is beyond chance', async () => {
    const { before, moves } = await ask('from=2025-05&to=2025-07')
    expect(before).toMatchObject({ from: '2025-02', to: '2025-04' })
    expect(before.total?.discussed.of).toBeGreaterThanOrEqual(40)
    expect(moves.discussed).toBe('lower')
  })

  it('begins a month at midnight of the organisation', async () => {
    // 14 hours before UTC: the invitation of 31 October, 10:00 UTC, is one of 1 November there
    const organisationId = await makeOrganisation(house, { timeZone: 'Pacific/Kiritimati' })
    const far = { organisationId, teamId: await makeTeam(house, organisationId) }
    const lead = await makeStaff(house, { ...far, role: 'team-lead' })
    for (let number = 0; number < 10; number++)
      await makeCourse(house, await makePerson(house, far), {
        moment: 'check-up',
        on: '2025-11-14',
        came: 'invited',
      })
    const invited = async (month: string) => {
      const { body } = await house.as(lead).get(`/api/teams/${far.teamId}/funnel?from=${month}&to=${month}`)
      return (body as TeamFunnel).total?.steps[0]?.n ?? null
    }
    expect(await invited('2025-10')).toBeNull()
    expect(await invited('2025-11')).toBe(10)
  })

  it('tells nothing of a month with fewer than ten people, however often they were invited', async () => {
    const person = await makePerson(house, place)
    for (let number = 0; number < 12; number++)
      await makeCourse(house, person, { moment: 'check-up', on: '2024-06-14', came: 'completed' })
    expect(await ask('from=2024-05&to=2024-05')).toMatchObject({ total: null, months: [{ funnel: null }] })
    expect((await ask('from=2024-01&to=2024-02')).months.map(({ funnel }) => funnel)).toEqual([null, null])
  })
})

describe('who may see a team’s results', () => {
  const paths = () => [`/api/teams/${teamId}/outcomes`, `/api/teams/${teamId}/funnel`]

  it('nobody without signing in, nobody without the right', async () => {
    const editor = await makeStaff(house, { organisationId: place.organisationId, role: 'outcome-editor' })
    for (const path of paths()) {
      expect((await house.as(null).get(path)).status).toBe(401)
      expect((await house.as(editor).get(path)).status).toBe(403)
    }
  })

  it('its own members and the organisation’s analysts, for everybody else it is not there', async () => {
    const other = await makeOrganisation(house)
    const otherTeam = await makeTeam(house, place.organisationId)
    const insiders = [
      await makeStaff(house, { ...place, role: 'team-lead' }),
      await makeStaff(house, { organisationId: place.organisationId, role: 'analyst' }),
    ]
    const outsiders = [
      await makeStaff(house, { organisationId: place.organisationId, teamId: otherTeam, role: 'clinician' }),
      await makeStaff(house, { organisationId: other, role: 'analyst' }),
    ]
    for (const path of paths()) {
      for (const staffId of insiders) expect((await house.as(staffId).get(path)).status).toBe(200)
      for (const staffId of outsiders) expect((await house.as(staffId).get(path)).status).toBe(404)
    }
    expect((await house.as(outsiders[0] ?? '').get('/api/teams')).body).toEqual({
      teams: [{ id: otherTeam, name: 'Heup en knie' }],
    })
  })

  it('leaves a line in the log, without patients', async () => {
    await outcomes()
    const lines = await house.db.select().from(auditEvents)
    expect(lines.find(({ type }) => type === 'team.outcomes-read')).toMatchObject({
      purpose: 'HOPERAT',
      action: 'R',
      objectId: teamId,
    })
  })
})
