import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineOf, type CohortRow, summarise, summariseChange } from '../../core/figures/cohort.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import {
  differenceOfShares,
  type Estimate,
  meanWithInterval,
  quartiles,
  shareWithInterval,
} from '../../core/statistics/intervals.ts'

const words = (text: string) => ({ nl: text, en: text })
const pain = {
  range: [0, 10] as [number, number],
  direction: 'higher-is-worse' as const,
  bands: [
    { from: 0, label: words('mild'), concern: 'none' as const },
    { from: 4, label: words('moderate'), concern: 'watch' as const },
    { from: 7, label: words('severe'), concern: 'high' as const },
  ],
  error: { kind: 'sem' as const, sem: 0.72, source: 'made up for this test' },
  thresholds: [
    { value: 2, context: 'general', direction: 'either' as const, source: 'made up for this test' },
  ],
} satisfies Pick<Scale, 'range' | 'direction' | 'bands' | 'error' | 'thresholds'>

const row = (person: number, value: number | null, moment = 'intake'): CohortRow => ({
  person: `p${person}`,
  enrolment: `e${person}`,
  moment,
  isOver: true,
  answered: value !== null,
  score: value === null ? null : { value, standardError: 0.72, scoringVersion: 1, byProxy: false },
})
it('a response is of those whose window is over; a fresh answer is in the mean and not yet in the response', () => {
  const fresh = Array.from({ length: 12 }, (_, person) => ({ ...row(100 + person, 4), isOver: false }))
  const over = Array.from({ length: 20 }, (_, person) => row(person, person < 10 ? 4 : null))
  expect(summarise(pain, [...over, ...fresh])).toMatchObject({ asked: 20, response: 0.5, n: 22 })
})

const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)
const rows = (values: readonly (number | null)[], moment?: string) =>
  values.map((value, person) => row(person, value, moment))

const round = (estimate: Estimate | null, digits: number) =>
  estimate && [estimate.value, estimate.low, estimate.high].map((part) => Number(part.toFixed(digits)))

describe('intervals', () => {
  // sleep: R's own data set, second group; t.test(extra[group == 2]) gives 2.33 (0.8976775 to 3.7623225)
  it('of a mean agree with R', () => {
    const sleep = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    expect(round(meanWithInterval(sleep), 7)).toEqual([2.33, 0.8976775, 3.7623225])
    expect(meanWithInterval([5])).toBeNull()
  })

  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3
  it('of a share agree with the literature', () => {
    expect(round(shareWithInterval(81, 263), 4)).toEqual([0.308, 0.2553, 0.3662])
    expect(round(shareWithInterval(15, 148), 4)).toEqual([0.1014, 0.0624, 0.1605])
    expect(round(shareWithInterval(0, 20), 4)).toEqual([0, 0, 0.1611])
    expect(round(shareWithInterval(1, 29), 4)).toEqual([0.0345, 0.0061, 0.1718])
    expect(shareWithInterval(0, 0)).toBeNull()
  })

  // Newcombe 1998, Statistics in Medicine 17:873–890, table II, method 10
  it('of a difference of shares agree with the literature', () => {
    const difference = (a: number, m: number, b: number, n: number) => {
      const [first, second] = [shareWithInterval(a, m), shareWithInterval(b, n)]
      return first && second && round(differenceOfShares(first, second), 4)
    }
    expect(difference(56, 70, 48, 80)).toEqual([0.2, 0.0524, 0.3339])
    expect(difference(9, 10, 3, 10)).toEqual([0.6, 0.1705, 0.809])
  })

  // quantile(1:10) and quantile(c(1, 2, 4, 8)) in R
  it('quartiles agree with R', () => {
    expect(quartiles([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({ q1: 3.25, median: 5.5, q3: 7.75 })
    expect(quartiles([8, 1, 4, 2])).toEqual({ q1: 1.75, median: 3, q3: 5 })
    expect(quartiles([])).toBeNull()
  })

  it('always hold the estimate, and narrow with more of the same people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 60 }), (values) => {
        const once = meanWithInterval(values)
        const twice = meanWithInterval([...values, ...values])
        if (!once || !twice) throw new Error('no interval')
        expect(once.low).toBeLessThanOrEqual(once.value)
        expect(once.high).toBeGreaterThanOrEqual(once.value)
        expect(twice.high - twice.low).toBeLessThanOrEqual(once.high - once.low)
      }),
    )
  })
})

