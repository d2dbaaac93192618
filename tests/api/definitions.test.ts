import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { installDefinitions } from '../../server/definitions/install.ts'
import { nameKeeper } from '../../server/organisations/keeper.ts'
import { instrument, outcomeSet, shipped } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let editor: ReturnType<House['as']>
let organisationId: string
let judge: ReturnType<House['as']>
beforeEach(async () => {
  house = await openHouse()
  organisationId = await makeOrganisation(house)
  editor = house.as(await makeStaff(house, { organisationId, role: 'outcome-editor' }))
  judge = house.as(await makeStaff(house, { organisationId, role: 'outcome-editor' }))
})
afterEach(() => house.close())

type Row = { id: string; definition: string; version: number; status: string; canBeSent: boolean }
const rowsOf = async (definition: string) =>
  ((await editor.get('/api/definitions')).body as { versions: Row[] }).versions.filter(
    (row) => row.definition === definition,
  )

type SetChange = Partial<ReturnType<typeof outcomeSet>>
type InstrumentChange = Partial<ReturnType<typeof instrument>>

const at = (id: string | undefined, act = '') => `/api/definitions/${id}${act}`
const seenOf = async (id: string | undefined) =>
  ((await editor.get(at(id))).body as { fingerprint: string }).fingerprint

/** The editor hands a draft in. */
const handIn = async (id: string | undefined) =>
  editor.post(at(id, '/submit'), { seen: await seenOf(id), note: 'Kortere vragen.' })

/** … and the second person publishes it. */
const publish = async (id: string | undefined, as = judge) =>
  as.post(at(id, '/publish'), { seen: await seenOf(id) })

/** The same files, in which somebody changed an outcome set. */
const withSet = (change: SetChange, id = 'breast-cancer') => ({
  ...shipped,
  outcomeSets: new Map(shipped.outcomeSets).set(id, { ...outcomeSet(id), ...change }),
})

const withInstrument = (change: InstrumentChange, id = 'hip-knee') => ({
  ...shipped,
  instruments: new Map(shipped.instruments).set(id, { ...instrument(id), ...change }),
})

const news = { nl: 'Nieuw.', en: 'New.' }
const shippedVersion = outcomeSet('breast-cancer').version
const next = shippedVersion + 1
const changedFiles = () => withSet({ version: next, about: news })

test('a changed file waits as a draft until a second person publishes it; what ran before is retired, not lost', async () => {
  const before = await house.deps.definitions.current('breast-cancer')
  expect(await installDefinitions(house.deps, changedFiles())).toEqual([
    { kind: 'outcome-set', id: 'breast-cancer', version: next, as: 'draft' },
  ])
  expect((await house.deps.definitions.current('breast-cancer'))?.id).toBe(before?.id)
  expect(await installDefinitions(house.deps, changedFiles())).toEqual([]) // the next start finds the same draft

  const [draft] = await rowsOf('breast-cancer')
  expect((await handIn(draft?.id)).status).toBe(200)
  expect((await publish(draft?.id)).status).toBe(200)
  expect((await rowsOf('breast-cancer')).map(({ version, status }) => [version, status])).toEqual([
    [next, 'published'],
    [shippedVersion, 'retired'],
  ])
  expect((await house.deps.definitions.current('breast-cancer'))?.set.about.en).toBe('New.')
  expect((await house.deps.definitions.version(before?.id ?? '')).set.version).toBe(shippedVersion)
})

test('what an earlier release stored, without a default that came since, is the same version and can be read', async () => {
  const current = instrument('hip-knee')
  const older = { ...current, items: current.items.map((item) => ({ ...item, codes: undefined })) }
  await house.db
    .update(definitionVersions)
    .set({ content: JSON.stringify(older), contentHash: 'as it was hashed then' })
    .where(and(eq(definitionVersions.kind, 'instrument'), eq(definitionVersions.definition, 'hip-knee')))
  expect(await installDefinitions(house.deps, shipped)).toEqual([])
  const read = await house.deps.definitions.current('hip-knee-osteoarthritis')
  expect(read?.instruments.get('hip-knee')).toEqual(current)
})

test('a draft with a title that is too long today is shown and refused, and stops no set that names another version', async () => {
  const { version } = instrument('hip-knee')
  const title = { nl: 'Lang '.repeat(40).trim(), en: 'Long' }
  await installDefinitions(house.deps, withInstrument({ version: version + 1, title }))
  const [draft] = await rowsOf('hip-knee')
  expect(draft).toMatchObject({ version: version + 1, status: 'draft' })
  expect((await handIn(draft?.id)).body).toMatchObject({ code: 'faults' })
  const read = await house.deps.definitions.current('hip-knee-osteoarthritis')
  expect(read?.instruments.get('hip-knee')?.version).toBe(version)
})

