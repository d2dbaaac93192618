import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Similar } from '../../core/similar/similar.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { teams } from '../../server/db/schema/organisations.ts'
import { scores } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { similarFor } from '../../server/similar/read-similar.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { expectPdf } from '../support/printed.ts'

let house: House
let ours: Awaited<ReturnType<typeof makeHospital>>
let theirs: typeof ours

async function makeHospital(name: string) {
  const organisationId = await makeOrganisation(house, { name: `Ziekenhuis ${name}` })
  const teamId = await makeTeam(house, organisationId, { name })
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  return { organisationId, teamId, clinician }
}

const pain = (value: number) => ({ instrument: 'hip-knee', scale: 'pain', value })
type Follow = { option: string; born: number; first: number; later: number | null }

async function follow(place: typeof ours, { option, born, first, later }: Follow) {
  const person = await makePerson(house, place, {
    patient: { birthDate: `${born}-05-05`, sex: 'female' },
    treatmentOption: option,
  })
  await makeCourse(house, person, {
    moment: 'intake',
    on: '2025-05-01',
    came: 'completed',
    scores: [pain(first)],
  })
  const moment = option === 'conservative' ? 'conservative-month-3' : 'month-3'
  if (later !== null)
    await makeCourse(house, person, { moment, on: '2025-09-01', came: 'completed', scores: [pain(later)] })
  return person
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ours = await makeHospital('Heup en knie Oost')
  theirs = await makeHospital('Orthopedie West')
  for (let number = 0; number < 12; number++) {
    await follow(ours, { option: 'knee-replacement', born: 1960, first: 7, later: number < 9 ? 2 : 7 })
    await follow(theirs, { option: 'conservative', born: 1962, first: 6, later: 6 })
    await follow(ours, { option: 'knee-replacement', born: 1935, first: 7, later: 10 })
  }
})
afterAll(() => house.close())

const read = async (enrolmentId: string, staffId = ours.clinician) => {
  const { status, body } = await house.as(staffId).get(`/api/similar/${enrolmentId}`)
  return { status, body: body as Similar }
}

it('tells what people alike chose and how they fared, without the patient, and logs the look', async () => {
  const { enrolmentId, patientId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1958,
    first: 6,
    later: 1,
  })
  const { body } = await read(enrolmentId)
  expect(body.found?.reach).toEqual({ ages: [60, 74], firsts: [5, 10], sex: null })
  expect(body.found?.figures).toMatchObject({
    people: 12,
    chose: [{ option: 'knee-replacement', people: 12 }],
  })
  const [fared] = body.found?.figures.outcomes[0]?.rows ?? []
  expect(fared).toMatchObject({ response: 1, change: { n: 12, unknown: 0 } })
  // Three are not clearly better: too few to tell apart, and so nothing of the twelve is told in parts.
  expect(fared?.change?.shares?.shares).toEqual([null, null, 0])
  const looks = await house.db
    .select({ patientId: auditSubjects.patientId })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditEvents.type, 'similar.read'))
    .orderBy(desc(auditEvents.at))
  expect(looks).toEqual([{ patientId }])
})

it('looks at patients of another hospital only once both leads have opened the comparison', async () => {
  const { enrolmentId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1959,
    first: 7,
    later: null,
  })
  const options = async () => (await read(enrolmentId)).body.found?.figures.chose.map(({ option }) => option)
  const open = ({ teamId }: typeof ours) =>
    house.db.update(teams).set({ comparesSince: '2026-02-01T00:00:00.000Z' }).where(eq(teams.id, teamId))
  await open(theirs)
  expect(await options()).toEqual(['knee-replacement'])
  await open(ours)
  expect(await options()).toEqual(['conservative', 'knee-replacement'])
})

it('counts an answer once, by its newest scoring, and nothing of the running half year', async () => {
  const { enrolmentId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1961,
    first: 6,
    later: null,
  })
  const figures = async () => (await read(enrolmentId)).body.found?.figures
  const before = await figures()
  const first = await house.db.select().from(scores)
  await house.db.insert(scores).values(first.map((score) => ({ ...score, scoringVersion: 2 })))
  expect(await figures()).toEqual(before)
  house.goTo('2026-06-30T12:00:00Z')
  expect(await figures()).toEqual(before)
})

it('tells nothing about few, and says so where there is no first score yet', async () => {
  const { enrolmentId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1990,
    first: 7,
    later: null,
  })
  expect((await read(enrolmentId)).body.found?.figures).toMatchObject({
    people: null,
    chose: [],
    outcomes: [],
  })
  const newcomer = await makePerson(house, ours, { patient: { birthDate: '1960-05-05' } })
  expect((await read(newcomer.enrolmentId)).body).toMatchObject({ found: null })
})

it("does not exist for another team's patient", async () => {
  const { enrolmentId } = await follow(theirs, { option: 'conservative', born: 1960, first: 7, later: null })
  expect((await read(enrolmentId)).status).toBe(404)
})

it('tells the same to the patient on their own sheet of options, in words', async () => {
  const { enrolmentId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1958,
    first: 6,
    later: 1,
  })
  const found = await similarFor(house.deps)(enrolmentId)
  expect(found).toEqual((await read(enrolmentId)).body)
  expect(await similarFor(house.deps)('enr_nobody')).toBeNull()
})

it('stands in the preparation of an MDO for who belongs to it, and on its paper without a name', async () => {
  const { enrolmentId, patientId } = await follow(ours, {
    option: 'knee-replacement',
    born: 1958,
    first: 6,
    later: 1,
  })
  const day = house.deps.now().toISOString().slice(0, 10)
  const elsewhere = await makeTeam(house, ours.organisationId, { name: 'Radiologie' })
  const member = await makeStaff(house, { ...ours, teamId: elsewhere, role: 'clinician' })
  const made = async (path: string, body: object) => {
    const answer = await house.as(ours.clinician).post(path, body)
    expect(answer.status).toBe(201)
    return (answer.body as { id: string }).id
  }
  const meetingId = await made('/api/meetings', {
    kind: 'mdo',
    teamId: ours.teamId,
    title: 'MDO',
    startsAt: `${day}T12:30`,
    minutes: 45,
    everyWeeks: 0,
    chairId: ours.clinician,
    memberIds: [member],
  })
  const listing = { enrolmentId, question: 'Opnieuw opereren?', situation: 'Loopt met een stok.' }
  const item = `/api/meetings/${meetingId}/items/${await made(`/api/meetings/${meetingId}/items`, listing)}`
  const seen = await house.as(member).get(`${item}/similar`)
  expect(seen.body).toEqual((await read(enrolmentId)).body)
  const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  const paper = await house.app.request(`${item}/sheet?language=nl`, { headers: { 'x-test-staff': member } })
  await expectPdf(paper, {
    named: `mdo-${day}.pdf`,
    tags: ['Table', 'H1'],
    words: ['Opnieuw opereren?', 'Loopt met een stok.', 'Patiënten zoals deze', 'te weinig mensen'],
    unsaid: [patient?.familyName ?? '-', patient?.givenName ?? '-'],
  })
  expect((await house.as(theirs.clinician).get(`${item}/similar`)).status).toBe(404)
  expect((await house.as(theirs.clinician).get(`${item}/sheet`)).status).toBe(404)
})
