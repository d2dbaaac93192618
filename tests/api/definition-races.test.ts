import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionSteps, definitionVersions, teams } from '../../server/db/schema/organisations.ts'
import { rescorings } from '../../server/db/schema/rescorings.ts'
import { nameKeeper } from '../../server/organisations/keeper.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// Acts on one version at the same instant, and by whom they are not for: each attack by hand, over HTTP.

let house: House
let esra: ReturnType<House['as']>
let joris: ReturnType<House['as']>
let tess: ReturnType<House['as']>
let stranger: ReturnType<House['as']>
let administrator: ReturnType<House['as']>
beforeAll(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  await nameKeeper(house.db, organisationId)
  const elsewhere = await makeOrganisation(house, { name: 'Ziekenhuis De Brug' })
  const make = async (
    name: string,
    at = organisationId,
    role: 'outcome-editor' | 'administrator' = 'outcome-editor',
  ) => house.as(await makeStaff(house, { organisationId: at, role, name }))
  esra = await make('Esra Polat')
  joris = await make('Joris Blom')
  tess = await make('Tess Vink')
  stranger = await make('Vera Smit', elsewhere)
  administrator = await make('Ada Bos', organisationId, 'administrator')
})
afterAll(() => house.close())

type Desk = typeof esra
const at = (id: string, act = '') => `/api/definitions/${id}${act}`
const printOf = async (id: string) => ((await tess.get(at(id))).body as { fingerprint: string }).fingerprint
const rowOf = async (id: string) =>
  (await house.db.select().from(definitionVersions).where(eq(definitionVersions.id, id)))[0]
const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

let turn = 0
/** A set of its own for each test, as a draft of the writer's. */
async function draftOf(as: Desk = esra) {
  turn += 1
  const content = { ...outcomeSet('cataract'), id: `cataract-${turn}`, version: 1 }
  const { body } = await as.post('/api/definitions', { text: JSON.stringify(content) })
  return { id: (body as { written: { id: string }[] }).written[0]?.id ?? '', content }
}
async function handedIn() {
  const draft = await draftOf()
  const given = { seen: await printOf(draft.id), note: 'Klaar om te bekijken.' }
  expect(await esra.post(at(draft.id, '/submit'), given)).toMatchObject({ status: 200 })
  return { ...draft, seen: given.seen }
}
const publish = (as: Desk, id: string, seen: string) => as.post(at(id, '/publish'), { seen })
const steps = async (id: string, act: string) =>
  house.db.$count(definitionSteps, and(eq(definitionSteps.versionId, id), eq(definitionSteps.act, act)))

test('nobody judges what they wrote, handed in or brought in a file, and nobody of another organisation does', async () => {
  const { id, seen, content } = await handedIn()
  const { id: along } = await draftOf(joris)
  expect(await publish(esra, id, seen)).toMatchObject({ status: 403, body: { code: 'own_work' } })
  for (const [act, given] of [
    ['publish', { seen }],
    ['return', {}],
    ['retire', {}],
    ['submit', { seen: await printOf(along), note: 'Van een ander huis.' }],
  ] as const)
    expect(await stranger.post(at(act === 'submit' ? along : id, `/${act}`), given)).toMatchObject({
      status: 403,
      body: { code: 'not_the_keeper' },
    })
  const put = { text: JSON.stringify(content), seen: (await rowOf(along))?.contentHash }
  expect(await stranger.put(at(along), put)).toMatchObject({ status: 403 })
  expect(
    await stranger.post('/api/definitions', { text: JSON.stringify({ ...content, version: 2 }) }),
  ).toMatchObject({ status: 403 })
  expect((await rowOf(id))?.status).toBe('review')
  // Who brought the words in a file over somebody's draft wrote them too.
  expect(await joris.post(at(id, '/return'), { note: 'Nog niet.' })).toMatchObject({ status: 200 })
  const file = { text: JSON.stringify({ ...content, about: { nl: 'Anders.', en: 'Other.' } }) }
  const replacing = { [id]: (await rowOf(id))?.contentHash }
  expect(await joris.post('/api/definitions', { ...file, replacing })).toMatchObject({ status: 201 })
  expect(await esra.post(at(id, '/submit'), { seen: await printOf(id), note: 'Opnieuw.' })).toMatchObject({
    status: 200,
  })
  expect(await publish(joris, id, await printOf(id))).toMatchObject({ body: { code: 'own_work' } })
  expect(await publish(tess, id, await printOf(id))).toMatchObject({ status: 200 })
})

