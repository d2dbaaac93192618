import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { installDefinitions } from '../../server/definitions/install.ts'
import { nameKeeper } from '../../server/organisations/keeper.ts'
import { instrument, outcomeSet, shipped } from '../support/definitions.ts'
import { makeEnrolment, makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let organisationId: string
let editor: ReturnType<House['as']>
let judge: ReturnType<House['as']>
beforeEach(async () => {
  house = await openHouse()
  organisationId = await makeOrganisation(house)
  const make = (name: string) => makeStaff(house, { organisationId, role: 'outcome-editor', name })
  editor = house.as(await make('Esra Polat'))
  judge = house.as(await make('Joris Blom'))
})
afterEach(() => house.close())

type Desk = ReturnType<House['as']>
type Version = {
  id: string
  version: number
  status: string
  fingerprint: string
  draftHash: string
  content: string
  hadAHand: boolean
  before: { version: number } | null
  steps: { act: string; staffName: string; note: string | null }[]
}
const look = async (id: string, as = editor) => (await as.get(`/api/definitions/${id}`)).body as Version
const take = (json: unknown, as = editor) => as.post('/api/definitions', { text: JSON.stringify(json) })
const taken = async (json: unknown) =>
  ((await take(json)).body as { written: { id: string; kind: string }[] }).written
const act = async (as: Desk, id: string, name: string, given: object = {}) => {
  house.pass(60_000)
  return as.post(`/api/definitions/${id}/${name}`, {
    ...(name === 'submit' || name === 'publish' ? { seen: (await look(id)).fingerprint } : {}),
    ...(name === 'submit' ? { note: 'Een vraag minder.' } : {}),
    ...given,
  })
}

const current = instrument('hip-knee')
const nextOf = { ...current, version: current.version + 1 }
const shorter = { ...nextOf, recall: { ...nextOf.recall, nl: 'vandaag', en: 'today' } }
const set = outcomeSet('hip-knee-osteoarthritis')
const setWithShorter = {
  ...set,
  version: set.version + 1,
  instruments: set.instruments.map((one) =>
    one.id === shorter.id ? { ...one, version: shorter.version } : one,
  ),
}

test('what one person writes, another one judges: sent back, mended, published, and all of it is written down', async () => {
  const [draft] = await taken(shorter)
  const id = draft?.id ?? ''
  expect((await act(editor, id, 'publish')).body).toMatchObject({ code: 'not_in_review' })
  expect((await act(editor, id, 'submit')).status).toBe(200)
  expect((await act(editor, id, 'publish')).body).toMatchObject({ code: 'own_work' })
  expect((await act(judge, id, 'return')).body).toMatchObject({ code: 'no_reason' })
  expect((await act(judge, id, 'return', { note: 'Nog een tikfout.' })).status).toBe(200)

  const before = await look(id)
  const mended = { ...shorter, recall: { ...shorter.recall, en: 'today.' } }
  const put = { text: JSON.stringify(mended), seen: before.draftHash }
  house.pass(60_000)
  expect((await editor.put(`/api/definitions/${id}`, put)).status).toBe(200)
  expect((await editor.put(`/api/definitions/${id}`, put)).body).toMatchObject({ code: 'changed_meanwhile' })
  expect((await act(editor, id, 'submit')).status).toBe(200)
  expect((await act(judge, id, 'publish', { seen: before.fingerprint })).body).toMatchObject({
    code: 'changed_meanwhile',
  })
  expect((await act(judge, id, 'publish')).status).toBe(200)

  const after = await look(id, judge)
  expect(JSON.parse(after.content)).toEqual(mended)
  expect(after).toMatchObject({ status: 'published', hadAHand: false, before: { version: current.version } })
  expect(after.steps.map(({ act, staffName, note }) => [act, staffName, note])).toEqual([
    ['written', 'Esra Polat', null],
    ['submitted', 'Esra Polat', 'Een vraag minder.'],
    ['returned', 'Joris Blom', 'Nog een tikfout.'],
    ['written', 'Esra Polat', null],
    ['submitted', 'Esra Polat', 'Een vraag minder.'],
    ['published', 'Joris Blom', null],
  ])
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.objectId, id))
  expect(lines.map(({ type }) => type.replace('definition.', ''))).toEqual(after.steps.map(({ act }) => act))
})

