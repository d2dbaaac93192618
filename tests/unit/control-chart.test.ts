import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlChart } from '../../core/statistics/control-chart.ts'
import { last, row } from '../support/observations.ts'

describe('limits agree with published examples', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates of ten batches: mean 50.81, mean moving range
  // 1.8778, limits 55.8041 and 45.8159 (with d2 rounded to 1.128; ours is 2/√π).
  it('of an XmR chart', () => {
    const chart = controlChart(
      'individuals',
      row([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(50.81, 10)
    const halfWidth = (3 * (16.9 / 9)) / 1.1283791671
    expect(high).toBeCloseTo(50.81 + halfWidth, 6)
    expect(low).toBeCloseTo(50.81 - halfWidth, 6)
    expect(high).toBeCloseTo(55.8041, 2)
    expect(low).toBeCloseTo(45.8159, 2)
    expect(last(chart.phases).movedLimit).toBeCloseTo(3.267 * (16.9 / 9), 2)
    expect(chart.points.map(({ moved }) => moved && Number(moved.toFixed(1)))).toEqual([
      null,
      2,
      2.3,
      1.4,
      3.5,
      3.4,
      1.4,
      0.2,
      1.2,
      1.5,
    ])
  })

  // Montgomery, Introduction to Statistical Quality Control, 6th ed., example 7.1 (cans of orange juice): 30 samples of
  // 50, centre 0.2313, limits 0.4102 and 0.0524, samples 15 and 23 outside.
  it('of a p chart', () => {
    const cans = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
      6,
    ]
    const chart = controlChart(
      'share',
      row(
        cans.map((count) => count / 50),
        50,
      ),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(0.2313, 4)
    expect(high).toBeCloseTo(0.4102, 4)
    expect(low).toBeCloseTo(0.0524, 4)
    const outside = chart.points.flatMap(({ signals }, place) =>
      signals.some(({ rule }) => rule === 'outside') ? [place + 1] : [],
    )
    expect(outside).toEqual([15, 23])
  })

  // The same, example 7.3 (defects of computers, five in each sample): centre 1.93, limits 3.79 and 0.07.
  it('of a u chart', () => {
    const defects = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5]
    const chart = controlChart(
      'rate',
      row(
        defects.map((count) => count / 5),
        5,
      ),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(1.93, 10)
    expect(high).toBeCloseTo(3.79, 2)
    expect(low).toBeCloseTo(0.07, 2)
  })

  it('widen where few people stand behind a share, and stay within 0 and 1', () => {
    const chart = controlChart('share', [
      ...row(
        Array.from({ length: 9 }, () => 0.9),
        100,
      ),
      ...row([0.9], 10),
    ])
    const [wide, narrow] = [last(chart.points), chart.points[0]]
    expect(wide.high).toBe(1)
    expect((wide.low ?? 0) < (narrow?.low ?? 0)).toBe(true)
  })

  it('are not drawn from fewer than eight periods, nor from what may not be told', () => {
    const seven = controlChart('share', [
      ...row([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1]),
      { id: 'few', told: null },
    ])
    expect(seven.points.every(({ centre, signals }) => centre === null && signals.length === 0)).toBe(true)
    expect(last(seven.points)).toMatchObject({ value: null, n: null })
  })
})

describe('whatever the values', () => {
  it('limits lie round the centre, and every told period keeps its value', () => {
    const told = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      n: fc.integer({ min: 10, max: 200 }),
      people: fc.integer({ min: 10, max: 200 }),
    })
    const kinds = fc.constantFrom('individuals' as const, 'share' as const, 'rate' as const)
    fc.assert(
      fc.property(fc.array(fc.option(told), { maxLength: 30 }), kinds, (list, kind) => {
        const observations = list.map((one, place) => ({ id: `p${place}`, told: one }))
        const chart = controlChart(kind, observations, [{ id: 'p9', adopted: true }])
        expect(chart.points.map(({ value }) => value)).toEqual(list.map((one) => one?.value ?? null))
        const wrong = chart.points.filter(
          ({ low, centre, high }) =>
            low !== null &&
            high !== null &&
            centre !== null &&
            (low > centre + 1e-12 || high < centre - 1e-12),
        )
        expect(wrong).toEqual([])
      }),
    )
  })
})
