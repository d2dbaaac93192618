import { describe, expect, it, test } from 'vitest'
import { describeChange } from '../../core/change/change.ts'
import { changeSentence } from '../../core/change/change-words.ts'
import { normFor } from '../../core/instruments/norm.ts'
import { sayUnverified, unverifiedParts } from '../../core/instruments/unverified.ts'
import { instrument } from '../support/definitions.ts'

const knownToMatter = {
  direction: 'higher-is-worse' as const,
  error: { kind: 'sem' as const, sem: 1, source: 'test' },
  thresholds: [{ value: 3.5, context: 'general', direction: 'either' as const, source: 'test' }],
}
const score = (value: number | null, scoringVersion = 1, standardError: number | null = 1) => ({
  value,
  standardError,
  scoringVersion,
  byProxy: false,
})

describe('the sentence about a change', () => {
  const say = (from: number, to: number, scale = knownToMatter) => {
    const change = describeChange(scale, score(from), score(to))
    return [changeSentence(change, 'nl', 0), changeSentence(change, 'en', 0)]
  }

  // 1.96 · √2 · 1 = 2.77
  it('calls it clear when it exceeds both the measurement error and what matters to patients', () => {
    expect(say(8, 4)).toEqual([
      'Duidelijk beter: een verschil van 4, meer dan de meetfout (2,8) en genoeg om voor patiënten belangrijk te zijn (3,5).',
      'Clearly better: a difference of 4, more than the measurement error (2.8) and enough to matter to patients (3.5).',
    ])
    expect(say(4, 8)[0]).toMatch(/^Duidelijk slechter: een verschil van 4/)
  })

  it('says "no clear change" unless both are exceeded', () => {
    expect(say(8, 6)).toEqual([
      'Geen duidelijke verandering: een verschil van 2 valt binnen de meetfout (2,8).',
      'No clear change: a difference of 2 lies within the measurement error (2.8).',
    ])
    expect(say(8, 5)).toEqual([
      'Geen duidelijke verandering: een verschil van 3 is minder dan patiënten belangrijk vinden (3,5).',
      'No clear change: a difference of 3 is less than what matters to patients (3.5).',
    ])
  })

  it('calls no change clear where nobody knows what matters to patients', () => {
    const [nl, en] = say(8, 4, { ...knownToMatter, thresholds: [] })
    expect(nl).toBe(
      'Geen duidelijke verandering: een verschil van 4 is meer dan de meetfout (2,8), maar van welk verschil patiënten iets merken, is niet bekend.',
    )
    expect(en).toContain('No clear change')
  })

  test.each([
    [score(null), score(3), 'Niet te vergelijken: er is geen score.'],
    [score(3), score(9, 2), 'Niet te vergelijken: er is tussendoor op een andere manier geteld.'],
    [score(3), score(9, 1, null), 'Niet te zeggen of dit een verandering is: de meetfout is niet bekend.'],
  ])('from %j to %j: %s', (from, to, expected) => {
    expect(changeSentence(describeChange(knownToMatter, from, to), 'nl', 0)).toBe(expected)
  })

  it('does not speak of a difference where there is none', () => {
    expect(say(5, 5)).toEqual([
      'Geen duidelijke verandering: de score is gelijk gebleven.',
      'No clear change: the score stayed the same.',
    ])
  })
})

test('a threshold of another context gives way to the general one', () => {
  const contexts = {
    ...knownToMatter,
    thresholds: [
      { value: 6, context: 'after-surgery', direction: 'either' as const, source: 'test' },
      { value: 3, context: 'general', direction: 'either' as const, source: 'test' },
    ],
  }
  expect(describeChange(contexts, score(8), score(4), 'conservative').threshold).toBe(3)
  expect(describeChange(contexts, score(8), score(4), 'after-surgery').threshold).toBe(6)
})

test('norms of another country do not stand in', () => {
  const norm = (country: string, mean: number) => ({ country, mean, source: 'test' })
  const person = { birthDate: '1960-01-01', sex: 'female' }
  expect(normFor([norm('DE', 51), norm('NL', 49)], person, '2026-11-01')?.mean).toBe(49)
  expect(normFor([norm('DE', 51)], person, '2026-11-01')).toBeNull()
  expect(normFor([norm('DE', 51)], person, '2026-11-01', 'DE')?.mean).toBe(51)
})

describe('numbers that nobody has checked', () => {
  const partsOf = (id: string) => instrument(id).scales.map(unverifiedParts)

  it('are named per scale', () => {
    expect(partsOf('raid')).toEqual([['method', 'threshold', 'acceptable']])
    expect(partsOf('cat')).toEqual([['threshold']])
    expect(partsOf('paid-5')).toEqual([[]])
    expect(partsOf('promis-29')[0]).toEqual(['method', 'bands'])
  })

  it('are told in one sentence, or not at all', () => {
    expect(sayUnverified(['bands', 'error', 'bands'], 'nl')).toBe(
      'Nog niet nagekeken in de bron, of een werkafspraak: de grenzen en de meetfout.',
    )
    expect(sayUnverified(['method'], 'en')).toBe(
      'Not yet checked in the source, or a working agreement: the scoring.',
    )
    expect(sayUnverified([], 'nl')).toBeNull()
  })
})
