import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastScore, madeUp } from '../support/made-up-instrument.ts'

const notScored = (reason: string) => ({ value: null, standardError: null, status: 'not-scorable', reason })

describe('a weighted sum', () => {
  const scale = {
    method: {
      kind: 'weighted-sum',
      constant: 1,
      weights: { a: 0.5, b: 2, c: -1 },
      minAnswered: { count: 2 },
    },
  }
  const instrument = madeUp({ a: [0, 1, 2], b: [0, 1, 2], c: [0, 1, 2] }, [scale])

  it('counts every answer as often as its weight says', () => {
    expect(lastScore(instrument, { a: 2, b: 1, c: 2 })).toMatchObject({ value: 1 + 1 + 2 - 2 })
  })

  it('takes the mean of the others for a missing answer, where that is allowed', () => {
    // (2 + 1) / 2 = 1.5 for c
    expect(lastScore(instrument, { a: 2, b: 1 })).toMatchObject({ value: 1 + 1 + 2 - 1.5, answered: 2 })
    expect(lastScore(instrument, { b: 1 })).toMatchObject(notScored('too-few-answers'))
  })
})

describe('the highest of a group', () => {
  const instrument = madeUp({ dress: [0, 1, 2, 3], hair: [0, 1, 2, 3], help: [0, 1], rise: [0, 1, 2, 3] }, [
    {
      method: {
        kind: 'max-of-group',
        groups: [{ items: ['dress', 'hair'], floor: { items: ['help'], least: 2 } }, { items: ['rise'] }],
        minGroups: 1,
      },
    },
  ])

  it.each([
    [{ dress: 1, hair: 0, help: 0, rise: 2 }, (1 + 2) / 2],
    [{ dress: 0, hair: 1, help: 1, rise: 0 }, (2 + 0) / 2],
    [{ dress: 3, hair: 1, help: 1, rise: 0 }, (3 + 0) / 2],
    [{ hair: 1, rise: 0 }, 0.5],
    [{ help: 1, rise: 3 }, 3],
  ])('%j comes to %d', (answers, value) => {
    expect(lastScore(instrument, answers)).toMatchObject({ value, status: 'scored' })
  })

  it('is not scorable when too few groups have an answer; help alone is none', () => {
    expect(lastScore(instrument, { help: 1 })).toMatchObject(notScored('too-few-answers'))
  })
})

describe('a decision tree', () => {
  const instrument = madeUp({ alone: [0, 1], walks: [0, 1], as_before: [0, 1] }, [
    {
      method: {
        kind: 'decision-tree',
        questions: [
          { item: 'alone', branches: { 1: { ask: 'as_before' }, 0: { ask: 'walks' } } },
          { item: 'walks', branches: { 1: { value: 3 }, 0: { value: 4 } } },
          { item: 'as_before', branches: { 1: { value: 0 }, 0: { value: 1 } } },
        ],
      },
    },
  ])

  it.each([
    [{ alone: 1, as_before: 1 }, 0],
    [{ alone: 1, as_before: 0 }, 1],
    [{ alone: 0, walks: 1 }, 3],
    [{ alone: 0, walks: 0, as_before: 1 }, 4],
  ])('%j leads to %d', (answers, value) => {
    expect(lastScore(instrument, answers)).toMatchObject({ value, status: 'scored' })
  })

  it.each([{}, { walks: 1, as_before: 1 }, { alone: 1, walks: 1 }])(
    '%j leaves out a question on the way',
    (answers) => {
      expect(lastScore(instrument, answers)).toMatchObject(notScored('too-few-answers'))
    },
  )
})

describe('a lookup by form', () => {
  const table = (plus: number) => [0, 1, 2].map((raw) => ({ raw, value: raw * 10 + plus, standardError: 3 }))
  const instrument = madeUp({ a: [0, 1], b: [0, 1], c: [0, 1] }, [
    {
      method: {
        kind: 'lookup-by-form',
        forms: [
          { form: '2a', items: ['a', 'b'], table: table(0) },
          { form: '2b', items: ['a', 'c'], table: table(5) },
        ],
      },
    },
  ])

  it('uses the table of the form whose items were answered, though they look alike', () => {
    expect(lastScore(instrument, { a: 1, b: 1 })).toMatchObject({ value: 20, standardError: 3 })
    expect(lastScore(instrument, { a: 1, c: 1 })).toMatchObject({ value: 25 })
  })

  it.each([{ a: 1 }, { b: 1, c: 1 }, { a: 1, b: 1, c: 1 }, {}])('has no table for %j', (answers) => {
    expect(lastScore(instrument, answers)).toMatchObject(notScored('no-such-form'))
  })
})

describe('the mean of scales', () => {
  const linear = { kind: 'linear-0-100', min: 0, max: 4, minAnswered: { share: 0.5 } }
  const instrument = madeUp({ a: [0, 1, 2, 3, 4], b: [0, 1, 2, 3, 4] }, [
    { id: 'one', items: ['a'], method: linear },
    { id: 'other', items: ['b'], method: linear },
    { id: 'both', method: { kind: 'mean-of-scales', scales: ['one', 'other'], reverse: ['other'] } },
  ])

  it('turns round what it is told to, and keeps the scales themselves as they are', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (a, b) => {
        expect(lastScore(instrument, { a, b }).value).toBeCloseTo((a * 25 + 100 - b * 25) / 2, 9)
      }),
    )
  })

  it('needs all of them', () => {
    expect(lastScore(instrument, { a: 1 })).toMatchObject(notScored('too-few-answers'))
  })
})

describe('half of the answers', () => {
  it.each([
    [4, 2],
    [5, 3],
    [3, 2],
    [2, 1],
  ])('of %d items is %d', (items, least) => {
    const keys = Array.from({ length: items }, (_, place) => `i${place}`)
    const instrument = madeUp(Object.fromEntries(keys.map((key) => [key, [0, 1, 2]])), [
      { method: { kind: 'mean', minAnswered: { share: 0.5 } } },
    ])
    const first = (count: number) => Object.fromEntries(keys.slice(0, count).map((key) => [key, 1]))
    expect(lastScore(instrument, first(least))).toMatchObject({ value: 1 })
    expect(lastScore(instrument, first(least - 1))).toMatchObject(notScored('too-few-answers'))
  })
})

describe('a table that nobody confirmed', () => {
  const scored = (confirmation: unknown) =>
    lastScore(
      madeUp({ a: [0, 1] }, [
        { method: { kind: 'sum' }, methodSource: { source: 'a manual' }, confirmation },
      ]),
      { a: 1 },
    )

  it('gives no score until somebody did', () => {
    expect(scored('needed')).toMatchObject({ ...notScored('not-confirmed'), answered: 1 })
    expect(scored({ by: 'J. Jansen', on: '2026-11-01' })).toMatchObject({ value: 1, status: 'scored' })
  })
})
