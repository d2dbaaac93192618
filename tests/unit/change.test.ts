import { describe, expect, it, test } from 'vitest'
import { describeChange, type ScoreToCompare, weightOf } from '../../core/change/change.ts'
import type { Scale } from '../../core/instruments/scale.ts'

type Compared = Pick<Scale, 'direction' | 'error' | 'thresholds'>

const pain: Compared = {
  direction: 'higher-is-worse',
  error: { kind: 'sem', sem: 1, source: 'test' },
  thresholds: [{ value: 3, context: 'general', direction: 'either', source: 'test' }],
}

function score(value: number | null, standardError: number | null = 1, scoringVersion = 1): ScoreToCompare {
  return { value, standardError, scoringVersion, byProxy: false }
}

describe('a change', () => {
  // 1.96 · √2 · 1 = 2.77
  test.each([
    [8, 5, 'better'],
    [5, 8, 'worse'],
    [8, 6, 'no-clear-change'],
    [6, 8, 'no-clear-change'],
    [5, 5, 'no-clear-change'],
  ])('from %d to %d, where higher is worse, is %s', (previous, current, kind) => {
    expect(describeChange(pain, score(previous), score(current))).toMatchObject({
      kind,
      delta: current - previous,
    })
  })

  it('is read the other way where higher is better', () => {
    const function_: Compared = { ...pain, direction: 'higher-is-better' }
    expect(describeChange(function_, score(5), score(8)).kind).toBe('better')
    expect(describeChange(function_, score(8), score(5)).kind).toBe('worse')
  })

  it('within measurement error is no clear change, however small the threshold', () => {
    const keen: Compared = {
      ...pain,
      thresholds: [{ value: 0.5, context: 'general', direction: 'either', source: 'test' }],
    }
    const { kind, reasons, error } = describeChange(keen, score(6), score(4))
    expect(kind).toBe('no-clear-change')
    expect(reasons).toEqual(['within-measurement-error'])
    expect(error).toBeCloseTo(2.772, 3)
  })

  it('beyond measurement error but below what patients found important is no clear change', () => {
    const exact: Compared = {
      ...pain,
      thresholds: [{ value: 5, context: 'general', direction: 'either', source: 'test' }],
    }
    expect(describeChange(exact, score(8), score(4))).toMatchObject({
      kind: 'no-clear-change',
      reasons: ['below-threshold'],
    })
    expect(describeChange(exact, score(8), score(3)).kind).toBe('better')
  })

  it('of exactly the threshold counts, in spite of binary fractions', () => {
    const tenths: Compared = {
      direction: 'higher-is-better',
      error: { kind: 'sem', sem: 0.01, source: 'test' },
      thresholds: [{ value: 0.2, context: 'general', direction: 'either', source: 'test' }],
    }
    expect(describeChange(tenths, score(0.1, 0.01), score(0.3, 0.01)).kind).toBe('better')
  })

  it('takes the standard error of each score where they differ', () => {
    const tScore: Compared = {
      direction: 'higher-is-better',
      error: { kind: 'per-score', source: 'test' },
      thresholds: [],
    }
    const { error } = describeChange(tScore, score(40, 3), score(55, 4))
    expect(error).toBeCloseTo(1.96 * 5, 9)
  })

  it('is not called clear where nobody knows which change patients notice', () => {
    const change = describeChange({ ...pain, thresholds: [] }, score(9), score(1))
    expect(change).toMatchObject({ kind: 'no-clear-change', delta: -8, reasons: ['no-threshold-known'] })
  })

  it('is held against the threshold of its context and direction', () => {
    const contexts: Compared = {
      ...pain,
      thresholds: [
        { value: 6, context: 'after-surgery', direction: 'improvement', source: 'test' },
        { value: 3, context: 'conservative', direction: 'improvement', source: 'test' },
        { value: 4, context: 'conservative', direction: 'worsening', source: 'test' },
      ],
    }
    expect(describeChange(contexts, score(8), score(4), 'conservative')).toMatchObject({
      kind: 'better',
      threshold: 3,
    })
    expect(describeChange(contexts, score(8), score(4), 'after-surgery')).toMatchObject({
      kind: 'no-clear-change',
      threshold: 6,
    })
    expect(describeChange(contexts, score(8), score(4))).toMatchObject({
      kind: 'no-clear-change',
      threshold: 6,
    })
    expect(describeChange(contexts, score(4), score(8), 'conservative')).toMatchObject({
      kind: 'worse',
      threshold: 4,
    })
  })

  it('says when it stands on numbers nobody has checked', () => {
    const unchecked: Compared = {
      ...pain,
      error: { kind: 'sem', sem: 1, source: 'test', unverified: true },
      thresholds: [{ value: 2, context: 'general', direction: 'either', source: 'test', unverified: true }],
    }
    expect(describeChange(unchecked, score(8), score(4)).reasons).toEqual([
      'error-unverified',
      'threshold-unverified',
    ])
  })

  test.each([
    [score(null), score(3), 'not-scored'],
    [score(3), score(null), 'not-scored'],
    [score(3, 1, 1), score(9, 1, 2), 'other-scoring-version'],
    [score(3), { ...score(9), byProxy: true }, 'other-view'],
    [{ ...score(3), byProxy: true }, score(9), 'other-view'],
    [score(3, null), score(9, 1), 'no-measurement-error-known'],
  ])('cannot be told between %j and %j: %s', (previous, current, reason) => {
    expect(describeChange(pain, previous, current)).toMatchObject({ kind: 'unknown', reasons: [reason] })
  })
})

test('worse is told before better, and of those the one that is most beyond its error', () => {
  const change = (previous: number, current: number, standardError = 1) =>
    describeChange(pain, score(previous, standardError), score(current, standardError))
  const [worse, large, small, unclear] = [change(4, 8), change(9, 3), change(8, 5), change(5, 6)]
  expect([small, unclear, large, worse].toSorted((a, b) => weightOf(b) - weightOf(a))).toEqual([
    worse,
    large,
    small,
    unclear,
  ])
  expect(weightOf(change(9, 5, 0.5))).toBeGreaterThan(weightOf(large)) // fewer points, but more sure
  expect([weightOf(unclear), weightOf(null)]).toEqual([0, 0])
})
