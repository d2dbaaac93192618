import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeamCosts } from '../../core/costs/team-costs.ts'
import { enrolments, formerChoices } from '../../server/db/schema/care.ts'
import { memberships } from '../../server/db/schema/staff.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let lead: string
let place: { organisationId: string; teamId: string }

const PAIN = { instrument: 'hip-knee', scale: 'pain' }

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  place = { organisationId, teamId }
  lead = await makeStaff(house, { ...place, role: 'team-lead' })
  for (let number = 0; number < 24; number++) await follow(number)
})
afterAll(() => house.close())

/** Twelve who began in the autumn and were operated, twelve who began in spring and were not; of each ten answered twice. */
async function follow(number: number) {
  const early = number < 12
  const startedOn = early ? '2024-11-04' : '2025-03-03'
  const person = await makePerson(house, place, {
    startedOn,
    treatmentOption: early ? 'hip-replacement' : 'conservative',
  })
  await makeStageEntry(house, person, 'intake', startedOn)
  if (early) await makeStageEntry(house, person, 'surgery', '2025-01-06')
  const scores = (value: number) => [{ ...PAIN, value }]
  await makeCourse(house, person, { moment: 'intake', on: startedOn, came: 'completed', scores: scores(8) })
  await makeCourse(house, person, {
    moment: early ? 'month-3' : 'conservative-month-3',
    on: '2025-08-01',
    came: number % 12 < 10 ? 'completed' : 'invited',
    scores: scores(early ? 2 : 8),
  })
}

const costs = async (as = lead) => {
  const { status, body } = await house.as(as).get(`/api/teams/${teamId}/costs`)
  expect(status).toBe(200)
  return body as TeamCosts
}

it('no euros are told and nothing is weighed while something that people had has no price', async () => {
  const { cohorts, weighing } = await costs()
  expect(cohorts).toMatchObject([{ costs: { euros: null, n: 10 } }, { costs: { euros: null, n: 10 } }])
  expect(weighing).toBeNull()
})

it('costs stand beside the outcome of the same people, per half year and per treatment', async () => {
  const unpriced = (await costs()).activities.filter(({ cents }) => cents === null)
  const prices = unpriced.map(({ code }) => ({ activity: code, cents: 0 }))
  const priced = { source: 'in the price of the visit', prices }
  expect((await house.as(lead).put(`/api/teams/${teamId}/prices`, priced)).status).toBe(200)
  const { cohorts, byTreatment, weighing, outcome, maySteer } = await costs()
  expect(outcome?.id).toBe('pain-better')
  expect(maySteer).toBe(true)
  // intake: first visit € 150; surgery: operation € 6,200 and anaesthesia € 900, as the outcome set says by example
  expect(cohorts).toMatchObject([
    { id: '2024-H2', costs: { people: 12, euros: { value: 7250 }, n: 10, asked: 12, better: { value: 1 } } },
    { id: '2025-H1', costs: { people: 12, euros: { value: 150 }, n: 10, better: { value: 0 } } },
  ])
  expect(byTreatment.map(({ id }) => id)).toEqual(['conservative', 'hip-replacement'])
  // nobody’s costs vary within a half year: no interval, so no claim about them; the outcome did get worse
  expect(weighing).toEqual({ from: '2024-H2', to: '2025-H1', cost: 'no-signal', outcome: 'worse' })
})

it('a treatment chosen after a half year was told moves nobody in it', async () => {
  const before = (await costs()).byTreatment
  expect(before).toHaveLength(2)
  const began = and(eq(enrolments.teamId, teamId), eq(enrolments.startedOn, '2025-03-03'))
  const [first, second] = await house.db.select({ id: enrolments.id }).from(enrolments).where(began)
  const ids = [first?.id ?? '', second?.id ?? '']
  const choose = async (treatmentChosenOn: string) => {
    const chosen = { treatmentOption: 'hip-replacement', treatmentChosenOn }
    await house.db.update(enrolments).set(chosen).where(inArray(enrolments.id, ids))
    return (await costs()).byTreatment
  }
  const was = { teamId, kind: 'treatment', value: 'conservative', changedAt: '2026-02-02T08:00:00Z' }
  await house.db
    .insert(formerChoices)
    .values(
      ids.map((enrolmentId) => ({ ...was, id: `former-${enrolmentId}`, enrolmentId, until: '2026-02-02' })),
    )
  expect(await choose('2026-02-02')).toEqual(before)
  await house.db
    .update(formerChoices)
    .set({ until: '2025-12-02' })
    .where(inArray(formerChoices.enrolmentId, ids))
  expect(await choose('2025-12-02')).not.toEqual(before)
})

