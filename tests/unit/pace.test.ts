import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classOf, LONGEST_SECONDS, medianSeconds } from '../../core/answers/pace.ts'

const counted = (times: readonly number[]) =>
  [...Map.groupBy(times, classOf)].map(([upTo, all]) => ({ upTo, n: all.length }))

test('seconds are counted in classes, none of which somebody falls out of', () => {
  expect([0, 1, 2, 7, 61, 3600, 9999].map(classOf)).toEqual([
    1,
    1,
    2,
    8,
    75,
    LONGEST_SECONDS,
    LONGEST_SECONDS,
  ])
})

test('the median of what was counted lies in the class of the true median', () => {
  expect(medianSeconds([])).toBeNull()
  expect(medianSeconds([{ upTo: 60, n: 0 }])).toBeNull()
  expect(medianSeconds([{ upTo: 60, n: 10 }])).toBe(55) // halfway between 50 and 60
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3600 }), { minLength: 1 }), (times) => {
      const sorted = times.toSorted((a, b) => a - b)
      const low = sorted[Math.ceil(times.length / 2) - 1] ?? 0
      const median = medianSeconds(counted(times)) ?? 0
      expect(classOf(Math.ceil(median))).toBe(classOf(low))
    }),
  )
})
