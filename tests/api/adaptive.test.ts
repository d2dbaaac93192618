import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adaptiveScale, adaptiveWay } from '../../core/adaptive/asked-adaptively.ts'
import type { Answers } from '../../core/response.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { scores } from '../../server/db/schema/outcomes.ts'
import { contentHashOf } from '../../server/definitions/install.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeClinic, NOW, openAsked, type openBrowser, readDraft } from '../support/patient-browser.ts'

// A patient is asked the questions of a bank one by one, in a browser that runs no script.

const moving = instrument('moving-adaptive')
let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>

beforeAll(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
  await publish(withBank)
})
afterAll(() => house.close())

const set = outcomeSet('hip-knee-osteoarthritis')
const withBank = {
  ...set,
  version: set.version + 1,
  instruments: [...set.instruments, { id: moving.id, version: moving.version }],
  moments: set.moments.map((one) => (one.id === 'pre-op' ? { ...one, instruments: [moving.id] } : one)),
}

const publish = (content: typeof withBank) =>
  house.db.insert(definitionVersions).values({
    id: house.deps.newId('def'),
    kind: 'outcome-set',
    definition: content.id,
    version: content.version,
    status: 'published',
    content: JSON.stringify(content),
    contentHash: contentHashOf(content),
    createdAt: NOW,
    publishedAt: NOW,
  })

type Browser = ReturnType<typeof openBrowser>
const hidden = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** Answers whatever is asked with this value, or passes it over, until nothing more is; gives what was asked. */
async function answerAll(browser: Browser, say: (key: string) => number | null) {
  const asked: string[] = []
  let path = '/v/questions'
  while (path.startsWith('/v/questions')) {
    const page = await (await browser.get(path)).text()
    expect(page).not.toContain('id="deck"')
    const fields = hidden(page)
    const key = fields['at-item'] ?? ''
    const value = say(key)
    asked.push(key)
    const given = value === null ? { 'at-pass': '1' } : { [key]: String(value) }
    path = (await browser.press('/v/questions', { ...fields, ...given })).headers.get('location') ?? ''
  }
  return { asked, path }
}

test('each question follows from the answers before it, and the score says how sure it is and why it ended', async () => {
  const { browser, assessmentId } = await openAsked(house, clinic)
  const say = (key: string) => (key === 'half_hour' ? 2 : 3)
  const { asked, path } = await answerAll(browser, say)
  expect(path).toBe('/v/finish')
  const way = wayOf(Object.fromEntries(asked.map((key) => [key, say(key)])))
  expect(asked).toEqual(way.trace.map(({ item }) => item))
  const sent = await browser.press('/v/finish', { urgent: 'no' })
  expect(sent.headers.get('location')).toBe('/v/sent')
  const draft = await readDraft(house, assessmentId)
  const [score] = await house.db
    .select()
    .from(scores)
    .where(eq(scores.responseId, draft?.id ?? ''))
  const last = way.trace.at(-1)
  expect(score).toMatchObject({ scale: 'moving', reason: way.stopped })
  expect(score?.value).toBeCloseTo(50 + 10 * (last?.theta ?? 0), 9)
  expect(score?.standardError).toBeCloseTo(10 * (last?.standardError ?? 0), 9)
})

test('a question that is passed over is followed by another', async () => {
  const { browser, assessmentId } = await openAsked(house, clinic)
  const { asked } = await answerAll(browser, (key) => (key === 'half_hour' ? null : 1))
  expect(asked[0]).toBe('half_hour')
  expect(asked.length).toBeGreaterThan(4)
  expect((await readDraft(house, assessmentId))?.answers).toMatchObject({ [moving.id]: { half_hour: null } })
})

function wayOf(answers: Answers) {
  const scale = adaptiveScale(moving)
  if (!scale) throw new Error('moving-adaptive has an adaptive scale')
  return adaptiveWay(moving, scale, answers)
}
