import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TeamCharts } from '../../core/figures/improvement.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let lead: string
let place: { organisationId: string; teamId: string }

beforeEach(async () => {
  house = await openHouse({ now: '2026-02-05T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  lead = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
})
afterEach(() => house.close())

/** Somebody asked after three months; they were invited two weeks before `on`, and could answer until two weeks after. */
const ask = async (on: string, came: 'invited' | 'started' | 'completed', person?: Person) =>
  makeCourse(house, person ?? (await makePerson(house, place)), { moment: 'month-3', on, came })

const askMany = async (count: number, on: string) =>
  Promise.all(Array.from({ length: count }, () => ask(on, 'completed')))

async function told(id: string, month: string) {
  const { status, body } = await house
    .as(lead)
    .get(`/api/teams/${place.teamId}/charts?from=2026-01&to=2026-02`)
  expect(status).toBe(200)
  const indicator = (body as TeamCharts).indicators.find((one) => one.id === id)
  const point = indicator?.chart.points.find((one) => one.id === month)
  return point?.value == null ? null : { value: Number(point.value.toFixed(4)), n: point.n }
}

it('a response is of the month in which the window closed, and stays as it was shown while later windows close', async () => {
  await askMany(12, '2026-01-10') // until January 24
  await askMany(12, '2026-01-25') // until February 8
  const shown = { value: 1, n: 12 }
  expect(await told('answered', '2026-01')).toEqual(shown)
  house.goTo('2026-03-02T08:00:00Z')
  expect(await told('answered', '2026-01')).toEqual(shown)
  expect(await told('answered', '2026-02')).toEqual(shown)
})

it('what is typed in or taken back after the window changes no response that was shown', async () => {
  await askMany(10, '2026-01-10')
  const { responseId } = await ask('2026-01-10', 'started')
  const { assessmentId } = await ask('2026-01-10', 'invited')
  const shown = { value: Number((10 / 12).toFixed(4)), n: 12 }
  expect(await told('answered', '2026-01')).toEqual(shown)
  const late = { submittedAt: '2026-01-27T10:00:00.000Z', month: '2026-01' }
  await house.db.update(responses).set(late).where(eq(responses.id, responseId))
  const gone = { withdrawnAt: '2026-02-06T10:00:00.000Z', withdrawnWhy: 'by-hand' }
  await house.db.update(assessments).set(gone).where(eq(assessments.id, assessmentId))
  expect(await told('answered', '2026-01')).toEqual(shown)
})

it('what was taken back while it was open is not asked', async () => {
  await askMany(11, '2026-01-10')
  const { assessmentId } = await ask('2026-01-10', 'invited')
  const gone = { withdrawnAt: '2026-01-12T10:00:00.000Z', withdrawnWhy: 'by-hand' }
  await house.db.update(assessments).set(gone).where(eq(assessments.id, assessmentId))
  expect(await told('answered', '2026-01')).toEqual({ value: 1, n: 11 })
})

it('what is discussed waits until nobody who was invited in the month can answer any more', async () => {
  await askMany(11, '2026-01-25') // invited on January 11
  await ask('2026-01-25', 'started')
  expect(await told('discussed', '2026-01')).toBeNull()
  house.goTo('2026-02-09T08:00:00Z')
  expect(await told('discussed', '2026-01')).toEqual({ value: 0, n: 11 })
})