test('what is in review or published takes no other text', async () => {
  const [draft] = await taken(shorter)
  const id = draft?.id ?? ''
  const { draftHash } = await look(id)
  const put = () => editor.put(`/api/definitions/${id}`, { text: JSON.stringify(nextOf), seen: draftHash })
  await act(editor, id, 'submit')
  expect((await put()).body).toMatchObject({ code: 'not_a_draft' })
  await act(judge, id, 'publish')
  expect((await put()).body).toMatchObject({ code: 'not_a_draft' })
  expect((await take(nextOf)).body).toMatchObject({ code: 'faults' })
  expect(JSON.parse((await look(id)).content)).toEqual(shorter)
})

test('a set and the new questionnaires that it names go together, and nobody judges a part that is their own', async () => {
  const written = await taken({ outcomeSet: setWithShorter, instruments: [shorter] })
  expect(written.map(({ kind }) => kind)).toEqual(['instrument', 'outcome-set'])
  const [ofInstrument, ofSet] = written.map(({ id }) => id) as [string, string]
  const text = JSON.stringify({ ...shorter, minutes: shorter.minutes + 1 })
  const { draftHash } = await look(ofInstrument)
  await judge.put(`/api/definitions/${ofInstrument}`, { text, seen: draftHash })

  expect((await act(editor, ofSet, 'submit')).status).toBe(200)
  expect((await look(ofInstrument)).status).toBe('review')
  expect((await act(judge, ofSet, 'publish')).body).toMatchObject({ code: 'own_work' })
  const third = house.as(
    await makeStaff(house, { organisationId, role: 'outcome-editor', name: 'Tess Vink' }),
  )
  expect((await act(third, ofSet, 'publish')).status).toBe(200)
  expect((await look(ofInstrument)).status).toBe('published')
  const now = await house.deps.definitions.current(set.id)
  expect(now?.instruments.get(shorter.id)?.minutes).toBe(shorter.minutes + 1)
})

test('of a set and its questionnaires, a version that is taken is shown where it stands', async () => {
  const taken = { ...current, minutes: current.minutes + 1 }
  const text = JSON.stringify({ outcomeSet: set, instruments: [taken] }, null, 2)
  const { body } = await editor.post('/api/definitions', { text })
  const { faults } = (body as { detail: { faults: { file: string; line: number }[] } }).detail
  const line = text.slice(0, text.indexOf('"instruments": [\n    {\n      "id"')).split('\n').length
  expect(faults).toMatchObject([{ file: `instruments/${current.id}.json`, at: 'version' }])
  expect(faults[0]?.line).toBeGreaterThan(line)
  expect(text.split('\n')[(faults[0]?.line ?? 0) - 1]).toContain(`"version": ${current.version}`)
})

test('a file that is taken in again is the same; of a draft that a colleague writes it is asked first', async () => {
  const id = (await house.deps.definitions.current(set.id))?.id ?? ''
  const file = await editor.get(`/api/definitions/${id}/file`)
  expect(file.headers.get('content-disposition')).toContain(`${set.id}-${set.version}-with-instruments.json`)
  expect(file.body).toEqual({
    outcomeSet: set,
    instruments: set.instruments.map((one) => shipped.instruments.get(one.id)),
  })
  expect(await taken(file.body)).toEqual([])
  expect((await editor.get(`/api/definitions/${id}/file?alone=1`)).body).toEqual(set)

  const [draft] = await taken(nextOf)
  const at = `/api/definitions/${draft?.id}`
  type Theirs = { id: string; seen: string }
  const bring = async (replacing: Record<string, string> = {}) => {
    const { status, body } = await judge.post('/api/definitions', {
      text: JSON.stringify(shorter),
      replacing,
    })
    return { status, theirs: (body as { detail?: { drafts: Theirs[] } }).detail?.drafts[0] }
  }
  const { theirs } = await bring()
  const about = { id: draft?.id, title: titleForStaff(nextOf), version: nextOf.version, seen: theirs?.seen }
  expect(theirs).toEqual({ ...about, by: 'Esra Polat', at: '2026-03-02T08:00:00.000Z', mine: false })
  const seenBy = (one: Theirs | undefined) => ({ [one?.id ?? '']: one?.seen ?? '' })
  expect((await editor.put(at, { text: '{ "id": ', seen: theirs?.seen })).status).toBe(200)
  const again = await bring(seenBy(theirs)) // written in since it was asked
  expect(again).toMatchObject({ status: 409 })
  expect(await look(draft?.id ?? '')).toMatchObject({ unfinished: '{ "id": ' })
  expect(await bring(seenBy(again.theirs))).toMatchObject({ status: 201 })
  expect(JSON.parse((await look(draft?.id ?? '')).content)).toEqual(shorter)
})

