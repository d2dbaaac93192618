import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publications as table } from '../../server/db/schema/improving.ts'
import { teams } from '../../server/db/schema/organisations.ts'
import { memberships } from '../../server/db/schema/staff.ts'
import { makeCourse, makePerson, makeStageEntry } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let teamId: string
let lead: string
let board: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  const place = { organisationId, teamId }
  lead = await makeStaff(house, { ...place, role: 'team-lead', name: 'Evert Talsma' })
  board = await makeStaff(house, { organisationId, role: 'board' })
  const scores = (value: number) => [{ instrument: 'hip-knee', scale: 'pain', value }]
  for (let number = 0; number < 33; number++) {
    const person = await makePerson(house, place)
    await makeStageEntry(house, person, 'surgery', '2025-05-01')
    await makeCourse(house, person, {
      moment: 'intake',
      on: '2025-04-10',
      came: 'completed',
      scores: scores(8),
    })
    await makeCourse(house, person, {
      moment: 'month-3',
      on: '2025-08-10',
      came: number < 28 ? 'completed' : 'invited',
      scores: scores(number < 15 ? 2 : 8),
    })
  }
})
afterAll(() => house.close())

const anybody = () => house.as(null)
const publications = async (as: string) =>
  (await house.as(as).get('/api/publications')).body as {
    publications: { id: string; approvedAt: string | null; content: { figures: { id: string }[] } }[]
    mayApprove: boolean
    led: { id: string }[]
  }

it('nothing is public but what a lead proposed and the board approved', async () => {
  expect((await anybody().get(`/uitkomsten/${teamId}`)).status).toBe(404)
  expect((await anybody().get('/uitkomsten')).body).toContain('Er is nog geen team')
  expect((await house.as(board).post('/api/publications', { teamId })).status).toBe(403)

  const proposed = await house.as(lead).post('/api/publications', { teamId })
  expect(proposed.status).toBe(201)
  const { id } = proposed.body as { id: string }
  expect((await anybody().get(`/uitkomsten/${teamId}`)).status).toBe(404)
  expect(await house.as(lead).post('/api/publications', { teamId })).toMatchObject({
    status: 409,
    body: { code: 'already_proposed' },
  })
  expect((await house.as(lead).put(`/api/publications/${id}/approved`)).status).toBe(403)
  expect(await publications(lead)).toMatchObject({ mayApprove: false, led: [{ id: teamId }] })
  expect(await publications(board)).toMatchObject({ mayApprove: true, led: [], publications: [{ id }] })

  const proposedAt = (at: string) => house.db.update(table).set({ proposedAt: at }).where(eq(table.id, id))
  await proposedAt('2025-11-01T08:00:00.000Z')
  expect((await house.as(board).put(`/api/publications/${id}/approved`)).body).toMatchObject({
    code: 'proposal_old',
  })
  await proposedAt('2026-03-02T08:00:00.000Z')
  expect((await house.as(board).put(`/api/publications/${id}/approved`)).status).toBe(200)
  expect((await house.as(board).put(`/api/publications/${id}/approved`)).status).toBe(409)
})

