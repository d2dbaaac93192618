import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TeamComparison } from '../../core/figures/team-comparison.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let ours: Awaited<ReturnType<typeof makeHospital>>
let theirs: typeof ours

const scoreOf = (scale: string, value: number) => ({ instrument: 'hip-knee', scale, value })

async function makeHospital(name: string) {
  const organisationId = await makeOrganisation(house, { name: `Ziekenhuis ${name}` })
  const teamId = await makeTeam(house, organisationId, { name })
  const lead = await makeStaff(house, { organisationId, teamId, role: 'team-lead' })
  return { organisationId, teamId, lead }
}

/** So many people, of whom four of seven get better, and who answer as `answers` says. */
async function follow(place: typeof ours, count: number, answers: (number: number) => boolean) {
  for (let number = 0; number < count; number++) {
    const person = await makePerson(house, place, {
      patient: { birthDate: `${1940 + (number % 30)}-05-05`, sex: number % 2 ? 'female' : 'male' },
      treatmentOption: number % 2 ? 'hip-replacement' : 'knee-replacement',
    })
    const first = [scoreOf('pain', 5 + (number % 5)), scoreOf('function', 30 + (number % 40))]
    await makeCourse(house, person, { moment: 'intake', on: '2025-05-01', came: 'completed', scores: first })
    await makeCourse(house, person, {
      moment: 'month-3',
      on: '2025-09-01',
      came: answers(number) ? 'completed' : 'invited',
      scores: [scoreOf('pain', number % 7 < 4 ? 1 : 5 + (number % 5))],
    })
  }
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  ours = await makeHospital('Heup en knie Oost')
  theirs = await makeHospital('Orthopedie West')
  await follow(ours, 60, () => true)
  await follow(theirs, 80, (number) => number % 2 === 0)
})
afterAll(() => house.close())

const path = (team: string, query = '') => `/api/teams/${team}/comparison${query}`
const read = async ({ teamId, lead }: typeof ours, query = '') => {
  const { status, body } = await house.as(lead).get(path(teamId, query))
  expect(status).toBe(200)
  return body as TeamComparison
}
const open = ({ teamId, lead }: typeof ours, wanted = true) =>
  house.as(lead).put(path(teamId), { open: wanted })

it('shows nothing until the lead has opened it, and nobody else can', async () => {
  expect(await read(ours)).toMatchObject({ openSince: null, mayOpen: true, result: null })
  const clinician = await makeStaff(house, { ...ours, role: 'clinician' })
  expect((await house.as(clinician).put(path(ours.teamId), { open: true })).status).toBe(403)
  expect((await house.as(theirs.lead).put(path(ours.teamId), { open: true })).status).toBe(404)
  expect((await open(ours)).status).toBe(200)
  const { result, openSince } = await read(ours)
  expect(openSince).toBe('2026-03-02T08:00:00.000Z')
  // alone: the other hospital does not take part
  expect(result?.comparison.units.map(({ id }) => id)).toEqual(['own'])
  expect(result).toMatchObject({ from: '2024-01', to: '2025-12' })
})

it('puts teams that take part beside each other, raw and adjusted, the other one nameless', async () => {
  await open(theirs)
  const answer = await house.as(ours.lead).get(path(ours.teamId, '?indicator=pain-better'))
  const text = JSON.stringify(answer.body)
  for (const secret of [theirs.teamId, theirs.organisationId, 'Orthopedie West', 'Ziekenhuis'])
    expect(text).not.toContain(secret)
  const { result } = answer.body as TeamComparison
  const [own, other] = ['own', 'other-1'].map(
    (id) => result?.comparison.units.find((one) => one.id === id)?.told,
  )
  expect(own).toMatchObject({ n: 60, response: 1, raw: { value: 36 / 60 }, standing: 'too-few-others' })
  expect(other).toMatchObject({ n: 40, response: 0.5, standing: 'low-response' })
  expect(result?.comparison.model).toMatchObject({ kind: 'logistic', n: 100, incomplete: 0 })
  expect(result?.comparison.model?.terms.map(({ variable }) => variable)).toEqual([
    '',
    'age',
    'sex',
    'baseline-pain',
    'baseline-function',
  ])
  expect(result?.notRecorded.map(({ id }) => id)).toContain('bmi')
})

it('compares the own treatments, of a mean too, and refuses what it does not know', async () => {
  const { result } = await read(ours, '?by=treatment&indicator=pain-level')
  expect(result?.comparison.kind).toBe('mean')
  expect(result?.comparison.model).toMatchObject({ kind: 'linear', n: 60 })
  expect(result?.comparison.units.map(({ id, told }) => [id, told?.n])).toEqual([
    ['hip-replacement', 30],
    ['knee-replacement', 30],
  ])
  expect(result?.names.every(({ title }) => title !== null)).toBe(true)
  expect(await house.as(ours.lead).get(path(ours.teamId, '?indicator=nothing'))).toMatchObject({
    status: 422,
    body: { code: 'unknown_choice' },
  })
  expect((await house.as(ours.lead).get(path(ours.teamId, '?by=surgeon'))).status).toBe(400)
})

it('compares organisations, nameless but the own one, and sites and oneself within the team', async () => {
  const answer = await house.as(ours.lead).get(path(ours.teamId, '?by=organisation&indicator=pain-level'))
  const text = JSON.stringify(answer.body)
  for (const secret of [theirs.organisationId, ours.organisationId, 'Orthopedie West', 'Ziekenhuis'])
    expect(text).not.toContain(secret)
  const { result } = answer.body as TeamComparison
  expect(result?.names.map(({ id, own }) => [id, own])).toEqual([
    ['own', true],
    ['other-1', false],
  ])
  const paths = await house.db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.teamId, ours.teamId))
  const lead = async (leadClinicianId: string, from: number, to: number) => {
    const led = paths.slice(from, to).map(({ id }) => id)
    await house.db.update(enrolments).set({ leadClinicianId }).where(inArray(enrolments.id, led))
  }
  const colleague = () => makeStaff(house, { ...ours, role: 'clinician' })
  const byClinician = async () => (await read(ours, '?by=clinician&indicator=pain-level')).result
  await lead(ours.lead, 0, 25)
  await lead(await colleague(), 25, 60)
  // Of two clinicians each would read the other's.
  expect((await byClinician())?.comparison.units).toEqual([])
  await lead(await colleague(), 50, 60)
  const own = await byClinician()
  expect(own?.comparison.units.map(({ id, told }) => [id, told?.n, told?.standing])).toEqual([
    ['mine', 25, 'too-few'],
    ['others', 35, 'too-few-others'],
  ])
  const { result: sites } = await read(ours, '?by=site&indicator=pain-level')
  expect(sites?.comparison.units).toEqual([]) // of no visit it is known where it was
})

it('closes again: then neither sees the other, and each act is in the log', async () => {
  await open(theirs, false)
  expect((await read(theirs)).result).toBeNull()
  expect((await read(ours)).result?.comparison.units).toHaveLength(1)
  const types = (await house.db.select().from(auditEvents)).map(({ type }) => type)
  expect(types).toEqual(
    expect.arrayContaining(['comparison.opened', 'comparison.closed', 'team.comparison-read']),
  )
})
