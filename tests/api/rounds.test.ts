import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { roundAnswers, roundLinks } from '../../server/db/schema/rounds.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { openBrowser } from '../support/patient-browser.ts'

// Colleagues and partners answer without a name: a link works once, and what was said is shown from five answers on.

let house: House
let teamId: string
let lead: ReturnType<House['as']>
let nurse: ReturnType<House['as']>
let stranger: ReturnType<House['as']>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  const organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  const other = await makeTeam(house, organisationId)
  const make = async (role: 'clinician' | 'team-lead', team: string) =>
    house.as(await makeStaff(house, { organisationId, teamId: team, role }))
  lead = await make('team-lead', teamId)
  nurse = await make('clinician', teamId)
  stranger = await make('clinician', other)
})
afterAll(() => house.close())

const DAY_MS = 86_400_000
const dayAfter = (now: Date, days: number) =>
  new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)

const path = () => `/api/teams/${teamId}/rounds`
const begin = async (people: number) => {
  const { status, body } = await lead.post(path(), { instrument: 'team-work', people, days: 14 })
  expect(status).toBe(201)
  const { id, links } = body as { id: string; links: string[] }
  return { id, links: links.map((link) => new URL(link).pathname) }
}
type Round = {
  id: string
  isOpen: boolean
  answered: number
  invited: number
  result: { scales: object[] } | null
}
const roundOf = async (id: string) =>
  ((await nurse.get(path())).body as { rounds: Round[] }).rounds.find((one) => one.id === id)

const isRunning = and(
  eq(definitionVersions.definition, 'team-work'),
  eq(definitionVersions.status, 'published'),
)

const ITEMS = [
  'aim',
  'interests',
  'speak_up',
  'heard',
  'who_does_what',
  'agreements',
  'information',
  'outcomes',
]
const filled = (value: number) => Object.fromEntries(ITEMS.map((item) => [item, String(value)]))
const answer = (link: string, fields: Record<string, string>) => openBrowser(house).press(link, fields)

test('a link asks once, in five languages, and keeps nothing but the answers', async () => {
  const { links } = await begin(5)
  const [link = ''] = links
  const browser = openBrowser(house)
  const page = await (await browser.get(`${link}?in=en`)).text()
  expect(page).toContain('Is it clear to you what this team wants to achieve?')
  expect(page).toContain('Without names')
  expect((await answer(link, {})).status).toBe(422)
  expect((await answer(link, { ...filled(3), joy: '7', would_help: 'Minder systemen.' })).status).toBe(200)
  expect((await answer(link, filled(1))).status).toBe(404)
  expect((await browser.get(link)).status).toBe(404)
  const [kept] = await house.db.select().from(roundAnswers)
  expect(Object.keys(kept ?? {}).toSorted()).toEqual(['answers', 'id', 'roundId'])
  expect(kept?.answers).toMatchObject({ aim: 3, joy: 7, would_help: 'Minder systemen.' })
  expect(await house.db.select().from(roundLinks)).toHaveLength(4)
})

test('what cannot be kept is said, and what was filled in stands there again', async () => {
  const { links } = await begin(5)
  const [link = ''] = links
  const long = `Minder ${'x'.repeat(2000)}`
  const answered = await answer(link, { ...filled(3), would_help: long })
  const page = await answered.text()
  expect(answered.status).toBe(422)
  expect(page).toContain('role="alert"')
  expect(page).toContain(long)
  expect(page).toMatch(/name="aim" value="3" checked/)
  expect((await answer(link, { ...filled(3), would_help: 'Minder.' })).status).toBe(200)
})

test('the outcome is shown when the round is over, and only from five answers on', async () => {
  const { id, links } = await begin(6)
  for (const link of links.slice(0, 5)) expect((await answer(link, filled(2))).status).toBe(200)
  expect(await roundOf(id)).toMatchObject({ isOpen: true, answered: 5, invited: 6, result: null })
  expect((await nurse.put(`${path()}/${id}/ended`)).status).toBe(403)
  expect((await lead.put(`${path()}/${id}/ended`)).status).toBe(200)
  house.pass(1000)
  const over = await roundOf(id)
  expect(over?.result?.scales).toContainEqual({ scale: 'together', mean: 50, n: 5 })
  expect((await answer(links[5] ?? '', filled(4))).status).toBe(404)
  expect(await lead.put(`${path()}/${id}/ended`)).toMatchObject({ status: 409, body: { code: 'round_over' } })
})