it('prices are the organisation’s own: set by its lead, kept when they change, and nobody else’s', async () => {
  const put = (body: unknown, as = lead) => house.as(as).put(`/api/teams/${teamId}/prices`, body)
  const source = 'kostprijslijst 2026'
  expect((await put({ source, prices: [{ activity: 'operation', cents: 500_000 }] })).status).toBe(200)
  expect((await put({ source, prices: [{ activity: 'operation', cents: 510_000 }] })).status).toBe(200)
  const { cohorts, activities } = await costs()
  expect(cohorts[0]?.costs?.euros?.value).toBe(150 + 5100 + 900)
  expect(activities.find(({ code }) => code === 'operation')).toMatchObject({ cents: 510_000, source })
  expect(activities.find(({ code }) => code === 'goals')).toMatchObject({ cents: 0 })

  const elsewhere = await makeOrganisation(house)
  const theirTeam = await makeTeam(house, elsewhere)
  const theirLead = await makeStaff(house, {
    organisationId: elsewhere,
    teamId: theirTeam,
    role: 'team-lead',
  })
  const { body } = await house.as(theirLead).get(`/api/teams/${theirTeam}/costs`)
  expect((body as TeamCosts).activities.find(({ code }) => code === 'operation')?.cents).toBe(620_000)
  expect((await put({ source, prices: [{ activity: 'operation', cents: 1 }] }, theirLead)).status).toBe(404)

  expect((await put({ source, prices: [{ activity: 'operation', cents: -1 }] })).status).toBe(400)
  expect((await put({ source, prices: [{ activity: 'operation', cents: 0.5 }] })).status).toBe(400)
  expect((await put({ source: '', prices: [{ activity: 'operation', cents: 5 }] })).status).toBe(400)
  expect(await put({ source, prices: [{ activity: 'miracle', cents: 5 }] })).toMatchObject({
    status: 422,
    body: { code: 'unknown_choice' },
  })
})

it('a lead of another team of the hospital, who works in this one as a clinician, sets no prices here', async () => {
  const otherTeam = await makeTeam(house, place.organisationId)
  const both = await makeStaff(house, { ...place, role: 'clinician' })
  await house.db.insert(memberships).values({
    id: house.deps.newId('mem'),
    staffId: both,
    teamId: otherTeam,
    role: 'team-lead',
    from: '2020-01-01',
  })
  const prices = [{ activity: 'operation', cents: 1 }]
  const answer = await house.as(both).put(`/api/teams/${teamId}/prices`, { source: 'zomaar', prices })
  expect(answer.status).toBe(403)
  expect((await costs(both)).maySteer).toBe(false)
})

it('today is the day where the team is: a role begins and ends there at midnight', async () => {
  const organisationId = await makeOrganisation(house, { timeZone: 'Pacific/Honolulu' }) // still 1 March
  const far = { organisationId, teamId: await makeTeam(house, organisationId) }
  const roleOn = async (from: string, until: string | null) => {
    const staffId = await makeStaff(house, { ...far, role: 'team-lead' })
    await house.db.update(memberships).set({ from, until }).where(eq(memberships.staffId, staffId))
    const { status, body } = await house.as(staffId).get(`/api/teams/${far.teamId}/costs`)
    return [status, (body as TeamCosts).maySteer]
  }
  expect(await roleOn('2026-01-01', '2026-03-01')).toEqual([200, true])
  expect((await roleOn('2026-03-02', null))[0]).toBe(401)
})
