import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClinicDay } from '../../core/consult/clinic-day.ts'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { definitionSteps, definitionVersions } from '../../server/db/schema/organisations.ts'
import { scores } from '../../server/db/schema/outcomes.ts'
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
async function answered(person: Person, on: string, pain: number | null, visit?: string) {
  const given = pain === null ? {} : { scores: [{ instrument: 'hip-knee', scale: 'pain', value: pain }] }
  const made = await makeCourse(house, person, { moment: 'check-up', on, came: 'completed', ...given })
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

it('tells what was measured shortly before where an answer only told a wish', async () => {
  const person = await makePerson(house, place)
  await answered(person, '2025-12-01', 8)
  await answered(person, '2026-03-12', 3)
  await answered(person, '2026-03-14', null, '2026-03-18T12:00:00.000Z')
  const better = { kind: 'change', verdict: 'better', from: 8, to: 3 }
  expect((await rowOf(person, '2026-03-18'))?.finding).toMatchObject(better)
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

it('shows what can still be answered at the visit, not what is over', async () => {
  const person = await makePerson(house, place)
  await makeCourse(house, person, { moment: 'check-up', on: '2026-03-02', came: 'invited' })
  const open = await makeCourse(house, person, {
    moment: 'before-surgery',
    on: '2026-03-31',
    came: 'invited',
  })
  const late = { opensAt: '2026-03-10T08:00:00.000Z', dueAt: '2026-04-20T08:00:00.000Z' }
  await house.db
    .update(assessments)
    .set({ ...late, closesAt: late.dueAt })
    .where(eq(assessments.id, open.assessmentId))
  const startsAt = '2026-03-19T09:00:00.000Z'
  await makeAppointment(house, { ...place, ...person, kind: 'pre-assessment', startsAt })
  const row = await rowOf(person, '2026-03-19')
  expect(row).toMatchObject({ standing: { state: 'notBegun' }, assessmentId: open.assessmentId })
})

it('keeps what it worked out, but for answers that were scored again', async () => {
  const person = await makePerson(house, place)
  const { responseId } = await answered(person, '2026-03-16', 3, '2026-03-18T11:00:00.000Z')
  expect((await rowOf(person, '2026-03-18'))?.finding).toMatchObject({ values: [{ value: 3 }], severe: [] })
  const [score] = await house.db.select().from(scores).where(eq(scores.responseId, responseId))
  const [version] = await house.db.select({ id: definitionVersions.id }).from(definitionVersions).limit(1)
  if (!score || !version) throw new Error('the answer was scored by a definition')
  await house.db.insert(scores).values({ ...score, scoringVersion: score.scoringVersion + 1, value: 9 })
  // The step that another process wrote when it was done.
  await house.db.insert(definitionSteps).values({
    id: house.deps.newId('dst'),
    versionId: version.id,
    act: 'rescored',
    staffId: clinician,
    staffName: 'Esra Polat',
    note: null,
    at: house.deps.now().toISOString(),
  })
  expect((await rowOf(person, '2026-03-18'))?.finding).toMatchObject({
    values: [{ value: 9 }],
    severe: [{ value: 9, isFirst: true }],
  })
})

it('names who sees patients once, however the sender wrote them', async () => {
  const other = { ...place, teamId: await makeTeam(house, place.organisationId) }
  const reader = await makeStaff(house, { ...other, role: 'clinician', name: 'Anna Prins' })
  for (const clinicianName of ['A. Prins', 'Prins, A.']) {
    const person = await makePerson(house, other)
    const visit = { ...other, ...person, kind: 'check-up', startsAt: '2026-03-18T12:00:00.000Z' }
    await makeAppointment(house, { ...visit, clinicianId: reader, clinicianName })
  }
  const { body } = await house.as(reader).get('/api/clinic?day=2026-03-18')
  expect((body as ClinicDay).clinicians).toEqual([{ id: reader, name: 'Anna Prins', count: 2 }])
})
