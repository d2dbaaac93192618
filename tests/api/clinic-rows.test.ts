import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicDay } from '../../core/clinic-day.ts'
import type { OnePager } from '../../core/one-pager.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let place: { organisationId: string; teamId: string }
let clinician: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-18T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  place = { organisationId, teamId: await makeTeam(house, organisationId) }
  clinician = await makeStaff(house, { ...place, role: 'clinician' })
})
afterAll(() => house.close())

/** Answered on a date, for a check-up at an instant where there is one. */
async function answered(person: Person, on: string, pain: number, visit?: string) {
  const scores = [{ instrument: 'hip-knee', scale: 'pain', value: pain }]
  const made = await makeCourse(house, person, { moment: 'check-up', on, came: 'completed', scores })
  if (!visit) return made
  const booked = { ...place, ...person, kind: 'check-up', startsAt: visit }
  const appointmentId = await makeAppointment(house, booked)
  await house.db.update(assessments).set({ appointmentId }).where(eq(assessments.id, made.assessmentId))
  return made
}

const rowOf = async ({ patientId }: Person, day: string) => {
  const { body } = await house.as(clinician).get(`/api/clinic?day=${day}`)
  return (body as ClinicDay).rows.find(({ patient }) => patient.id === patientId)
}
const page = async ({ patientId }: Person) =>
  (await house.as(clinician).get(`/api/clinic/patients/${patientId}`)).body as OnePager

it('says the same in the row as on the page, also where two lists came in at once', async () => {
  const person = await makePerson(house, place)
  await answered(person, '2025-12-01', 8)
  await answered(person, '2026-03-12', 3, '2026-03-18T09:00:00.000Z')
  await answered(person, '2026-03-12', 3, '2026-03-21T09:00:00.000Z')
  const better = { kind: 'change', verdict: 'better', from: 8, to: 3, since: '2025-12-01T10:00:00.000Z' }
  expect((await rowOf(person, '2026-03-18'))?.finding).toMatchObject(better)
  expect((await rowOf(person, '2026-03-21'))?.finding).toMatchObject(better)
  expect((await page(person)).finding).toMatchObject(better)
})

it('still says when it was answered after it was discussed', async () => {
  const person = await makePerson(house, place)
  const { responseId } = await answered(person, '2026-03-16', 3, '2026-03-18T10:00:00.000Z')
  house.goTo('2026-03-18T10:20:00Z')
  await house.as(clinician).put(`/api/consults/responses/${responseId}/discussed`)
  expect((await rowOf(person, '2026-03-18'))?.standing).toMatchObject({
    state: 'discussed',
    at: '2026-03-16T10:00:00.000Z',
    discussedAt: '2026-03-18T10:20:00.000Z',
  })
})