test('what is written here goes its own way: a file that takes the same version does not stop a start', async () => {
  const [draft] = await taken(shorter)
  const files = (version: number) => ({
    ...shipped,
    instruments: new Map(shipped.instruments).set(current.id, { ...current, version, minutes: 7 }),
  })
  expect(await installDefinitions(house.deps, files(nextOf.version))).toEqual([
    { kind: 'instrument', id: current.id, version: nextOf.version, as: 'left' },
  ])
  expect(JSON.parse((await look(draft?.id ?? '')).content)).toEqual(shorter)
  const newer = await installDefinitions(house.deps, files(nextOf.version + 1))
  expect(newer.map(({ as }) => as)).toEqual(['draft'])
})

test('every fault is named with its line and its cure, and nothing is stored then', async () => {
  const broken = {
    ...setWithShorter,
    moments: set.moments.map((one, place) => (place === 1 ? { ...one, opens: 'soon' } : one)),
  }
  const text = JSON.stringify(broken, null, 2)
  const { status, body } = await editor.post('/api/definitions', { text })
  expect(status).toBe(422)
  const [fault] = (
    body as {
      detail: {
        faults: { at: string; line: number; message: { nl: string; en: string }; where: { nl: string } }[]
      }
    }
  ).detail.faults
  expect(fault?.at).toBe('moments[1].opens')
  expect(fault?.message.en).toContain('ISO-8601')
  expect(fault?.message.nl).toContain('schrijf een tijd zoals')
  expect(fault?.where.nl).toBe('Meetmoment “Voor de operatie” › opent')
  expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain('"opens": "soon"')
  const unread = await editor.post('/api/definitions', { text: '{"items": [,]}' })
  expect(JSON.stringify(unread.body)).toContain('this is not JSON')
  const nothing = await editor.post('/api/definitions', { text: '\n' })
  expect(JSON.stringify(nothing.body)).toContain('there is nothing here')
  expect(await editor.post('/api/definitions', { text: '' })).toMatchObject({
    status: 422,
    body: nothing.body,
  })
  const { versions } = (await editor.get('/api/definitions')).body as { versions: { status: string }[] }
  expect(versions.filter(({ status: is }) => is !== 'published')).toEqual([])
})

test('a scale that is scored otherwise says so by its scoring version', async () => {
  const [scale, ...scales] = current.scales as [(typeof current.scales)[number], ...typeof current.scales]
  const narrower = {
    ...scale,
    bands: scale.bands
      .slice(1)
      .map((band, place) => (place === 0 ? { ...band, from: scale.range[0] } : band)),
  }
  const refused = await take({ ...nextOf, scales: [narrower, ...scales] })
  expect(JSON.stringify(refused.body)).toContain(`\\"scoringVersion\\": ${scale.scoringVersion + 1}`)
  const raised = { ...narrower, scoringVersion: scale.scoringVersion + 1 }
  expect((await take({ ...nextOf, scales: [raised, ...scales] })).status).toBe(201)
})

test('what was given up is not here any more: the same text asks for another number', async () => {
  const [draft] = await taken(nextOf)
  await act(editor, draft?.id ?? '', 'retire')
  const again = await take(nextOf)
  expect(again).toMatchObject({ status: 422, body: { code: 'faults' } })
  expect(JSON.stringify(again.body)).toContain(
    `version ${nextOf.version} was given up; write \\"version\\": ${nextOf.version + 1}`,
  )
  expect(await taken({ ...nextOf, version: nextOf.version + 1 })).toMatchObject([{ kind: 'instrument' }])
})

