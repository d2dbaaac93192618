import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '../../core/consult/board.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { assessments, enrolments } from '../../server/db/schema/care.ts'
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
/** Everybody's cards: of every stage, and of who is in none. */
const everybody = ['none', 'intake', 'conservative', 'surgery'].map((stage) => `open=${stage}`).join('&')
const cardOf = async ({ enrolmentId }: Person) => {
  const { body } = await house.as(clinician).get(`/api/board?${everybody}`)
  return (body as Board).columns
    .flatMap(({ cards }) => cards)
    .find((card) => card.enrolmentId === enrolmentId)
}

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

it('tells of the answer that came in last, also where another one is due later', async () => {
  const person = await makePerson(house, place)
  const answer = (moment: string, on: string, value: number) => {
    const scores = [{ instrument: 'hip-knee', scale: 'pain', value }]
    return makeCourse(house, person, { moment, on, came: 'completed', scores })
  }
  const { assessmentId } = await answer('year-1', '2026-03-09', 3)
  await house.db
    .update(assessments)
    .set({ dueAt: '2026-03-17T09:00:00.000Z' })
    .where(eq(assessments.id, assessmentId))
  await answer('check-up', '2026-03-11', 8)
  expect((await cardOf(person))?.finding).toMatchObject({ verdict: 'worse', from: 3, to: 8 })
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

it('counts everybody, and writes down only whose cards were seen', async () => {
  const looksAt = async ({ patientId }: Person) => {
    const seen = await house.db
      .select({ type: auditEvents.type })
      .from(auditSubjects)
      .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
      .where(eq(auditSubjects.patientId, patientId))
    return seen.map(({ type }) => type)
  }
  const before = await look()
  const quiet = await makePerson(house, place) // nothing is asked: no card until somebody asks for everybody
  const after = await look()
  expect(after.total).toBe(before.total + 1)
  expect(after.columns[0]).toMatchObject({ stage: null, count: (before.columns[0]?.count ?? 0) + 1 })
  expect(await looksAt(quiet)).toEqual([])
  expect(await cardOf(quiet)).toBeDefined()
  expect(await looksAt(quiet)).toEqual(['board.read'])
})

it('shows who fits what is chosen, and counts their concerns', async () => {
  const elsewhere = { ...place, teamId: await makeTeam(house, place.organisationId, { name: 'Voeten' }) }
  const lead = await makeStaff(house, { ...elsewhere, role: 'clinician' })
  for (const [place, value] of [9, 9, 2].entries()) {
    const person = await makePerson(house, elsewhere)
    await makeStageEntry(house, person, 'intake', '2026-03-01')
    for (const [on, pain] of [
      ['2025-12-01', 3],
      ['2026-03-10', value],
    ] as const)
      await makeCourse(house, person, {
        moment: 'check-up',
        on,
        came: place === 1 && on > '2026' ? 'discussed' : 'completed',
        staffId: lead,
        scores: [{ instrument: 'hip-knee', scale: 'pain', value: pain }],
      })
  }
  const seen = async (query = '') => (await house.as(lead).get(`/api/board?${query}`)).body as Board
  expect((await seen()).counts).toMatchObject({ worse: 1, alert: 0, over: 0 }) // who was talked to waits for nobody
  const [intake] = (await seen('only=worse')).columns
  expect(intake).toMatchObject({ stage: 'intake', count: 1, days: [17], more: 0, unfolded: false })
  const cards = (await seen('open=intake')).columns.flatMap((column) => column.cards)
  expect(cards.map(({ finding }) => `${finding?.kind}`).sort()).toEqual([
    'change',
    'change',
    'no-clear-change',
  ])
  expect((await seen('lead=sta_nobody')).counts).toMatchObject({ worse: 0 })
  expect((await house.as(lead).get('/api/board?only=handsome')).status).toBe(400)
})
