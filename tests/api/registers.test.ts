import { eq } from 'drizzle-orm'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { patientObjections } from '../../server/db/schema/patients.ts'
import { makeCourse, makePerson, makeStageEntry, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let lead: string
let analyst: string
const people: Person[] = []

const JOINT = '/registers/example-joint-register'

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-20T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  const place = { organisationId, teamId }
  lead = await makeStaff(house, { ...place, role: 'team-lead' })
  analyst = await makeStaff(house, { organisationId, role: 'analyst' })
  for (const [number, operatedOn] of ['2026-01-15', '2026-02-20', '2025-11-30'].entries()) {
    const person = await makePerson(house, place, {
      patient: { birthDate: '1959-04-12', familyName: `Achternaam${number}` },
      startedOn: '2025-10-01',
      treatmentOption: 'hip-replacement',
    })
    await makeStageEntry(house, person, 'surgery', operatedOn)
    people.push(person)
  }
  const [first] = people as [Person]
  await makeCourse(house, first, {
    moment: 'month-3',
    on: '2026-04-10',
    came: 'completed',
    scores: [
      { instrument: 'hip-knee', scale: 'function', value: 61.26 },
      { instrument: 'treatment-result', scale: 'satisfaction', value: 8 },
    ],
  })
  await house.db
    .update(responses)
    .set({ answers: { 'hip-knee': { pain_rest: 1, pain_walking: 3 } } })
    .where(eq(responses.patientId, first.patientId))
})
afterAll(() => house.close())

const get = (path: string, as = lead) => house.as(as).get(`/api/exports/${teamId}${path}`)

it('names the registers of the team’s patient group', async () => {
  expect((await get('/registers')).body).toEqual({
    registers: [{ id: 'example-joint-register', title: expect.anything() as unknown }],
  })
  expect((await get('/registers/example-breast-register')).status).toBe(404)
})

it('says before the deadline what lacks for whom: with names for who treats them, else not', async () => {
  const { body } = await get(`${JOINT}?delivery=2026-Q2`)
  expect(body).toMatchObject({
    today: '2026-05-20',
    delivery: { id: '2026-Q2', deadline: '2026-08-30' },
    completeness: { rows: 2, complete: 1, lackingInAll: 1 },
  })
  const { completeness } = body as { completeness: { lacking: { who: unknown; isOpen: boolean }[] } }
  expect(completeness.lacking[0]).toMatchObject({
    isOpen: true,
    who: { id: people[1]?.patientId, name: expect.stringContaining('Achternaam1') as unknown },
  })
  const others = JSON.stringify((await get(`${JOINT}?delivery=2026-Q2`, analyst)).body)
  expect(others).not.toMatch(/Achternaam|pat_/)
  const read = await house.db
    .select({ patient: auditSubjects.patientId })
    .from(auditSubjects)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSubjects.eventId))
    .where(eq(auditEvents.type, 'register.completeness-read'))
  expect(new Set(read.map(({ patient }) => patient))).toEqual(new Set([people[1]?.patientId]))
})

it('offers the delivery that is to be sent next, and refuses one that is not there', async () => {
  expect((await get(JOINT)).body).toMatchObject({ delivery: { id: '2026-Q1' } })
  expect((await get(`${JOINT}?delivery=2019-Q1`)).status).toBe(422)
  expect((await get(`${JOINT}/secrets.txt`)).status).toBe(422)
})

it('gives the rows in the register’s own names and codes', async () => {
  const text = String((await get(`${JOINT}/data.csv?delivery=2026-Q2`)).body)
  const [head = '', ...rows] = text.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toMatch(/^ID;TREATED_ON;MOMENT;AGE;SEX;JOINT/)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/;2026-01-15;M03;66;\d;H;/)
  expect(text).not.toMatch(/Achternaam|pat_|enr_|1959/)
  expect(String((await get(`${JOINT}/syntax.sps?delivery=2026-Q2`)).body)).toContain('TREATED_ON SDATE10')
  expect(String((await get(`${JOINT}/codebook.csv?delivery=2026-Q2`)).body)).toMatch(/JOINT;H;/)
})

it('gives them as Parquet, with numbers and days as such', async () => {
  const answer = await house.app.request(`/api/exports/${teamId}${JOINT}/data.parquet?delivery=2026-Q2`, {
    headers: { 'x-test-staff': lead },
  })
  const rows = await parquetReadObjects({ file: await answer.arrayBuffer() })
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    TREATED_ON: new Date('2026-01-15'),
    AGE: 66,
    NRS_WALK: 3,
    FUNCTION: 61.3,
    STAY_DAYS: null,
  })
})

it('heeds objections, but not where a law demands the data', async () => {
  const [first] = people as [Person]
  await house.db.insert(patientObjections).values({
    id: house.deps.newId('obj'),
    patientId: first.patientId,
    organisationId: first.organisationId,
    madeAt: '2026-05-01T08:00:00.000Z',
  })
  expect((await get(`${JOINT}?delivery=2026-Q2`)).body).toMatchObject({ completeness: { rows: 2 } })
})
