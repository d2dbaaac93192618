import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolments } from '../../server/db/schema/care.ts'
import { movings } from '../../server/db/schema/movings.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { rescorings } from '../../server/db/schema/rescorings.ts'
import { contentHashOf } from '../../server/definitions/install.ts'
import { moveSome } from '../../server/editor/moving/move-some.ts'
import { moveOn } from '../../server/editor/moving/start-moving.ts'
import { rescoreOn } from '../../server/editor/start-rescoring.ts'
import { type Care, makeCare, makePath } from '../support/care.ts'
import { outcomeSet } from '../support/definitions.ts'
import { type House, openHouse } from '../support/house.ts'

// What a new version brings with it is done in turns: what broke off goes on there, and what fails holds up nothing else.

let house: House
let care: Care
const old = outcomeSet('hip-knee-osteoarthritis')

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  care = await makeCare(house)
})
afterAll(() => house.close())

const begun = () => ({
  organisationId: care.organisationId,
  startedBy: care.staffId,
  startedAt: house.deps.now().toISOString(),
  behind: '',
})

async function publishNext(): Promise<string> {
  const next = { ...old, version: old.version + 1, about: { ...old.about, en: 'Once more.' } }
  const id = house.deps.newId('def')
  const at = house.deps.now().toISOString()
  await house.db
    .update(definitionVersions)
    .set({ status: 'retired' })
    .where(and(eq(definitionVersions.kind, 'outcome-set'), eq(definitionVersions.definition, old.id)))
  await house.db.insert(definitionVersions).values({
    id,
    kind: 'outcome-set',
    definition: old.id,
    version: next.version,
    status: 'published',
    content: JSON.stringify(next),
    contentHash: contentHashOf(next),
    createdAt: at,
    publishedAt: at,
  })
  return id
}

async function readMoving(id: string) {
  const [row] = await house.db.select().from(movings).where(eq(movings.id, id))
  if (!row) throw new Error('It was begun')
  return row
}

test('care paths that were going over when the server ended go on there, and none of them twice', async () => {
  for (let paths = 0; paths < 3; paths++) await makePath(house, care)
  const next = await publishNext()
  const id = house.deps.newId('mov')
  await house.db.insert(movings).values({ id, versionId: next, ...begun(), moved: 0, stayed: 0 })
  const goneOver = async () => {
    const rows = await house.db.select().from(enrolments).orderBy(asc(enrolments.id))
    return rows.map(({ setVersionId, movedAt }) => [setVersionId === next, movedAt])
  }
  const [first, second] = ['2026-03-02T08:00:00.000Z', '2026-03-02T09:00:00.000Z']
  const minuteLater = '2026-03-02T08:01:00.000Z'

  await moveSome(house.deps, await readMoving(id), 1)
  const halfway = [
    [true, first],
    [false, null],
    [false, null],
  ]
  expect(await goneOver()).toEqual(halfway)
  const breaksOff = () => {
    throw new Error('The server ends')
  }
  await moveOn({ ...house.deps, newId: breaksOff })
  expect(await goneOver()).toEqual(halfway)
  expect(await readMoving(id)).toMatchObject({ moved: 1, finishedAt: null, restsUntil: minuteLater })
  await moveOn(house.deps)
  expect(await goneOver()).toEqual(halfway)

  house.goTo(second)
  expect(await moveOn(house.deps)).toBe(false)
  expect(await goneOver()).toEqual([
    [true, first],
    [true, second],
    [true, second],
  ])
  expect(await readMoving(id)).toMatchObject({ moved: 3, stayed: 0, ended: 'done', failedAt: null })
})

test('a rescoring that fails is shown, holds up no other, and goes on once it can', async () => {
  const [broken, sound] = await Promise.all(['hip-knee', 'everyday-body'].map(startRescoring))
  if (!broken || !sound) throw new Error('Both were begun')
  const standing = async () => {
    const rows = await house.db.select().from(rescorings).orderBy(asc(rescorings.id))
    const of = (id: string) => rows.find((row) => row.id === id)
    return [of(broken.id), of(sound.id)].map((row) => [row?.ended, row?.failedAt])
  }
  const write = (content: string) =>
    house.db.update(definitionVersions).set({ content }).where(eq(definitionVersions.id, broken.versionId))
  await write('{')
  await rescoreOn(house.deps)
  expect(await standing()).toEqual([
    [null, house.deps.now().toISOString()],
    ['done', null],
  ])
  await write(broken.content)
  await rescoreOn(house.deps)
  expect((await standing())[0]?.[0]).toBeNull() // it rests for a minute, whatever the turns
  house.goTo('2026-03-02T09:01:00.000Z')
  await rescoreOn(house.deps)
  expect(await standing()).toEqual([
    ['done', null],
    ['done', null],
  ])
})

async function startRescoring(instrument: string) {
  const [row] = await house.db
    .select()
    .from(definitionVersions)
    .where(and(eq(definitionVersions.definition, instrument), eq(definitionVersions.status, 'published')))
  if (!row) throw new Error(`${instrument} is installed`)
  const id = house.deps.newId('rsc')
  // The one that will fail stands first in the line.
  const startedAt = instrument === 'hip-knee' ? '2026-03-01T08:00:00.000Z' : begun().startedAt
  await house.db
    .insert(rescorings)
    .values({ id, versionId: row.id, ...begun(), startedAt, note: 'Beter geteld.', done: 0, total: 0 })
  return { id, versionId: row.id, content: row.content }
}
