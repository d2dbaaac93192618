import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaceNote } from '../../core/answers/pace.ts'
import { startPaceWriter } from '../../server/commands/pace-writer.ts'
import { answeringPace } from '../../server/db/schema/outcomes.ts'
import type { SetPace } from '../../server/editor/read-pace.ts'
import { writePace } from '../../server/responses/pace.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeClinic, NOW, openAsked } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let editor: ReturnType<House['as']>
beforeEach(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  editor = house.as(await makeStaff(house, { organisationId: clinic.organisationId, role: 'outcome-editor' }))
})
afterEach(() => house.close())

type Asked = Awaited<ReturnType<typeof openAsked>>
const saveWith = ({ browser, assessmentId }: Asked, pace: unknown) =>
  browser.send(
    'PUT',
    '/api/patient/answers',
    { assessment: assessmentId, changes: { 'hip-knee': { trust: 5 } }, pace },
    0,
  )
const counts = async () => {
  await writePace(house.deps)
  return house.db.select().from(answeringPace)
}
const paceOf = async () => {
  await writePace(house.deps)
  const version = await house.deps.definitions.current('hip-knee-osteoarthritis')
  return editor.get(`/api/definitions/${version?.id}/pace`)
}

test('what a page tells along with a save is added to counts of the week, and names nobody', async () => {
  const notes: PaceNote[] = [
    ['first', '', '', 12],
    ['answered', 'hip-knee', 'trust', 0],
    ['time', 'hip-knee', 'trust', 7],
  ]
  const people = [
    await openAsked(house, clinic),
    await openAsked(house, clinic),
    await openAsked(house, clinic),
  ]
  const replies = await Promise.all(people.map((asked) => saveWith(asked, notes)))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  const rows = (await counts()).toSorted((one, other) => (one.kind < other.kind ? -1 : 1))
  const week = { week: '2026-03-02', moment: 'pre-op', language: 'nl' }
  expect(rows).toMatchObject([
    { ...week, kind: 'answered', instrument: 'hip-knee', item: 'trust', upTo: 0, n: 3 },
    { ...week, kind: 'first', instrument: '', item: '', upTo: 12, n: 3 },
    { ...week, kind: 'time', item: 'trust', upTo: 8, n: 3 },
  ])
  expect(JSON.stringify(rows)).not.toContain(people[0]?.patientId)
})

test('nothing is counted without a script, of questions that are not asked, or of impossible times', async () => {
  const asked = await openAsked(house, clinic)
  expect((await saveWith(asked, undefined)).status).toBe(200)
  const others = await openAsked(house, clinic)
  const strange: PaceNote[] = [
    ['time', 'hip-knee', 'no-such-item', 3],
    ['time', 'eortc', 'trust', 3],
    ['whole', 'hip-knee', 'trust', 3],
    ['first', '', '', 90_000], // the page lay open for a day: its answer is kept all the same
  ]
  expect((await saveWith(others, strange)).status).toBe(200)
  const impossible = [
    [['first', '', '', 90_000]],
    [['time', 'hip-knee', 'trust', -1]],
    [['who', '', '', 1]],
    'fast',
  ]
  for (const pace of impossible)
    expect((await saveWith(await openAsked(house, clinic), pace)).status).toBe(200) // answers are never refused for it
  expect(await counts()).toEqual([])
})