test('what a team works with, or a set names, is not retired; a draft can be given up', async () => {
  await makeTeam(house, organisationId)
  const running = (await house.deps.definitions.current(set.id))?.id ?? ''
  expect((await act(editor, running, 'retire')).body).toMatchObject({ code: 'in_use' })
  const other = (await house.deps.definitions.current('breast-cancer'))?.id ?? ''
  expect((await act(editor, other, 'retire')).body).toMatchObject({ code: 'no_reason' })
  expect((await act(editor, other, 'retire', { note: 'Niemand gebruikt dit nog.' })).status).toBe(200)
  expect(await house.deps.definitions.current('breast-cancer')).toBeNull()
  expect((await act(editor, other, 'retire')).body).toMatchObject({ code: 'retired_already' })

  const [first, second] = await taken({ outcomeSet: setWithShorter, instruments: [shorter] })
  expect((await act(editor, first?.id ?? '', 'retire')).body).toMatchObject({ code: 'in_use' })
  expect((await act(editor, second?.id ?? '', 'retire')).status).toBe(200)
  expect((await act(editor, first?.id ?? '', 'retire')).status).toBe(200)
  expect((await look(second?.id ?? '')).status).toBe('retired')
})

test('an instrument that was retired before its set is judged is not published with it', async () => {
  const other = set.instruments.find(({ id }) => id !== shorter.id)?.id ?? ''
  const [, ofSet] = await taken({ outcomeSet: setWithShorter, instruments: [shorter] })
  await act(editor, ofSet?.id ?? '', 'submit')
  // As when it was ended between the check of the set and the day it came in.
  const isOther = and(eq(definitionVersions.kind, 'instrument'), eq(definitionVersions.definition, other))
  await house.db.update(definitionVersions).set({ status: 'retired' }).where(isOther)
  const refused = await act(judge, ofSet?.id ?? '', 'publish')
  expect(refused.body).toMatchObject({ code: 'instrument_retired', detail: { instruments: [other] } })
  expect((await look(ofSet?.id ?? '')).status).toBe('review')
  await house.db.update(definitionVersions).set({ status: 'published' }).where(isOther)
  expect((await act(judge, ofSet?.id ?? '', 'publish')).status).toBe(200)
})

test('who is under way elsewhere is told to the keeper alone, together, and not of a small group', async () => {
  const running = (await house.deps.definitions.current(set.id))?.id ?? ''
  const [next] = await taken({ ...set, version: set.version + 1 })
  const underWay = async (as: Desk) =>
    ((await as.get(`/api/definitions/${next?.id}`)).body as { underWay: object }).underWay
  const enrolIn = async (organisation: string, count: number) => {
    const teamId = await makeTeam(house, organisation)
    for (let n = 0; n < count; n += 1) {
      const patientId = await makePatient(house, organisation)
      const enrolmentId = await makeEnrolment(house, { patientId, organisationId: organisation, teamId })
      await house.db
        .insert(assessments)
        .values(openOne({ enrolmentId, patientId, teamId, setVersionId: running }))
    }
  }
  await enrolIn(organisationId, 2)
  expect(await underWay(editor)).toMatchObject({
    enrolments: 2,
    assessments: 2,
    patients: 2,
    elsewhere: null,
  })

  await nameKeeper(house.db, organisationId)
  const elsewhere = await makeOrganisation(house, { name: 'Ziekenhuis De Brug' })
  const analyst = await makeStaff(house, { organisationId: elsewhere, role: 'analyst' })
  await enrolIn(elsewhere, 9)
  expect(await underWay(editor)).toMatchObject({ enrolments: 2, elsewhere: 'few' })
  expect(await underWay(house.as(analyst))).toMatchObject({ enrolments: 9, elsewhere: null })
  await enrolIn(elsewhere, 1)
  expect(await underWay(editor)).toMatchObject({ enrolments: 2, elsewhere: 10 })
})

type Open = Pick<typeof assessments.$inferInsert, 'enrolmentId' | 'patientId' | 'teamId' | 'setVersionId'>

function openOne(of: Open): typeof assessments.$inferInsert {
  const now = house.deps.now()
  const later = new Date(now.getTime() + 86_400_000).toISOString()
  const at = now.toISOString()
  const times = { opensAt: at, dueAt: later, closesAt: later, linkDeadAt: later, createdAt: at }
  return { id: house.deps.newId('ass'), ...of, ...times, moment: 'intake', anchor: 'enrolment', why: [] }
}
