import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../core/definitions/definition-text.ts'
import { checkApart } from '../../server/definitions/checker.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'
import { makeOrganisation, makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let editor: ReturnType<House['as']>
beforeAll(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  editor = house.as(await makeStaff(house, { organisationId, role: 'outcome-editor', name: 'Esra Polat' }))
  await checkApart([]) // the thread is there before it is needed
})
afterAll(() => house.close())

const own = { ...instrument('everyday-body'), version: 99 }
const question = own.form?.pages[0]?.elements[0]
const asking = (change: object) => ({
  ...own,
  form: { pages: [{ name: 'page', elements: [{ ...question, ...change }] }] },
})
const many = <T>(length: number, make: (place: number) => T) =>
  Array.from({ length }, (_, place) => make(place))
const set = { ...outcomeSet('cataract'), version: 99 }
const named = (key: string) => ({
  ...own,
  items: own.items.map((item, place) => (place === 0 ? { ...item, key } : item)),
})

/** What JSON.stringify would not write so. */
class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const hostile: Record<string, () => unknown> = {
  'a pattern that explodes': () => asking({ validators: [{ type: 'regex', regex: '^(a+)+$', text: 'x' }] }),
  '900 panels in one another': () =>
    new Written(`{"items":[],"form":${'{"elements":['.repeat(900)}${']}'.repeat(900)}}`),
  'two questions that hang on one another': () => ({
    ...own,
    form: {
      pages: [
        {
          name: 'page',
          elements: own.form?.pages
            .flatMap(({ elements }) => elements)
            .map((one, place, all) => ({ ...one, visibleIf: `{${(all[1 - place] ?? one).name}} notempty` })),
        },
      ],
    },
  }),
  'triggers that set one another off': () => ({
    ...own,
    form: { ...own.form, triggers: [{ type: 'runexpression', expression: '{a} = 1', setToName: 'a' }] },
  }),
  'values worked out from one another': () => ({
    ...own,
    form: {
      ...own.form,
      calculatedValues: [
        { name: 'a', expression: '{b} + 1' },
        { name: 'b', expression: '{a} + 1' },
      ],
    },
  }),
  '2,000 choices': () => asking({ choices: many(2000, (value) => ({ value, text: { nl: 'x', en: 'x' } })) }),
  '10,000 choices': () =>
    asking({ choices: many(10_000, (value) => ({ value, text: { nl: 'x', en: 'x' } })) }),
  'an item called constructor': () => named('constructor'),
  'an item called __proto__': () => named('__proto__'),
  'HTML that runs': () => asking({ type: 'html', html: '<img src=x onerror=alert(1)>' }),
  'an image within its address': () =>
    asking({ type: 'image', imageLink: 'data:image/svg+xml,<svg onload=alert(1)>' }),
  'choices from another address': () => asking({ choicesByUrl: { url: 'https://example.org/{answer}' } }),
  'a matrix of a million rows': () =>
    asking({ type: 'matrixdynamic', rowCount: 1_000_000, columns: [{ name: 'a' }] }),
  'a condition of 2,000 terms': () =>
    asking({
      visibleIf: many(2000, () => '{a} = 1')
        .join(' and ')
        .slice(0, 7900),
    }),
  'a condition of 3,900 brackets': () =>
    asking({ visibleIf: `${'('.repeat(3900)}{a} = 1${')'.repeat(3900)}` }),
  'a text that runs the other way': () => asking({ title: { nl: 'x\u202E y', en: 'x' } }),
  'half a letter': () => asking({ title: { nl: 'x \uD800', en: 'x' } }),
  'a letter that looks like another in a name': () => named('p\u0430in'),
  'names that are there twice': () => ({ ...own, items: [...own.items, ...own.items] }),
  'a fault in each of 1,900 moments, behind 400,000 lines': () => {
    const { moments: _, ...rest } = set
    const faulty = JSON.stringify(many(1900, () => ({ id: {}, x: 1 })))
    return new Written(`${JSON.stringify(rest).slice(0, -1)}${'\n'.repeat(400_000)},"moments":${faulty}}`)
  },
  '60,000 fields that nobody knows': () => ({
    ...own,
    ...Object.fromEntries(
      many(50, (outer) => [`o${outer}`, Object.fromEntries(many(1000, (n) => [`k${n}`, 0]))]),
    ),
  }),
  'an alert without a role': () => ({
    ...set,
    alerts: set.alerts.map((alert) => ({ ...alert, role: undefined })),
  }),
  'an alert without a response time': () => ({
    ...set,
    alerts: set.alerts.map((alert) => ({ ...alert, respondWithin: undefined })),
  }),
}

const textOf = (made: unknown) => (made instanceof Written ? made.text : JSON.stringify(made))

/** The longest that anything else had to wait for its turn meanwhile. */
async function longestWait<T>(work: () => Promise<T>): Promise<{ result: T; waited: number }> {
  let [last, waited] = [performance.now(), 0]
  const look = () => {
    waited = Math.max(waited, performance.now() - last)
    last = performance.now()
  }
  const looking = setInterval(look, 1)
  const result = await work()
  await setTimeout(5)
  clearInterval(looking)
  return { result, waited }
}

test.each(Object.entries(hostile))(
  '%s is refused in time, in both languages, and nobody waits for it',
  // On a busy machine anything may be late once; what is late three times is slow.
  { retry: 2 },
  async (_, make) => {
    const text = textOf(make())
    const before = performance.now()
    const { result, waited } = await longestWait(() => editor.post('/api/definitions', { text }))
    const took = performance.now() - before
    expect(result).toMatchObject({ status: 422, body: { code: 'faults' } })
    const { faults } = (result.body as { detail: { faults: Fault[] } }).detail
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.filter(({ message: { nl, en } }) => nl === '' || en === '' || nl === en)).toEqual([])
    expect(took).toBeLessThan(2000)
    expect(waited).toBeLessThan(400)
    expect(Object.prototype).not.toHaveProperty('polluted')
  },
)

test('ten megabytes are refused before they are read', async () => {
  const text = 'x'.repeat(10_000_000)
  expect(await editor.post('/api/definitions', { text })).toMatchObject({ status: 413 })
})
