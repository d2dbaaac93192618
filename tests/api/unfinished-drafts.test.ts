import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// Somebody is half way with a set: what is not right yet is kept, and nothing else is ever done with it.

let house: House
let esra: ReturnType<House['as']>
let joris: ReturnType<House['as']>
beforeAll(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  const make = (name: string) => makeStaff(house, { organisationId, role: 'outcome-editor', name })
  esra = house.as(await make('Esra Polat'))
  joris = house.as(await make('Joris Blom'))
})
afterAll(() => house.close())

type Draft = {
  draftHash: string
  fingerprint: string
  content: string
  unfinished: string | null
  steps: { act: string; staffName: string; at: string }[]
}
const at = (id: string, act = '') => `/api/definitions/${id}${act}`
const look = async (id: string) => (await joris.get(at(id))).body as Draft
const begin = async (json: object) => {
  const { body } = await esra.post('/api/definitions', { text: JSON.stringify(json) })
  return (body as { written: { id: string }[] }).written[0]?.id ?? ''
}
const write = async (as: typeof esra, id: string, text: string, seen?: string) => {
  const answer = await as.put(at(id), { text, seen: seen ?? (await look(id)).draftHash })
  return { ...answer, draftHash: (answer.body as Draft).draftHash }
}
const nextOf = (id: string) => ({ ...outcomeSet(id), version: outcomeSet(id).version + 1 })
const handIn = async (id: string) =>
  esra.post(at(id, '/submit'), { seen: (await look(id)).fingerprint, note: 'Klaar om te bekijken.' })

const halves = [
  ['a line that breaks off', '{ "id": "cataract", "moments": ['],
  ['a set that names what is not there', JSON.stringify({ ...nextOf('cataract'), measures: [{ id: 'x' }] })],
  ['nothing of a set', '[null, "𝒳\ud800"]'],
  ['a character that no database keeps', '{ \u0000 }'],
  ['the words of another set', JSON.stringify(nextOf('stroke'))],
  [
    'a set with its questionnaires',
    JSON.stringify({ outcomeSet: nextOf('cataract'), instruments: [instrument('hip-knee')] }),
  ],
] as const

test('a text with faults is kept as it was typed, and is neither handed in nor read as a set', async () => {
  const id = await begin(nextOf('cataract'))
  const { content } = await look(id)
  for (const [name, text] of halves) {
    expect(await write(esra, id, text), name).toMatchObject({ status: 200 })
    const kept = await look(id)
    expect(kept, name).toMatchObject({
      content,
      unfinished: text.toWellFormed().replaceAll('\0', ''),
    })
    expect(await handIn(id), name).toMatchObject({ status: 422, body: { code: 'unfinished' } })
    const faults = (await esra.post(at(id, '/check'), { text: kept.unfinished })).body
    expect(faults, name).not.toEqual({ faults: [] })
    for (const page of ['/pace', '/file', '/questionnaire'])
      expect((await joris.get(at(id, page))).status, name).toBeLessThan(500)
  }
  const { versions } = (await joris.get('/api/definitions')).body as {
    versions: { id: string; hasFaults: boolean }[]
  }
  expect(versions.filter(({ hasFaults }) => hasFaults).map((one) => one.id)).toEqual([id])

  const right = { ...nextOf('cataract'), about: { nl: 'Nu af.', en: 'Done now.' } }
  expect(await write(esra, id, JSON.stringify(right))).toMatchObject({ status: 200 })
  expect(await look(id)).toMatchObject({ content: JSON.stringify(right), unfinished: null })
  expect(await handIn(id)).toMatchObject({ status: 200 })
})

test('what is too large or too deep to be a definition is not kept', async () => {
  const id = await begin(nextOf('breast-cancer'))
  for (const text of ['['.repeat(50), `"${'x'.repeat(9000)}"`, ' '.repeat(1_000_001)])
    expect(await write(esra, id, text)).toMatchObject({ status: 422, body: { code: 'faults' } })
  expect(await look(id)).toMatchObject({ unfinished: null })
})

test('of two who write one draft the second is told by whom and when, and nothing is overwritten', async () => {
  const id = await begin(nextOf('stroke'))
  const { draftHash } = await look(id)
  house.pass(60_000)
  const both = await Promise.all([write(esra, id, '{ "a"', draftHash), write(joris, id, '{ "b"', draftHash)])
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
  const [first, second] = both[0].status === 200 ? (['Esra', 'Joris'] as const) : (['Joris', 'Esra'] as const)
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'changed_meanwhile',
    detail: { by: expect.stringContaining(first) as string, at: house.deps.now().toISOString(), mine: false },
  })
  expect((await look(id)).unfinished).toBe(first === 'Esra' ? '{ "a"' : '{ "b"')
  expect(await write(second === 'Esra' ? esra : joris, id, '{ "c"')).toMatchObject({ status: 200 })
})

test('a sitting is one step and one line of the log, with the time of its last word', async () => {
  const id = await begin(nextOf('copd'))
  for (const text of ['{', '{ "', '{ "a']) {
    house.pass(20 * 60_000)
    await write(esra, id, text)
  }
  const last = house.deps.now().toISOString()
  house.pass(60_000)
  await write(joris, id, '{ "b')
  house.pass(61 * 60_000)
  await write(joris, id, '{ "c')
  const { steps } = await look(id)
  expect(steps.map(({ act, staffName }) => [act, staffName])).toEqual([
    ['written', 'Esra Polat'],
    ['written', 'Joris Blom'],
    ['written', 'Joris Blom'],
  ])
  expect(steps[0]?.at).toBe(last)
  expect(await house.db.$count(auditEvents, eq(auditEvents.objectId, id))).toBe(3)
})

test('a wording is not laid over what somebody is writing', async () => {
  const wordless = instrument('phq-2')
  const id = await begin({ ...wordless, version: wordless.version + 1, minutes: wordless.minutes + 1 })
  await write(esra, id, '{ "id": "phq-2"')
  const sheet = 'item;taal;tekst;opties\nphq2_1;nl;Vraag een?;0=Nooit|1=Soms|2=Vaak|3=Altijd'
  const file = { name: 'phq-2.csv', language: 'nl', base64: Buffer.from(sheet).toString('base64') }
  const given = { file, chosen: {}, licence: wordless.licence, looked: true }
  const laid = await joris.post(at(id, '/wording'), given)
  expect(laid).toMatchObject({ status: 409, body: { code: 'unfinished' } })
  expect((await look(id)).unfinished).toBe('{ "id": "phq-2"')
})
