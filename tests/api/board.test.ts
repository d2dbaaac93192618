import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../core/board.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { makeCourse, makePerson, makeStageEntry, type Person } from '../support/cohort.ts'
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

const look = async (as = clinician) => (await house.as(as).get('/api/board')).body as Board
const cardOf = async ({ enrolmentId }: Person) =>
  (await look()).cards.find((card) => card.enrolmentId === enrolmentId)

it('shows the stages of the care path with their norms, and how long somebody has been in one', async () => {
  const person = await makePerson(house, place, { patient: { birthDate: '1959-04-12' } })
  await makeStageEntry(house, person, 'intake', '2026-02-01')
  await makeStageEntry(house, person, 'conservative', '2026-03-08')
  await makeStageEntry(house, person, 'surgery', '2026-06-01') // planned, not entered
  await makeAppointment(house, { ...place, ...person, startsAt: '2026-03-20T09:00:00.000Z' })
  const { stages } = await look()
  expect(stages.slice(0, 2).map(({ id, norm }) => [id, norm])).toEqual([
    ['intake', 28],
    ['conservative', 91],
  ])
  expect(await cardOf(person)).toMatchObject({
    stage: 'conservative',
    days: 10,
    ages: '65–69',
    nextAt: '2026-03-20T09:00:00.000Z',
  })
})

it('says of an answer what the clinic says of it', async () => {
  const person = await makePerson(house, place)
  for (const [on, value] of [
    ['2025-12-01', 3],
    ['2026-03-10', 8],
  ] as const)
    await makeCourse(house, person, {
      moment: 'check-up',
      on,
      came: 'completed',
      scores: [{ instrument: 'hip-knee', scale: 'pain', value }],
    })
  expect(await cardOf(person)).toMatchObject({
    standing: { state: 'answered' },
    finding: { kind: 'change', verdict: 'worse', from: 3, to: 8 },
  })
})

it('has no names on it, and the same code every time', async () => {
  const person = await makePerson(house, place, { patient: { familyName: 'Zonneveld' } })
  const { body } = await house.as(clinician).get('/api/board')
  expect(JSON.stringify(body)).not.toContain('Zonneveld')
  const code = (await cardOf(person))?.code
  expect(code).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)
  expect((await cardOf(person))?.code).toBe(code)
})

it('leaves out whose care path has ended, and everybody of another team', async () => {
  const ended = await makePerson(house, place)
  await house.db.update(enrolments).set({ endedOn: '2026-03-01' }).where(eq(enrolments.id, ended.enrolmentId))
  const elsewhere = { ...place, teamId: await makeTeam(house, place.organisationId, { name: 'Schouder' }) }
  const other = await makePerson(house, elsewhere)
  expect(await cardOf(ended)).toBeUndefined()
  expect(await cardOf(other)).toBeUndefined()
  expect((await house.as(clinician).get(`/api/board?team=${elsewhere.teamId}`)).status).toBe(404)
})

it('writes down whose cards were seen', async () => {
  const person = await makePerson(house, place)
  await look()
  const seen = await house.db
    .select({ type: auditEvents.type })
    .from(auditSubjects)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
    .where(eq(auditSubjects.patientId, person.patientId))
  expect(seen).toEqual([{ type: 'board.read' }])
})
