import { afterEach, beforeEach, expect, test } from 'vitest'
import { installDefinitions } from '../../server/definitions/install.ts'
import { shipped } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let editor: ReturnType<House['as']>
beforeEach(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  editor = house.as(await makeStaff(house, { organisationId, role: 'outcome-editor' }))
})
afterEach(() => house.close())

type Row = { id: string; definition: string; version: number; status: string; canBeSent: boolean }
const rowsOf = async (definition: string) =>
  ((await editor.get('/api/definitions')).body as Row[]).filter((row) => row.definition === definition)

/** The same files, in which somebody changed what an outcome set is about. */
function changedFiles() {
  const set = shipped.outcomeSets.get('breast-cancer')
  if (!set) throw new Error('The set is not shipped')
  const changed = { ...set, about: { nl: 'Nieuw.', en: 'New.' } }
  return { ...shipped, outcomeSets: new Map(shipped.outcomeSets).set(set.id, changed) }
}

test('a changed file waits as a draft until an editor publishes it; what ran before is retired, not lost', async () => {
  const before = await house.deps.definitions.current('breast-cancer')
  expect(await installDefinitions(house.deps, changedFiles())).toEqual([
    { kind: 'outcome-set', id: 'breast-cancer', version: 2, as: 'draft' },
  ])
  expect((await house.deps.definitions.current('breast-cancer'))?.id).toBe(before?.id)
  expect(await installDefinitions(house.deps, changedFiles())).toEqual([]) // the next start finds the same draft

  const [draft] = await rowsOf('breast-cancer')
  expect((await editor.post(`/api/definitions/${draft?.id}/publish`)).status).toBe(200)
  expect((await rowsOf('breast-cancer')).map(({ version, status }) => [version, status])).toEqual([
    [2, 'published'],
    [1, 'retired'],
  ])
  expect((await house.deps.definitions.current('breast-cancer'))?.set.about.en).toBe('New.')
  expect((await house.deps.definitions.version(before?.id ?? '')).set.version).toBe(1)
})

test('a version is published once; one that does not exist is not found', async () => {
  await installDefinitions(house.deps, changedFiles())
  const [draft] = await rowsOf('breast-cancer')
  const answers = await Promise.all([1, 2, 3].map(() => editor.post(`/api/definitions/${draft?.id}/publish`)))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409])
  expect((await editor.post('/api/definitions/def_nowhere/publish')).status).toBe(404)
})

test('an instrument without wording is known, and cannot be sent', async () => {
  expect((await rowsOf('phq-9')).map(({ canBeSent }) => canBeSent)).toEqual([false])
  expect((await rowsOf('hip-knee')).map(({ canBeSent }) => canBeSent)).toEqual([true])
})
