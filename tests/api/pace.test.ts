import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaceNote } from '../../core/pace.ts'
import type { SetPace } from '../../server/admin/read-pace.ts'
import { answeringPace } from '../../server/db/schema/outcomes.ts'
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
const counts = () => house.db.select().from(answeringPace)
const paceOf = async () => {
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
    { ...week, kind: 'answered', instrument: 'hip-knee', item: 'trust', upTo: 0, n: 3, seconds: 0 },
    { ...week, kind: 'first', instrument: '', item: '', upTo: 12, n: 3, seconds: 36 },
    { ...week, kind: 'time', item: 'trust', upTo: 8, n: 3, seconds: 21 },
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
  for (let person = 0; person < 10; person++) {
    const asked = await openAsked(house, clinic)
    const notes: PaceNote[] = [
      ['reached', 'hip-knee', 'trust', 0],
      ['time', 'hip-knee', 'trust', 20],
    ]
    await saveWith(asked, person < 8 ? [...notes, ['answered', 'hip-knee', 'trust', 0]] : notes)
    if (person < 9) expect(((await paceOf()).body as SetPace).questions).toEqual([])
  }
  const { questions, finished } = (await paceOf()).body as SetPace
  expect(finished).toBeNull()
  expect(questions).toMatchObject([{ item: 'trust', reached: 10, medianSeconds: 17.5, meanSeconds: 20 }])
  expect(questions[0]?.stopped).toBeCloseTo(0.2, 12)
  expect((await editor.get('/api/definitions/nothing/pace')).status).toBe(404)
})

test('the start says how long it took others once thirty have finished, and the items’ own minutes before', async () => {
  const { browser, assessmentId } = await openAsked(house, clinic)
  const minutes = async () => /(\d+ min\w+)\./.exec(await (await browser.get('/v')).text())?.[1]
  const before = await minutes()
  const whole: PaceNote[] = Array.from({ length: 29 }, () => ['whole', '', '', 590])
  await saveWith(await openAsked(house, clinic), whole)
  expect(await minutes()).toBe(before)
  await saveWith(await openAsked(house, clinic), [['whole', '', '', 590]])
  expect(await minutes()).toBe('10 minuten') // the middle of 480 to 600 seconds, and what follows the questions
  expect(assessmentId).toMatch(/^ass_/)
})
