import { expect, it } from 'vitest'
import { writeFigure } from '../../core/publication/written-figure.ts'

it('writes a bound as a bound, a rate per hundred, a mean with its unit, and nothing of few', () => {
  const share = { kind: 'share', value: 0.25, n: 15, unit: null, bound: 'below' } as const
  expect(writeFigure('nl', share)).toEqual({ value: 'minder dan 25\u00A0%', n: 'ongeveer\u00A015' })
  expect(writeFigure('en', { ...share, bound: null })).toEqual({ value: '25\u00A0%', n: 'about\u00A015' })
  const rate = { kind: 'rate', value: 0.008, n: 1200, unit: null } as const
  expect(writeFigure('nl', rate)).toEqual({ value: '0,8 per 100 lijsten', n: 'ongeveer\u00A01.200' })
  const mean = { kind: 'individuals', value: 2.5, n: 20, unit: { nl: 'nachten', en: 'nights' } } as const
  expect(writeFigure('en', mean).value).toBe('2.5 nights')
  expect(writeFigure('nl', { ...mean, value: null, n: null })).toEqual({
    value: '–',
    n: 'minder dan 10 mensen',
  })
})
