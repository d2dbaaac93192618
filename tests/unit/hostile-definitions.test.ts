import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { readDefinitionText } from '../../core/definitions/definition-text.ts'
import type { FileProblem } from '../../core/definitions/definitions-check.ts'
import { lineAt, placeIn } from '../../core/definitions/json-places.ts'
import { capFault } from '../../core/json-caps.ts'
import { checkApart } from '../../server/definitions/checker.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'

const own = instrument('everyday-body')
const written = (change: object) => JSON.stringify({ ...own, ...change })
const firstPage = own.form?.pages[0]
const asking = (question: object) => ({
  form: { pages: [{ name: 'page', elements: [{ ...firstPage?.elements[0], ...question }] }] },
})
const scale = own.scales[0]

/** Much work that is all allowed one by one: many items in a model that integrates over each, and many examples of it. */
const laborious = () => {
  const items = Array.from({ length: 90 }, (_, place) => ({
    key: `item_${place}`,
    label: { nl: 'x', en: 'x' },
    higherIs: 'worse',
    kind: 'rating',
    values: Array.from({ length: 11 }, (_each, value) => value),
  }))
  const parameters = Object.fromEntries(
    items.map(({ key }) => [key, { a: 1, b: Array.from({ length: 10 }, (_each, step) => step - 5) }]),
  )
  const answers = Object.fromEntries(items.map(({ key }, place) => [key, place % 11]))
  const method = {
    kind: 'graded-response',
    estimator: 'eap',
    prior: { mean: 0, sd: 1 },
    metric: { mean: 50, sd: 10 },
    parameters,
    minAnswered: { count: 1 },
  }
  return { items, answers, method }
}

const tooMuch: Record<string, () => string> = {
  'a megabyte of letters': () => written({ sources: ['x'.repeat(1_100_000)] }),
  'one long text': () => written({ sources: ['x'.repeat(9000)] }),
  '3,000 panels in one another': () => `${'{"elements":['.repeat(3000)}${']}'.repeat(3000)}`,
  '100,000 brackets': () => '['.repeat(100_000),
  'a list of 3,000': () => written({ scales: Array.from({ length: 3000 }, () => scale) }),
  '70,000 values': () =>
    JSON.stringify(Array.from({ length: 50 }, () => Array.from({ length: 1500 }, () => 0))),
}

describe('too much to be read is refused by its shape, at once', () => {
  test.each(Object.entries(tooMuch))('%s', (_, make) => {
    const text = make()
    const tries = [1, 2, 3].map(() => {
      const before = performance.now()
      capFault(text)
      return performance.now() - before
    })
    expect(Math.min(...tries)).toBeLessThan(50)
    expect(capFault(text)?.message.en).toMatch(/at most|nested/)
    expect(readDefinitionText(text)).toMatchObject({ faults: [{ line: 1 }] })
  })

  test('what ships is far below it', () => {
    expect(capFault(JSON.stringify(outcomeSet('hip-knee-osteoarthritis'), null, 2))).toBeNull()
    expect(capFault(JSON.stringify(instrument('qlq-c30'), null, 2))).toBeNull()
  })
})

const hostile: Record<string, () => string> = {
  'a pattern that explodes': () => written(asking({ validators: [{ type: 'regex', regex: '^(a+)+$' }] })),
  'an answer in a text': () => written(asking({ title: { nl: 'Dag {name}', en: 'Hello {name}' } })),
  'HTML in a text': () => written(asking({ title: { nl: '<img src=x onerror=alert(1)>', en: 'x' } })),
  'a question of HTML': () => written(asking({ type: 'html', html: '<b>x</b>' })),
  'choices from another address': () =>
    written(asking({ choicesByUrl: { url: 'https://example.org/{answer}' } })),
  'a name of JavaScript itself': () => written({ items: [{ ...own.items[0], key: '__proto__' }] }),
  'such a name as a key': () => written({}).replace('"title":', '"__proto__":{"polluted":1},"title":'),
  'a condition with 5,000 terms': () =>
    written(asking({ visibleIf: Array.from({ length: 900 }, () => '{a} = 1').join(' or ') })),
  'a question that hangs on itself': () => written(asking({ visibleIf: `{${own.items[0]?.key}} = 1` })),
  'a language of 200': () =>
    written(
      asking({
        title: Object.fromEntries(
          Array.from({ length: 200 }, (_, n) => [
            `${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`,
            'x',
          ]),
        ),
      }),
    ),
}

async function faultsOf(text: string): Promise<FileProblem[]> {
  const read = readDefinitionText(text)
  if ('faults' in read) return read.faults
  const checked = await checkApart(read.parts)
  return 'problems' in checked ? checked.problems : []
}

test.each(Object.entries(hostile))('%s is refused with its place', async (_, make) => {
  const faults = await faultsOf(make())
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.every(({ message: { nl, en } }) => nl !== '' && en !== '' && nl !== en)).toBe(true)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('while a laborious definition is checked the server goes on, and it is stopped in time', async () => {
  const { items, answers, method } = laborious()
  const many = {
    ...own,
    items,
    form: null,
    kind: 'published',
    scales: [
      {
        ...scale,
        items: items.map(({ key }) => key),
        method,
        range: [-25, 116],
        bands: [],
        recode: {},
        reverse: [],
      },
    ],
    examples: Array.from({ length: 400 }, (_, n) => ({
      title: `example ${n}`,
      answers,
      scores: { [scale?.id ?? '']: 50 },
    })),
  }
  await checkApart([]) // the thread is there before it is needed
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const checked = await checkApart([{ path: `instruments/${own.id}.json`, json: many }], 400)
  delay.disable()
  expect(JSON.stringify(checked)).toContain('could not be checked within 0.4 seconds')
  expect(delay.max / 1e6).toBeLessThan(250)
  expect(await faultsOf(written({}))).toEqual([]) // the next one has a thread of its own
})

test('a place is found in a text however it is written', () => {
  const text = '{ "a" : [ {"b": "x, } ]"}, { "b\\u0063" : [1,\n2, {"d": null}] } ], "e": 1 }'
  const at = (place: string) => text.slice(placeIn(text, place)).replaceAll('\n', '').slice(0, 6)
  expect(at('a[1].bc[2].d')).toBe('null}]')
  expect(at('a[1].bc[1]')).toBe('2, {"d')
  expect(at('a[1].missing')).toBe('{ "b\\u')
  expect(at('e')).toBe('1 }')
  expect(at('a[9]')).toBe('[ {"b"')
  expect('{"a":1,"a":2}'.slice(placeIn('{"a":1,"a":2}', 'a'))).toBe('2}') // the one that counts
  expect([0, 4, 5, 6].map((offset) => lineAt('{\n  \n}', offset))).toEqual([1, 2, 3, 3])
})