test('no row tells in which order people answered, and the count goes up by five', async () => {
  const { id, links } = await begin(13)
  const kept = () =>
    house.db
      .select({ id: roundAnswers.id, answers: roundAnswers.answers })
      .from(roundAnswers)
      .where(eq(roundAnswers.roundId, id))
  const orders = new Set<string>()
  let earlier: string[] = []
  for (const [place, link] of links.entries()) {
    expect((await answer(link, { would_help: `als nummer ${place}` })).status).toBe(200)
    const rows = await kept()
    expect(rows).toHaveLength(place + 1)
    expect(rows.filter((row) => earlier.includes(row.id))).toEqual([])
    earlier = rows.map((row) => row.id)
    orders.add(
      String(rows.findIndex(({ answers }) => answers.would_help === `als nummer ${place}`) === place),
    )
    expect(await roundOf(id)).toMatchObject({ answered: Math.floor((place + 1) / 5) * 5 })
  }
  expect(orders).toContain('false')
})

test('four answers stay hidden for ever', async () => {
  const { id, links } = await begin(5)
  for (const link of links.slice(0, 4)) await answer(link, filled(2))
  house.pass(15 * DAY_MS)
  expect(await roundOf(id)).toMatchObject({ isOpen: false, answered: 4, result: null })
})

test('only its lead begins a round, with a questionnaire for colleagues; other teams do not see it', async () => {
  const given = { instrument: 'team-work', people: 5, days: 7 }
  expect((await nurse.post(path(), given)).status).toBe(403)
  expect((await stranger.get(path())).status).toBe(404)
  expect(await lead.post(path(), { ...given, instrument: 'everyday-mood' })).toMatchObject({
    status: 422,
    body: { code: 'not_for_staff' },
  })
  expect((await lead.post(path(), { ...given, people: 4 })).status).toBe(400)
})

test('a round ends no later than the licence of its questions', async () => {
  const [row] = await house.db.select().from(definitionVersions).where(isRunning)
  const before = { content: row?.content ?? '' }
  const content = JSON.parse(before.content) as { licence: object }
  const limited = { ...content, licence: { ...content.licence, validTo: dayAfter(house.deps.now(), 3) } }
  await house.db
    .update(definitionVersions)
    .set({ content: JSON.stringify(limited) })
    .where(isRunning)
  const { links } = await begin(5)
  await house.db.update(definitionVersions).set(before).where(isRunning)
  const [first = '', second = ''] = links
  house.pass(3 * DAY_MS)
  expect((await answer(first, filled(2))).status).toBe(200)
  house.pass(DAY_MS)
  expect((await answer(second, filled(2))).status).toBe(404)
})

test('a question that hangs on an answer comes once that answer is given, and its answer counts only then', async () => {
  const { links } = await begin(5)
  const [first = '', second = ''] = links
  const [row] = await house.db.select().from(definitionVersions).where(isRunning)
  const content = JSON.parse(row?.content ?? '{}') as { form: { pages: { elements: object[] }[] } }
  const pages = content.form.pages.map((page) => ({
    ...page,
    elements: page.elements.map((one) =>
      (one as { name: string }).name === 'would_help' ? { ...one, visibleIf: '{joy} < 5' } : one,
    ),
  }))
  const changed = { ...content, form: { ...content.form, pages } }
  await house.db
    .update(definitionVersions)
    .set({ content: JSON.stringify(changed) })
    .where(isRunning)
  expect(await (await openBrowser(house).get(first)).text()).not.toContain('name="would_help"')
  const asked = await answer(first, { joy: '2' })
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('name="at-shown" value="would_help"')
  expect((await answer(first, { joy: '2', would_help: 'Rust.', 'at-shown': 'would_help' })).status).toBe(200)
  expect((await answer(second, { joy: '9', would_help: 'Niets.', 'at-shown': 'would_help' })).status).toBe(
    200,
  )
  const kept = (await house.db.select().from(roundAnswers)).map(({ answers }) => answers)
  expect(kept).toContainEqual({ joy: 2, would_help: 'Rust.' })
  expect(kept).toContainEqual({ joy: 9 })
})