it('the page is rounded, without small groups, without prices or people who work here, and can be kept', async () => {
  const { status, body, headers } = await anybody().get(`/uitkomsten/${teamId}`)
  expect(status).toBe(200)
  const page = String(body)
  // 15 of 28 were clearly better: 54 %, told as 55; 28 of 33 answered: 85 %
  expect(page).toMatch(/Duidelijk minder pijn na 3 maanden.*?55\s%.*?ongeveer\s30/s)
  expect(page).toContain('antwoordden er ongeveer 85')
  expect(page).toMatch(/Diepe infectie binnen 90 dagen.*?minder dan 10 mensen/s)
  expect(page).not.toMatch(/€|Evert Talsma/)
  expect(headers.get('cache-control')).toBe('public, max-age=3600')
  const again = await house.app.request(`/uitkomsten/${teamId}`, {
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
  expect(String((await anybody().get(`/uitkomsten/${teamId}?language=en`)).body)).toContain(
    'How patients fare',
  )
  expect(String((await anybody().get('/uitkomsten')).body)).toContain(`/uitkomsten/${teamId}`)
})

it('can be downloaded as data, with what each field means', async () => {
  const data = String((await anybody().get(`/uitkomsten/${teamId}/data.csv`)).body)
  expect(data).toMatch(/^\uFEFF?organisation;team;from;to;indicator;kind;value;bound;n\r\n/)
  expect(data).toContain(';2025-01;2025-12;pain-better;share;0.55;;30\r\n')
  expect(data).toContain(';deep-infection;share;;;\r\n')
  const codebook = String((await anybody().get(`/uitkomsten/${teamId}/codebook.csv`)).body)
  expect(codebook).toContain('pain-better;denominator;')
})

it('is described for catalogues of open data, and told in words for who refers', async () => {
  const { body, headers } = await anybody().get('/uitkomsten/catalog.jsonld')
  expect(headers.get('content-type')).toBe('application/ld+json')
  const catalogue = (typeof body === 'string' ? JSON.parse(body) : body) as Record<string, object[]>
  expect(catalogue).toMatchObject({ '@type': 'dcat:Catalog' })
  expect(catalogue['dcat:dataset']).toHaveLength(1)
  expect(catalogue['dcat:dataset']?.[0]).toMatchObject({
    '@type': 'dcat:Dataset',
    'dct:temporal': {
      'dcat:startDate': { '@value': '2025-01-01' },
      'dcat:endDate': { '@value': '2025-12-31' },
    },
    'dcat:distribution': {
      'dcat:downloadURL': { '@id': expect.stringMatching(`/uitkomsten/${teamId}/data.csv$`) as unknown },
    },
  })
  const page = String((await anybody().get(`/uitkomsten/${teamId}/verwijzers`)).body)
  expect(page).toMatch(/Duidelijk minder pijn na 3 maanden<\/b>: dat geldt voor ongeveer 55 van de 100\./)
  expect(page).toContain('minder dan 10 mensen')
  expect(page).not.toMatch(/Respons na 3 maanden|€|Evert Talsma/)
})

it('is approved by somebody else than who proposed it, whatever roles they hold', async () => {
  const { body } = await house.as(lead).post('/api/publications', { teamId })
  const { id } = body as { id: string }
  const also = { id: house.deps.newId('mem'), staffId: lead, teamId: null, role: 'board', from: '2020-01-01' }
  await house.db.insert(memberships).values(also)
  expect(await house.as(lead).put(`/api/publications/${id}/approved`)).toMatchObject({
    status: 403,
    body: { code: 'own_work' },
  })
  expect((await publications(lead)).publications).toContainEqual(
    expect.objectContaining({ id, approvedAt: null }),
  )
  await house.db.delete(memberships).where(eq(memberships.id, also.id))
  expect((await house.as(lead).delete(`/api/publications/${id}`)).status).toBe(200)
})

it('a lead elsewhere, who is a clinician here, reads no proposal and takes nothing off', async () => {
  const { organisationId } = await house.db
    .select({ organisationId: teams.organisationId })
    .from(teams)
    .where(eq(teams.id, teamId))
    .then(([team]) => team ?? { organisationId: '' })
  const elsewhere = await makeTeam(house, organisationId)
  const both = await makeStaff(house, { organisationId, teamId: elsewhere, role: 'team-lead' })
  await house.db.insert(memberships).values({
    id: house.deps.newId('mem'),
    staffId: both,
    teamId,
    role: 'clinician',
    from: '2020-01-01',
  })
  const { publications: shown } = await publications(board)
  expect(shown.length).toBeGreaterThan(0)
  expect(await publications(both)).toMatchObject({ publications: [], led: [{ id: elsewhere }] })
  for (const { id } of shown)
    expect((await house.as(both).delete(`/api/publications/${id}`)).status).toBe(404)
})

it('a newer one takes its place; taken back, nothing is left', async () => {
  const { body } = await house.as(lead).post('/api/publications', { teamId })
  const { id } = body as { id: string }
  await house.as(board).put(`/api/publications/${id}/approved`)
  expect((await publications(lead)).publications.map((one) => one.id)).toEqual([id])
  expect((await house.as(lead).delete(`/api/publications/${id}`)).status).toBe(200)
  expect((await house.as(lead).delete(`/api/publications/${id}`)).status).toBe(409)
  for (const path of ['', '/data.csv', '/codebook.csv'])
    expect((await anybody().get(`/uitkomsten/${teamId}${path}`)).status).toBe(404)
})