test('a version is published once; one that does not exist is not found', async () => {
  await installDefinitions(house.deps, changedFiles())
  const [draft] = await rowsOf('breast-cancer')
  await handIn(draft?.id)
  const answers = await Promise.all([1, 2, 3].map(() => publish(draft?.id)))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
  expect((await judge.post('/api/definitions/def_nowhere/publish', { seen: 'x' })).status).toBe(404)
})

test('one organisation publishes for all: nobody changes what another one asks', async () => {
  await installDefinitions(house.deps, changedFiles())
  const [draft] = await rowsOf('breast-cancer')
  const other = await makeOrganisation(house, { name: 'Ziekenhuis De Linden' })
  const neighbour = house.as(await makeStaff(house, { organisationId: other, role: 'outcome-editor' }))
  expect((await handIn(draft?.id)).body).toMatchObject({ code: 'not_the_keeper' }) // nobody said who does

  await nameKeeper(house.db, organisationId)
  expect((await neighbour.get('/api/definitions')).body).toMatchObject({
    keptHere: false,
    keptBy: 'Ziekenhuis De Vaart',
  })
  expect((await handIn(draft?.id)).status).toBe(200)
  expect((await publish(draft?.id, neighbour)).status).toBe(403)
  expect((await editor.get('/api/definitions')).body).toMatchObject({ keptHere: true, keptBy: null })
  expect((await publish(draft?.id)).status).toBe(200)
})

test('an instrument without wording is known, and cannot be sent', async () => {
  expect((await rowsOf('phq-9')).map(({ canBeSent }) => canBeSent)).toEqual([false])
  expect((await rowsOf('hip-knee')).map(({ canBeSent }) => canBeSent)).toEqual([true])
})

test('a changed file that keeps its version is refused by name, and nothing of the others is taken in', async () => {
  const { version } = instrument('hip-knee')
  const { instruments } = withInstrument({ title: news })
  await expect(installDefinitions(house.deps, { ...changedFiles(), instruments })).rejects.toThrow(
    `instruments/hip-knee.json: the file changed, but still says version ${version}; write "version": ${version + 1}`,
  )
  expect(await rowsOf('breast-cancer')).toHaveLength(1)

  await installDefinitions(house.deps, withInstrument({ version: version + 2 }))
  await expect(installDefinitions(house.deps, withInstrument({ version: version + 1 }))).rejects.toThrow(
    `instruments/hip-knee.json: version ${version + 1} is new here, but older than version ${version + 2}; write "version": ${version + 3}`,
  )
})

test('an instrument of which only the version was raised is there for the set that names it', async () => {
  const id = 'hip-knee-osteoarthritis'
  const raised = instrument('hip-knee').version + 1
  const named = outcomeSet(id).instruments.map((used) =>
    used.id === 'hip-knee' ? { ...used, version: raised } : used,
  )
  const { outcomeSets } = withSet({ version: outcomeSet(id).version + 1, instruments: named }, id)
  await installDefinitions(house.deps, { ...withInstrument({ version: raised }), outcomeSets })

  const draft = (await rowsOf(id)).find(({ status }) => status === 'draft')
  await handIn(draft?.id)
  expect((await publish(draft?.id)).status).toBe(200)
  expect((await house.deps.definitions.current(id))?.instruments.get('hip-knee')?.version).toBe(raised)
  expect((await rowsOf('hip-knee')).map(({ version, status }) => [version, status])).toEqual([
    [raised, 'published'],
    [raised - 1, 'retired'],
  ])
})

test('a set that names an instrument nobody installed is not handed in', async () => {
  await installDefinitions(
    house.deps,
    withSet({
      version: next,
      instruments: [...outcomeSet('breast-cancer').instruments, { id: 'nowhere', version: 7 }],
    }),
  )
  const [draft] = await rowsOf('breast-cancer')
  const answer = await handIn(draft?.id)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ code: 'faults' })
  expect(JSON.stringify(answer.body)).toContain('Vragenlijst “nowhere” › id')
  expect((await rowsOf('breast-cancer')).map(({ status }) => status)).toEqual(['draft', 'published'])
})

test('a version that today’s program cannot read is listed as such, and takes no other with it', async () => {
  const [row] = await rowsOf('hip-knee')
  const stored = { ...instrument('hip-knee'), items: 'none' }
  await house.db
    .update(definitionVersions)
    .set({ content: JSON.stringify(stored) })
    .where(eq(definitionVersions.id, row?.id ?? ''))
  expect(await rowsOf('hip-knee')).toMatchObject([
    { unreadable: 'items', title: { en: 'hip-knee' }, canBeSent: false },
  ])
  expect(await rowsOf('breast-cancer')).toMatchObject([{ unreadable: null, canBeSent: true }])
})
