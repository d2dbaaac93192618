import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { readPathFindings } from '../../server/clinic/path-findings.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { scores } from '../../server/db/schema/outcomes.ts'
import { rescorings } from '../../server/db/schema/rescorings.ts'
import { contentHashOf } from '../../server/definitions/install.ts'
import { rescoreSome } from '../../server/editor/rescore.ts'
import { rescoreOn } from '../../server/editor/start-rescoring.ts'
import { verifyFigures } from '../../server/figures/rebuild.ts'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { instrument } from '../support/definitions.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

// Earlier answers are scored by a newer version as an act of somebody, beside the scores that were there.

let house: House
let care: Awaited<ReturnType<typeof makeCare>>
let editor: ReturnType<House['as']>
const old = instrument('hip-knee')
const [first, ...others] = old.scales
if (!first) throw new Error('hip-knee has scales')
const next = {
  ...old,
  version: old.version + 1,
  scales: [{ ...first, scoringVersion: first.scoringVersion + 1 }, ...others],
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  care = await makeCare(house)
  editor = house.as(
    await makeStaff(house, {
      organisationId: care.organisationId,
      role: 'outcome-editor',
      name: 'Esra Polat',
    }),
  )
})
afterAll(() => house.close())

const publish = async (version: typeof old) => {
  const isOld = and(eq(definitionVersions.kind, 'instrument'), eq(definitionVersions.definition, old.id))
  await house.db.update(definitionVersions).set({ status: 'retired' }).where(isOld)
  const id = house.deps.newId('def')
  const about = { kind: 'instrument', definition: old.id, version: version.version, status: 'published' }
  const at = house.deps.now().toISOString()
  const text = { content: JSON.stringify(version), contentHash: contentHashOf(version) }
  await house.db.insert(definitionVersions).values({ id, ...about, ...text, createdAt: at, publishedAt: at })
  return id
}
const isRunning = and(eq(definitionVersions.definition, old.id), eq(definitionVersions.status, 'published'))
const readStanding = async (id: string) => (await editor.get(`/api/definitions/${id}`)).body
const scored = () =>
  house.db
    .select()
    .from(scores)
    .where(and(eq(scores.instrument, old.id), eq(scores.scale, first.id)))
    .orderBy(asc(scores.scoringVersion))

test('rescoring adds rows, keeps those that were there, and is written down', async () => {
  const { enrolmentId, patientId } = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
  await answer(house, care.ctx, enrolmentId, 'intake', {
    answers: { ...joint(6, 1), ...everyday(6, 1), ...life(5, 2) },
  })
  const before = await scored()
  const id = await publish(next)
  const act = () => editor.post(`/api/definitions/${id}/rescore`, { note: 'De telling is verbeterd.' })
  expect(await act()).toMatchObject({ status: 202 })
  expect(await act()).toMatchObject({ status: 409, body: { code: 'rescoring_already' } })
  expect(await scored()).toEqual(before)
  const isBegin = eq(auditEvents.type, 'definition.rescoring')
  expect(await house.db.select({ by: auditEvents.actorName }).from(auditEvents).where(isBegin)).toEqual([
    { by: 'Esra Polat' },
  ])
  expect(await rescoreOn(house.deps)).toBe(false)
  const after = await scored()
  expect(before).toHaveLength(1)
  expect(after).toEqual([...before, { ...before[0], scoringVersion: next.scales[0]?.scoringVersion }])
  const isAct = eq(auditEvents.type, 'scores.rescored')
  const lines = await house.db
    .select({ patientId: auditSubjects.patientId, actor: auditEvents.actorName })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(isAct)
  expect(lines).toEqual([{ patientId, actor: 'Esra Polat' }])
  expect(await readStanding(id)).toMatchObject({
    rescoring: { by: 'Esra Polat', share: 1, ended: 'done' },
    steps: [{ act: 'rescored', note: 'De telling is verbeterd.' }],
  })
  expect(await act()).toMatchObject({ status: 202 })
  await rescoreOn(house.deps)
  expect(await scored()).toEqual(after)
})

