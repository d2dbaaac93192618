import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFunnels, compareShares, describeFunnel, emptyFunnel } from '../../core/figures/funnel.ts'
import { shareWithInterval } from '../../core/statistics/intervals.ts'

const quarter = {
  invited: 412,
  started: 222,
  completed: 206,
  due: 180,
  opened: 141,
  discussed: 91,
  declined: 9,
}

describe('the funnel', () => {
  it('gives each step as a share of those who could make it', () => {
    const funnel = describeFunnel(quarter)
    expect(funnel?.steps.map(({ n, ofPrevious }) => [n, ofPrevious && Math.round(ofPrevious * 100)])).toEqual(
      [
        [412, null],
        [222, 54],
        [206, 93],
        [141, 78],
        [91, 65],
      ],
    )
  })

  it('gives the two figures of our soul with their intervals', () => {
    const funnel = describeFunnel(quarter)
    expect(funnel?.started.share?.value).toBeCloseTo(222 / 412, 12)
    expect(funnel?.discussed).toMatchObject({ n: 91, of: 180 })
    expect(funnel?.discussed.share?.value).toBeCloseTo(0.5056, 4)
    expect(funnel?.toCome).toBe(26)
  })

  it('tells nothing of fewer than ten invited, and no share of fewer than ten', () => {
    expect(describeFunnel({ ...emptyFunnel, invited: 9, started: 9 })).toBeNull()
    const few = describeFunnel({
      invited: 20,
      started: 9,
      completed: 8,
      due: 8,
      opened: 2,
      discussed: 1,
      declined: 3,
    })
    expect(few?.steps.map(({ ofPrevious }) => ofPrevious)).toEqual([null, 0.45, null, null, null])
    expect(few?.discussed.share).toBeNull()
    expect(few?.declined).toBe(3)
  })

  it('adds up months', () => {
    expect(addFunnels([quarter, quarter, emptyFunnel])).toMatchObject({ completed: 412, declined: 18 })
    expect(addFunnels([])).toEqual(emptyFunnel)
  })
})

describe('a change of a share', () => {
  const of = (count: number, n: number) => shareWithInterval(count, n)

  it('is a signal only beyond chance', () => {
    expect(compareShares(of(91, 206), of(62, 200))).toBe('higher')
    expect(compareShares(of(62, 200), of(91, 206))).toBe('lower')
    expect(compareShares(of(222, 412), of(212, 400))).toBe('no-signal')
    expect(compareShares(of(10, 20), null)).toBe('too-few')
  })

  it('is never a signal against itself', () => {
    const share = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(share, ([count, n]) => {
        expect(compareShares(of(count, n), of(count, n))).toBe('no-signal')
      }),
    )
  })
})
