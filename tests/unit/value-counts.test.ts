import { expect, test } from 'vitest'
import { meanWithInterval, quartiles } from '../../core/intervals.ts'
import { summariseCounts } from '../../core/value-counts.ts'
import { chanceOf } from '../../server/demo/random.ts'

test('counts say the same as the values one by one', () => {
  const chance = chanceOf('counts')
  for (let size = 0; size < 60; size++) {
    const values = Array.from({ length: size }, () => chance.whole(0, 12) / 3)
    const counts = [...Map.groupBy(values, (value) => value)].map(([value, { length: n }]) => ({
      value,
      n,
      people: 1,
    }))
    const { n, people, mean, quartiles: found } = summariseCounts(counts)
    expect({ n, people, quartiles: found }).toEqual({
      n: size,
      people: counts.length,
      quartiles: quartiles(values),
    })
    const whole = meanWithInterval(values)
    for (const part of ['value', 'low', 'high'] as const)
      expect(mean?.[part] ?? -1).toBeCloseTo(whole?.[part] ?? -1, 10)
  }
})
