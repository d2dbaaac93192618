import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DataQuality } from '../../core/figures/data-quality.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { scores } from '../../server/db/schema/outcomes.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let lead: string
let analyst: string
let place: { organisationId: string; teamId: string }

const PAIN = { instrument: 'hip-knee', scale: 'pain' }
const query = 'project=hip-2026&destination=Register%20X&basis=legal-duty&from=2025-01&to=2026-02'

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  place = { organisationId, teamId }
  lead = await makeStaff(house, { ...place, role: 'team-lead' })
  analyst = await makeStaff(house, { organisationId, role: 'analyst' })
  for (let number = 0; number < 3; number++) {
    const patient = {
      birthDate: number === 0 ? '1925-05-05' : '1970-05-05',
      familyName: `Achternaam${number}`,
    }
    const person = await makePerson(house, place, {
      patient,
      startedOn: '2025-02-10',
      treatmentOption: 'hip-replacement',
    })
    const intake = {
      moment: 'intake',
      on: '2025-03-10',
      came: 'completed' as const,
      scores: [{ ...PAIN, value: 8 }],
    }
    await makeCourse(house, person, intake)
    await makeCourse(house, person, {
      moment: 'month-3',
      on: '2025-07-10',
      came: number === 0 ? 'completed' : 'started',
      scores: [{ ...PAIN, value: 2.5 }],
    })
    await makeCourse(house, person, { moment: 'month-12', on: '2026-04-10', came: 'planned' })
  }
})
afterAll(() => house.close())

const get = async (file: string, as = analyst, asked = query) => {
  const { status, body, headers } = await house.as(as).get(`/api/exports/${teamId}/${file}?${asked}`)
  return { status, text: String(body), headers, body }
}

it('a row per moment that is answered or over, under pseudonyms, without names, numbers and dates', async () => {
  const { status, text, headers } = await get('data.csv')
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toContain('data.csv')
  const [head = '', ...rows] = text.replace('\uFEFF', '').trim().split('\r\n')
  const columns = head.split(';')
  expect(columns.slice(0, 6)).toEqual(['person', 'path', 'moment', 'began', 'days', 'answered'])
  expect(rows).toHaveLength(6)
  const cells = rows.map((row): Record<string, string> => {
    const own = row.split(';')
    return Object.fromEntries(columns.map((name, at) => [name, own[at] ?? '']))
  })
  const answered = cells.filter((row) => row.answered === '1')
  expect(answered).toHaveLength(4)
  expect(answered.find(({ moment }) => moment === 'month-3')).toMatchObject({
    began: '2025-Q1',
    days: '150',
    age: '90',
    treatment: 'hip-replacement',
    mode: 'web',
    hip_knee_pain: '2.5',
  })
  expect(new Set(cells.map(({ person }) => person)).size).toBe(3)
  expect(text).not.toMatch(/Achternaam|1925|1970|2025-0|pat_|enr_/)
})

it('the same person has the same pseudonym within a project, and another in another', async () => {
  const people = async (project: string) => {
    const { text } = await get('data.csv', analyst, query.replace('hip-2026', project))
    return new Set(
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(';')[0]),
    )
  }
  const once = await people('hip-2026')
  expect(await people('hip-2026')).toEqual(once)
  expect((await people('other')).isDisjointFrom(once)).toBe(true)
})

it('comes with a codebook, SPSS syntax, a workbook and FHIR', async () => {
  expect((await get('codebook.csv')).text).toContain('treatment;hip-replacement;')
  expect((await get('syntax.sps')).text).toContain('hip_knee_pain F10.2')
  expect((await get('data.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  const answer = await house.app.request(`/api/exports/${teamId}/observations.ndjson?${query}`, {
    headers: { 'x-test-staff': analyst },
  })
  const lines = (await answer.text()).trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    resourceType: 'Observation',
    valueQuantity: { value: 8 },
  })
})

it('a column holds scores of the version that the codebook names, and no others', async () => {
  const painful = async () =>
    (await get('data.csv')).text.split('\r\n').filter((row) => row.split(';').includes('2.5')).length
  const ofPain = eq(scores.value, 2.5)
  expect(await painful()).toBe(1)
  await house.db.update(scores).set({ scoringVersion: 99 }).where(ofPain)
  expect(await painful()).toBe(0)
  await house.db.update(scores).set({ scoringVersion: 1 }).where(ofPain)
  expect((await get('codebook.csv')).text).toMatch(/scoreversie 1; leeg|scoring version 1; empty/)
})

it('every file is in the log, with whom it was about, for whom and on what ground', async () => {
  const made = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'team.export-made'))
  expect(made.length).toBeGreaterThan(4)
  expect(made).toContainEqual(
    expect.objectContaining({
      purpose: 'HOPERAT',
      objectId: teamId,
      detail: expect.objectContaining({
        destination: 'Register X',
        basis: 'legal-duty',
        file: 'data.csv',
      }) as object,
    }),
  )
  const [page] = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'export.page-made'))
  const whom = await house.db
    .select()
    .from(auditSubjects)
    .where(eq(auditSubjects.eventId, page?.id ?? ''))
  expect(whom).toHaveLength(3)
})

it('is for analysts, and for leads of their own team; it says what is missing', async () => {
  expect((await get('data.csv', lead)).status).toBe(200)
  const clinician = await makeStaff(house, { ...place, role: 'clinician' })
  expect((await get('data.csv', clinician)).status).toBe(403)
  const otherTeam = await makeTeam(house, place.organisationId)
  const otherLead = await makeStaff(house, {
    organisationId: place.organisationId,
    teamId: otherTeam,
    role: 'team-lead',
  })
  expect((await get('data.csv', otherLead)).status).toBe(404)
  const elsewhere = await makeStaff(house, { organisationId: await makeOrganisation(house), role: 'analyst' })
  expect((await get('data.csv', elsewhere)).status).toBe(404)
  expect((await get('data.csv', analyst, 'project=hip-2026')).status).toBe(400)
  expect((await get('data.csv', analyst, query.replace('legal-duty', 'curiosity'))).status).toBe(400)
  expect((await get('other.csv')).status).toBe(422)
})

it('says how complete, soon and usable the data are, of no small group', async () => {
  const ask = async () => (await house.as(lead).get(`/api/exports/${teamId}/quality`)).body as DataQuality
  expect((await ask()).moments.find(({ id }) => id === 'intake')?.figures).toBeNull()
  for (let number = 0; number < 9; number++) {
    const person = await makePerson(house, place)
    const scored = { ...PAIN, value: number === 0 ? null : 5 }
    await makeCourse(house, person, {
      moment: 'intake',
      on: '2025-05-10',
      came: number < 6 ? 'completed' : 'invited',
      scores: [scored],
    })
  }
  const { since, moments, measures } = await ask()
  expect(since).toBe('2025-01-01')
  // opened two weeks before it was due, answered on that day
  expect(moments.find(({ id }) => id === 'intake')?.figures).toEqual({
    expected: 12,
    known: 9,
    days: 14,
    unusable: 1,
    sources: [{ source: 'web', n: 9 }],
  })
  expect(measures.every(({ figures }) => figures === null)).toBe(true)
})