test('the editor sees where people stop and how long it takes, and nothing about few', async () => {
  expect((await paceOf()).body).toEqual({
    finished: null,
    wholeSeconds: null,
    firstSeconds: null,
    questions: [],
  })
  const ofFew: unknown[] = []
  for (let person = 0; person < 10; person++) {
    const asked = await openAsked(house, clinic)
    const notes: PaceNote[] = [
      ['reached', 'hip-knee', 'trust', 0],
      ['time', 'hip-knee', 'trust', 20],
    ]
    await saveWith(asked, person < 8 ? [...notes, ['answered', 'hip-knee', 'trust', 0]] : notes)
    if (person < 9) ofFew.push(...((await paceOf()).body as SetPace).questions)
  }
  expect(ofFew).toEqual([])
  const { questions, finished } = (await paceOf()).body as SetPace
  expect(finished).toBeNull()
  expect(questions).toMatchObject([{ item: 'trust', reached: 10, medianSeconds: 17.5 }])
  expect(questions[0]?.stopped).toBeCloseTo(0.2, 12)
  expect((await editor.get('/api/definitions/nothing/pace')).status).toBe(404)
})

const finish = async ({ browser, assessmentId }: Asked, pace: PaceNote[]) => {
  const answers = { 'hip-knee': { trust: 5 }, 'everyday-mood': { tension: 2 } }
  const sending = { assessment: assessmentId, answers, urgent: false, pace }
  return browser.send('POST', '/api/patient/submit', sending, 0)
}

test('the start says how long it took others once thirty have sent theirs, and the items’ own minutes before', async () => {
  const { browser } = await openAsked(house, clinic)
  const minutes = async () => {
    await writePace(house.deps)
    return /(\d+ min\w+)\./.exec(await (await browser.get('/v')).text())?.[1]
  }
  const before = await minutes()
  const whole: PaceNote = ['whole', '', '', 590]
  for (let person = 0; person < 29; person++) {
    const asked = await openAsked(house, clinic)
    expect((await finish(asked, [whole, whole])).status).toBe(200)
    expect((await finish(asked, [whole])).status).toBe(200) // the same again is told again, and counted once
  }
  expect(await minutes()).toBe(before)
  await finish(await openAsked(house, clinic), [whole])
  expect(await minutes()).toBe('10 minuten') // the middle of 480 to 600 seconds, and what follows the questions
})

test('one person counts once, however often and however much their browser tells', async () => {
  const asked = await openAsked(house, clinic)
  const notes: PaceNote[] = [
    ['first', '', '', 12],
    ['answered', 'hip-knee', 'trust', 0],
    ['reached', 'hip-knee', 'pain_rest', 0],
    ['time', 'hip-knee', 'trust', 7],
  ]
  const many = Array.from({ length: 200 }, (): PaceNote[] => [...notes, ['whole', '', '', 3600]]).flat()
  expect((await saveWith(asked, many)).status).toBe(200)
  for (let version = 1; version < 4; version++) {
    const again = { assessment: asked.assessmentId, changes: { 'hip-knee': { trust: version } }, pace: many }
    expect((await asked.browser.send('PUT', '/api/patient/answers', again, version)).status).toBe(200)
  }
  expect(Object.fromEntries((await counts()).map(({ kind, n }) => [kind, n]))).toEqual({
    answered: 1,
    first: 1,
    reached: 1,
    time: 1,
  })
})

test('an answer waits for no count; counts that could not be written are written with the next', async () => {
  const told: PaceNote[] = [['answered', 'hip-knee', 'trust', 0]]
  expect((await saveWith(await openAsked(house, clinic), told)).status).toBe(200)
  expect(await house.db.select().from(answeringPace)).toEqual([])
  const failing = () => {
    throw new Error('no number to be had')
  }
  await expect(writePace({ ...house.deps, newId: failing })).rejects.toThrow('no number to be had')
  expect((await saveWith(await openAsked(house, clinic), told)).status).toBe(200)
  expect(await counts()).toMatchObject([{ kind: 'answered', item: 'trust', n: 2 }])
  expect(await counts()).toMatchObject([{ n: 2 }])
})

test('the writer writes what is left when it is stopped', async () => {
  const stop = startPaceWriter(house.deps)
  await saveWith(await openAsked(house, clinic), [['answered', 'hip-knee', 'trust', 0]])
  await stop()
  expect(await house.db.select().from(answeringPace)).toMatchObject([{ n: 1 }])
})