test('what broke off goes on where it was, and two that work on it do it once', async () => {
  house.goTo('2026-03-02T09:00:00Z')
  const [running] = await house.db.select().from(definitionVersions).where(isRunning)
  const id = running?.id ?? ''
  expect(await editor.post(`/api/definitions/${id}/rescore`, { note: 'Nog een keer.' })).toMatchObject({
    status: 202,
  })
  const isOpen = and(eq(rescorings.versionId, id), isNull(rescorings.finishedAt))
  const [open] = await house.db.select().from(rescorings).where(isOpen)
  if (!open) throw new Error('It was started')
  await rescoreSome(house.deps, open)
  await rescoreSome(house.deps, open) // as another process that saw the same
  const [halfway] = await house.db.select().from(rescorings).where(isOpen)
  expect(halfway).toMatchObject({ done: 1, total: 1, finishedAt: null })
  expect(await readStanding(id)).toMatchObject({ rescoring: { share: 1, finishedAt: null } })
  await rescoreOn(house.deps)
  expect(await readStanding(id)).toMatchObject({ rescoring: { ended: 'done' } })
})

test('it stops where another version runs since', async () => {
  house.goTo('2026-03-02T10:00:00Z')
  const [running] = await house.db.select().from(definitionVersions).where(isRunning)
  const id = running?.id ?? ''
  await editor.post(`/api/definitions/${id}/rescore`, { note: 'Te laat.' })
  await house.db.update(definitionVersions).set({ status: 'retired' }).where(eq(definitionVersions.id, id))
  await rescoreOn(house.deps)
  expect(await readStanding(id)).toMatchObject({ rescoring: { ended: 'overtaken' } })
})

test('only the version that runs scores again', async () => {
  const [row] = await house.db
    .select()
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, 'instrument'), eq(definitionVersions.definition, 'everyday-mood')))
  await house.db
    .update(definitionVersions)
    .set({ status: 'retired' })
    .where(eq(definitionVersions.id, row?.id ?? ''))
  const refused = await editor.post(`/api/definitions/${row?.id}/rescore`, { note: 'Zomaar een keer.' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'not_running' } })
})

test('where the same was asked, a version that finds no score in an answer takes the score away, and says why', async () => {
  house.goTo('2026-03-03T09:00:00Z')
  const { enrolmentId, patientId } = await makePath(house, care, { intake: '2026-03-16T09:00:00.000Z' })
  const { 'hip-knee': full } = joint(6, 1)
  const some = { 'hip-knee': { ...full, pain_night: null }, ...everyday(6, 1), ...life(5, 2) }
  const { responseId } = await answer(house, care.ctx, enrolmentId, 'intake', { answers: some })
  const readPage = async () =>
    (await house.as(care.staffId).get(`/api/clinic/patients/${patientId}?enrolment=${enrolmentId}`)).body
  const pain = (page: unknown) =>
    (page as OnePager).panels.find(({ id }) => id === 'joint-pain')?.trend.points.at(-1)
  expect(pain(await readPage())).toMatchObject({ kind: 'score', value: 6 })
  const stricter = {
    ...first,
    scoringVersion: 3,
    method: { kind: 'mean' as const, minAnswered: { count: 3 } },
  }
  const id = await publish({ ...old, version: 9, scales: [stricter, ...others] })
  await editor.post(`/api/definitions/${id}/rescore`, { note: 'Alle drie de vragen zijn nodig.' })
  await rescoreOn(house.deps)
  expect((await scored()).filter((one) => one.responseId === responseId)).toMatchObject([
    { value: 6, scoringVersion: 1, reason: null },
    { value: null, scoringVersion: 3, reason: 'too-few-answers', answered: 2 },
  ])
  expect(pain(await readPage())).toMatchObject({
    kind: 'not-computable',
    reason: 'too-few-answers',
    answered: 2,
    of: 3,
  })
  expect((await verifyFigures(house.db)).wrong).toEqual([])
  const path = { enrolmentId, responseId, treatment: null }
  const version = await house.deps.definitions.version(await setVersionOf(enrolmentId))
  const finding = (await readPathFindings(house.db, [{ ...path, version }]))({ ...path, version })
  expect(finding).toMatchObject({
    kind: 'first',
    missing: [{ reason: 'too-few-answers', of: 3 }],
  })
})

async function setVersionOf(enrolmentId: string): Promise<string> {
  const [row] = await house.db
    .select({ setVersionId: enrolments.setVersionId })
    .from(enrolments)
    .where(eq(enrolments.id, enrolmentId))
  return row?.setVersionId ?? ''
}