describe('a group', () => {
  it('is summed up: completeness, mean, quartiles, bands', () => {
    const values = [...times(10, 2), ...times(20, 5), ...times(10, 8), ...times(10, null)]
    const group = summarise(pain, rows(values))
    expect(group).toMatchObject({ asked: 50, response: 0.8, n: 40 })
    expect(group.quartiles).toEqual({ q1: 4.25, median: 5, q3: 5.75 })
    expect(group.bands).toEqual({ shares: [0.25, 0.5, 0.25], together: 0, runs: [] })
    // mean 5, s = √(180 / 39) = 2.148345, t(39) = 2.022691
    expect(round(group.mean, 4)).toEqual([5, 4.3129, 5.6871])
  })

  it('counts an answer without a score as answered, not as a zero', () => {
    const unscored = {
      ...row(99, null),
      answered: true,
      score: { value: null, standardError: null, scoringVersion: 1, byProxy: false },
    }
    const group = summarise(pain, [...rows(times(12, 6)), unscored])
    expect(group).toMatchObject({ asked: 13, response: 1, n: 12 })
    expect(group.mean?.value).toBe(6)
  })

  it('tells nothing below ten people, also when they have two enrolments each', () => {
    const nine = rows(times(9, 3))
    const twice = nine.map((one) => ({ ...one, enrolment: `${one.enrolment}-left` }))
    for (const few of [nine, [...nine, ...twice]])
      expect(summarise(pain, few)).toEqual({
        asked: null,
        response: null,
        n: null,
        mean: null,
        quartiles: null,
        bands: null,
      })
  })

  it('keeps the interval of a mean within the scale', () => {
    const group = summarise(pain, rows([...times(10, 0), 6]))
    expect(group.mean?.low).toBe(0)
  })
})

describe('change in a group', () => {
  // 1.96 · √2 · 0.72 = 1.9958: two points are beyond error, one is not
  const first = rows([...times(30, 6), 6, 6])
  const later = rows([...times(18, 3), ...times(12, 5), null, 6], 'year').concat(row(77, 2, 'year'))

  it('counts better and same beyond error against the own first score', () => {
    const change = summariseChange(pain, later, baselineOf(first, 'intake'))
    expect(change).toEqual({ n: 31, shares: { shares: [18 / 31, 13 / 31, 0], together: 0 }, unknown: 0 })
  })

  it('hides three who got worse, and with them the next smallest group', () => {
    const worse = later.map((one, place) =>
      place < 3
        ? { ...one, score: { value: 9, standardError: 0.72, scoringVersion: 1, byProxy: false } }
        : one,
    )
    const change = summariseChange(pain, worse, baselineOf(first, 'intake'))
    expect(change?.shares?.shares).toEqual([15 / 31, null, null])
  })

  it('says nothing where nobody knows which change people notice', () => {
    expect(summariseChange({ ...pain, thresholds: [] }, later, baselineOf(first, 'intake'))).toBeNull()
  })

  it('holds what somebody else said against nothing that the patient said, and counts it in no mean', () => {
    const byProxy = (one: CohortRow) => ({ ...one, score: one.score && { ...one.score, byProxy: true } })
    const mixed = later.map((one, place) => (place < 6 ? byProxy(one) : one))
    expect(summariseChange(pain, mixed, baselineOf(first, 'intake'))).toMatchObject({ n: 25, unknown: 6 })
    expect(summariseChange(pain, later.map(byProxy), baselineOf(first.map(byProxy), 'intake'))).toEqual(
      summariseChange(pain, later, baselineOf(first, 'intake')),
    )
    const group = summarise(pain, mixed)
    expect(group).toMatchObject({ asked: 33, n: 26, response: summarise(pain, later).response })
    expect(group.mean).toEqual(summarise(pain, later.slice(6)).mean)
  })

  it('says nothing where no measurement error is known', () => {
    const bare = (one: CohortRow) => ({ ...one, score: one.score && { ...one.score, standardError: null } })
    expect(summariseChange(pain, later.map(bare), baselineOf(first.map(bare), 'intake'))).toBeNull()
  })
})