test('two judges at once: one publishes, or one sends back, and never both', async () => {
  const twice = await handedIn()
  const both = await Promise.all([joris, tess].map((as) => publish(as, twice.id, twice.seen)))
  expect(statuses(both)).toEqual([200, 409])
  expect(await steps(twice.id, 'published')).toBe(1)
  for (let round = 0; round < 4; round += 1) {
    const { id, seen } = await handedIn()
    const [published, returned] = await Promise.all([
      publish(joris, id, seen),
      tess.post(at(id, '/return'), { note: 'Nog niet.' }),
    ])
    expect(statuses([published, returned])).toEqual([200, 409])
    expect((await rowOf(id))?.status).toBe(published.status === 200 ? 'published' : 'draft')
  }
})

test('what is published is what was read, whoever writes at that instant', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, content, seen } = await handedIn()
    const hash = (await rowOf(id))?.contentHash
    const changed = {
      text: JSON.stringify({ ...content, about: { nl: 'Stiekem.', en: 'By stealth.' } }),
      seen: hash,
    }
    const [, , published] = await Promise.all([
      esra.post(at(id, '/return')),
      esra.put(at(id), changed),
      publish(joris, id, seen),
    ])
    const row = await rowOf(id)
    const asRead = { status: 'published', contentHash: hash }
    expect(row).toMatchObject(published.status === 200 ? asRead : { status: 'draft' })
  }
})

test('a set is not handed in while its newest words are not in it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id } = await draftOf()
    const [seen, hash] = [await printOf(id), (await rowOf(id))?.contentHash]
    const [written, submitted] = await Promise.all([
      joris.put(at(id), { text: '{ "half"', seen: hash }),
      esra.post(at(id, '/submit'), { seen, note: 'Klaar om te bekijken.' }),
    ])
    expect([written.status, submitted.status].filter((status) => status === 200)).toHaveLength(1)
    const row = await rowOf(id)
    expect(row).toMatchObject(
      written.status === 200
        ? { status: 'draft', unfinished: '{ "half"' }
        : { status: 'review', unfinished: null },
    )
  }
})

test('what is ended is used by nobody: not by a team, a judge or a set of that instant', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, content, seen } = await handedIn()
    await publish(joris, id, seen)
    const team = { name: `Staar ${round}`, phone: '010 123 45 67', outcomeSet: content.id }
    const [ended, made] = await Promise.all([
      tess.post(at(id, '/retire'), { note: 'Weg ermee.' }),
      administrator.post('/api/organisation/teams', team),
    ])
    expect([ended.status, made.status]).toEqual(ended.status === 200 ? [200, 422] : [422, 200])
    const working = await house.db.$count(teams, eq(teams.outcomeSet, content.id))
    expect((await rowOf(id))?.status).toBe(working > 0 ? 'published' : 'retired')

    const judged = await handedIn()
    const raced = await Promise.all([
      publish(joris, judged.id, judged.seen),
      tess.post(at(judged.id, '/retire'), { note: 'Weg ermee.' }),
    ])
    expect(raced[1].status).toBe(200) // whichever came first, it is ended in the end: no team works with it
    expect((await rowOf(judged.id))?.status).toBe('retired')
  }
})

test('an instrument and the set that names it are not ended and published at once', async () => {
  const base = instrument('eye-check')
  for (let round = 1; round <= 4; round += 1) {
    const own = { ...base, version: base.version + round }
    const set = { ...outcomeSet('cataract'), id: `cataract-named-${round}`, version: 1 }
    const naming = {
      ...set,
      instruments: set.instruments.map((one) => (one.id === own.id ? { ...one, version: own.version } : one)),
    }
    const { body } = await esra.post('/api/definitions', {
      text: JSON.stringify({ outcomeSet: naming, instruments: [own] }),
    })
    const [ofInstrument, ofSet] = (body as { written: { id: string }[] }).written.map(({ id }) => id) as [
      string,
      string,
    ]
    await esra.post(at(ofSet, '/submit'), { seen: await printOf(ofSet), note: 'Samen.' })
    const [published, ended] = await Promise.all([
      publish(joris, ofSet, await printOf(ofSet)),
      tess.post(at(ofInstrument, '/retire'), { note: 'Weg ermee.' }),
    ])
    expect([published.status, ended.status]).toEqual([200, 422])
    expect((await rowOf(ofInstrument))?.status).toBe('published')
  }
})

test('earlier answers are scored again once, however often it is asked at that instant', async () => {
  const running = and(
    eq(definitionVersions.definition, 'hip-knee'),
    eq(definitionVersions.status, 'published'),
  )
  const [row] = await house.db.select().from(definitionVersions).where(running)
  const id = row?.id ?? ''
  const asked = await Promise.all(
    [esra, joris, tess].map((as) => as.post(at(id, '/rescore'), { note: 'De telling is verbeterd.' })),
  )
  expect(statuses(asked)).toEqual([202, 409, 409])
  const open = and(eq(rescorings.versionId, id), isNull(rescorings.finishedAt))
  expect(await house.db.$count(rescorings, open)).toBe(1)
})
