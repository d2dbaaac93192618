import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadFinding, type Named } from '../../core/change/finding.ts'
import { findingSentence, missingSentence } from '../../core/change/finding-words.ts'
import { type Asked, trendOf } from '../../core/change/trend.ts'
import { nextStep, waysFor } from '../../core/consult/next-step.ts'
import { ageOn, normFor } from '../../core/instruments/norm.ts'
import { type Scale, scaleShape } from '../../core/instruments/scale.ts'
import { formats } from '../../core/words/formats.ts'

const NOW = '2026-11-24T09:00:00.000Z'
/** No visit is near, and no alert is open. */
const far = { openAlerts: 0, before: false, visit: null, ways: [], mails: 0 }

const pain: Scale = scaleShape.parse({
  id: 'pain',
  scoringVersion: 1,
  title: { nl: 'Pijn', en: 'Pain' },
  domain: 'pain',
  items: ['walking', 'rest', 'night'],
  method: { kind: 'mean', minAnswered: { count: 2 } },
  range: [0, 10],
  direction: 'higher-is-worse',
  directionWords: { nl: 'hoger = meer pijn', en: 'higher = more pain' },
  decimals: 0,
  bands: [
    { from: 0, label: { nl: 'draaglijk', en: 'bearable' }, concern: 'none' },
    { from: 7, label: { nl: 'ernstig', en: 'severe' }, concern: 'high' },
  ],
  bandsSource: { source: 'made up for this test' },
  error: { kind: 'sem', sem: 0.5, source: 'made up for this test' },
  thresholds: [{ value: 2, context: 'general', direction: 'either', source: 'made up for this test' }],
})
const { title, decimals, direction, range, bands } = pain

/** What was asked on the first of a month of 2026: a number is a score, 'missed' was never answered. */
const asked = (month: number, gave: number | 'missed' | 'not-asked' | 'too-few' | 'not-confirmed'): Asked => {
  const day = `2026-${String(month).padStart(2, '0')}-01T10:00:00.000Z`
  const scored = { standardError: 0.5, scoringVersion: 1, reason: null }
  return {
    assessmentId: `in ${month}`,
    dueAt: day,
    closesAt: day,
    submittedAt: gave === 'missed' ? null : day,
    byProxy: false,
    asks: gave !== 'not-asked',
    score:
      typeof gave === 'number'
        ? { ...scored, value: gave, answered: 3 }
        : gave === 'too-few'
          ? { ...scored, value: null, answered: 1, reason: 'too-few-answers' }
          : gave === 'not-confirmed'
            ? { ...scored, value: null, answered: 3, reason: gave }
            : null,
  }
}
const course = (...gave: Parameters<typeof asked>[1][]) =>
  trendOf(
    pain,
    gave.map((one, place) => asked(place + 1, one)),
    NOW,
  )
const named = (...gave: Parameters<typeof asked>[1][]): Named => ({
  title,
  decimals,
  direction,
  range,
  bands,
  trend: course(...gave),
})

describe('one scale over time', () => {
  it('says of every assessment what it gave, and never takes a gap for a score', () => {
    const { points, last } = course(7, 'missed', 'not-asked', 'too-few', 4)
    expect(points.map(({ kind }) => kind)).toEqual([
      'score',
      'missed',
      'not-asked',
      'not-computable',
      'score',
    ])
    expect(points[3]).toMatchObject({ answered: 1, of: 3 })
    expect(last).toMatchObject({ value: 4, assessmentId: 'in 5' })
  })

  it('compares with the last score, not with the gap, and with the first', () => {
    const { sincePrevious, sinceFirst } = course(8, 2, 'missed', 5)
    expect(sincePrevious).toMatchObject({ kind: 'worse', value: 2, delta: 3 })
    expect(sinceFirst).toMatchObject({ kind: 'better', value: 8, delta: -3 })
  })

  it('has nothing to compare a first score with, and no first beside a previous one that is it', () => {
    expect(course(8)).toMatchObject({ sincePrevious: null, sinceFirst: null })
    expect(course(8, 3)).toMatchObject({ sincePrevious: { value: 8 }, sinceFirst: null })
  })

  it('never compares an answer with its twin of the same day', () => {
    const twin: Asked = { ...asked(3, 4), assessmentId: 'in 3, again' }
    const known = [asked(1, 8), asked(3, 4), twin]
    expect(trendOf(pain, known, NOW).last?.assessmentId).toBe('in 3, again')
    expect(trendOf(pain, known, NOW).sincePrevious).toMatchObject({ kind: 'better', value: 8 })
    expect(trendOf(pain, known.toReversed(), NOW)).toEqual(trendOf(pain, known, NOW))
    expect(trendOf(pain, [asked(3, 4), twin], NOW).sincePrevious).toBeNull()
  })

  it("holds what somebody else says of a patient against what they said before, never against the patient's own", () => {
    const byProxy = (month: number, gave: number): Asked => ({ ...asked(month, gave), byProxy: true })
    const trendIn = (...known: Asked[]) => trendOf(pain, known, NOW)
    expect(trendIn(asked(1, 8), byProxy(2, 2))).toMatchObject({
      last: { value: 2 },
      sincePrevious: null,
      sinceFirst: null,
    })
    const own = trendIn(byProxy(1, 9), asked(2, 8), byProxy(3, 1), asked(4, 7), byProxy(5, 9), asked(6, 3))
    expect(own.sincePrevious).toMatchObject({ kind: 'better', value: 7 })
    expect(own.sinceFirst).toMatchObject({ kind: 'better', value: 8 })
    expect(own.points.map((point) => point.kind === 'score' && point.byProxy)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
  })

  it('leaves out what is still open or to come', () => {
    const open = { ...asked(1, 'missed'), closesAt: '2026-12-01T00:00:00.000Z' }
    expect(trendOf(pain, [open], NOW).points).toEqual([])
  })

  it('does not depend on the order of what is known', () => {
    const gave = fc.constantFrom<Parameters<typeof asked>[1]>(1, 5, 9, 'missed', 'not-asked', 'too-few')
    fc.assert(
      fc.property(fc.array(gave, { maxLength: 11 }), (all) => {
        const known = all.map((one, place) => asked(place + 1, one))
        expect(trendOf(pain, known.toReversed(), NOW)).toEqual(trendOf(pain, known, NOW))
      }),
    )
  })
})

describe('what changed first', () => {
  it('is the worst of what got clearly worse, then the best of what got better', () => {
    const worse = { ...named(2, 5), title: { nl: 'Erger', en: 'Worse' } }
    expect(leadFinding([named(9, 1), worse, named(5, 5)], 'in 2')).toMatchObject({
      kind: 'change',
      verdict: 'worse',
      title: { en: 'Worse' },
      from: 2,
      to: 5,
      threshold: 2,
      others: { better: 1, worse: 0, same: 1, unknown: 0 },
    })
    expect(leadFinding([named(5, 5), named(9, 1)], 'in 2')).toMatchObject({
      kind: 'change',
      verdict: 'better',
    })
  })

  it('is no change while the difference can be measurement error or matters to nobody', () => {
    expect(leadFinding([named(5, 6)], 'in 2')).toMatchObject({ kind: 'no-clear-change', scales: 1 })
    expect(leadFinding([named(5, 6.9)], 'in 2')).toMatchObject({ kind: 'no-clear-change' })
  })

  it('is what was known before where an answer asked nothing of a scale', () => {
    expect(leadFinding([named(7, 'not-asked')], 'in 2')).toMatchObject({
      kind: 'earlier',
      values: [{ value: 7 }],
    })
  })

  it('names what is severe, the worst first, also where nothing changed or it is the first measurement', () => {
    const first = { ...named('not-asked', 10), title: { nl: 'Somberheid', en: 'Low mood' } }
    const finding = leadFinding([named(8, 8), named(6, 6), first], 'in 2')
    expect(finding.kind).toBe('no-clear-change')
    expect(finding.severe).toMatchObject([
      { title: { en: 'Low mood' }, value: 10, max: 10, band: { en: 'severe' }, isFirst: true },
      { value: 8, isFirst: false },
    ])
    expect(leadFinding([named(6, 7), named(9, 'missed')], 'in 2').severe).toMatchObject([{ value: 7 }])
    expect(leadFinding([named(7, 'missed')], null)).toMatchObject({ kind: 'earlier', severe: [{ value: 7 }] })
  })

  it('cannot be said where nobody knows the measurement error', () => {
    const known = [asked(1, 5), asked(2, 9)].map((one) => ({
      ...one,
      score: one.score && { ...one.score, standardError: null },
    }))
    const scale = { title, decimals, direction, range, bands, trend: trendOf(pain, known, NOW) }
    expect(leadFinding([scale], 'in 2')).toMatchObject({
      kind: 'cannot-be-said',
      values: [{ value: 9, max: 10 }],
    })
  })

  it('cannot be said where it was scored in another way in between, and that is the reason that is told', () => {
    const [before, after] = [asked(1, 5), asked(2, 9)]
    const again = { ...after, score: after.score && { ...after.score, scoringVersion: 2 } }
    const scale = { ...named(), trend: trendOf(pain, [before, again], NOW) }
    const finding = leadFinding([scale], 'in 2')
    expect(finding).toMatchObject({ kind: 'cannot-be-said', why: 'other-scoring-version' })
    expect(findingSentence(finding, 'en', formats('en', 'Europe/Amsterdam'))).toBe(
      'Pain 9 of 10. It was scored in another way in between: nobody can say whether this changed.',
    )
  })

  it('is about what was measured, and says beside it which scale has no score and why', () => {
    const format = formats('en', 'Europe/Amsterdam')
    const skipped = leadFinding([named(7, 'too-few'), named(5, 5)], 'in 2')
    expect(skipped).toMatchObject({ kind: 'no-clear-change', missing: [{ reason: 'too-few-answers' }] })
    expect(findingSentence(skipped, 'en', format)).toMatch(
      /^No clear change since .+; 1 scale cannot be computed\.$/,
    )
    expect(missingSentence(skipped, 'en')).toBe('Cannot be computed: pain (1 of 3 answered).')
    const more = leadFinding(
      Array.from({ length: 4 }, () => named(7, 'too-few')),
      'in 2',
    )
    expect(findingSentence(more, 'nl', format)).toMatch(/ niet te berekenen: 1 van 3 beantwoord\.$/)
    expect(missingSentence(more, 'nl')).toMatch(/^Niet te berekenen: .+ en nog 1\.$/)
    expect(missingSentence(leadFinding([named(7)], 'in 1'), 'nl')).toBe('')
  })

  it('says why there is no score, and lets a table that nobody has confirmed hide no other score', () => {
    const waiting = named(7, 'not-confirmed')
    expect(leadFinding([waiting, named(5, 5)], 'in 2')).toMatchObject({ kind: 'no-clear-change' })
    expect(leadFinding([waiting, named('missed', 5)], 'in 2')).toMatchObject({ kind: 'first' })
    expect(findingSentence(leadFinding([waiting], 'in 2'), 'en', formats('en', 'Europe/Amsterdam'))).toBe(
      'Pain cannot be computed: nobody has compared the table with its source yet.',
    )
  })

  it('says so for a first answer, an answer without a score, no answer this time, and nothing at all', () => {
    expect(leadFinding([named(7)], 'in 1')).toMatchObject({ kind: 'first', values: [{ value: 7 }] })
    expect(leadFinding([named(7, 'too-few')], 'in 2')).toMatchObject({
      kind: 'not-computable',
      missing: [{ answered: 1, of: 3 }],
    })
    expect(leadFinding([named(7, 'missed')], null)).toMatchObject({ kind: 'earlier', values: [{ value: 7 }] })
    expect(leadFinding([named('missed')], null)).toMatchObject({ kind: 'nothing-yet', severe: [] })
    expect(leadFinding([], null)).toMatchObject({ kind: 'nothing-yet', severe: [] })
  })
})

describe('the next step', () => {
  it.each([
    ['answered', false, 'open'],
    ['answered', true, 'record-discussed'],
    ['discussed', true, 'none'],
    ['notBegun', false, 'open'],
    ['undelivered', false, 'look-why'],
    ['notAsked', false, 'look-why'],
  ] as const)('after %s (opened: %s) is %s', (state, opened, step) => {
    expect(nextStep({ ...far, state, opened })).toBe(step)
    expect(nextStep({ ...far, state, opened, openAlerts: 1 })).toBe('review-alert')
  })

  it('is not to say that something was discussed before the visit has begun', () => {
    expect(nextStep({ ...far, state: 'answered', opened: true, before: true })).toBe('open')
  })

  it.each([
    ['today', true, 'tablet'],
    ['today', false, 'tablet'],
    ['soon', true, 'send-link'],
    ['soon', false, 'call'],
  ] as const)('gets an answer in before a visit (%s, reached: %s)', (visit, isReached, step) => {
    const ways = waysFor('notBegun', isReached)
    const near = { ...far, state: 'notBegun', opened: false, before: true, visit, ways } as const
    expect(nextStep(near)).toBe(step)
    const moreMail = step === 'send-link' ? 'call' : step // starts nobody
    expect(nextStep({ ...near, mails: 2 })).toBe(moreMail)
    expect(nextStep({ ...near, openAlerts: 1 })).toBe('review-alert')
  })

  it('asks nobody again who would rather not, or has answered', () => {
    expect(waysFor('declined', true)).toEqual([])
    expect(waysFor('answered', true)).toEqual([])
  })
})

describe('the norm of people like this one', () => {
  const norm = (mean: number, about: object = {}) => ({
    country: 'NL',
    mean,
    source: 'made up for this test',
    ...about,
  })
  const woman = { birthDate: '1959-11-25', sex: 'female' }

  it('counts years until the birthday', () => {
    expect(ageOn('1959-11-25', '2026-11-24')).toBe(66)
    expect(ageOn('1959-11-25', '2026-11-25')).toBe(67)
  })

  it('is the one that says most about them, and none that is about others', () => {
    const everybody = norm(50)
    const women = norm(51, { sex: 'female' })
    const older = norm(52, { sex: 'female', age: { from: 65, to: 74 } })
    const men = norm(53, { sex: 'male', age: { from: 65, to: 74 } })
    expect(normFor([everybody, women, older, men], woman, '2026-11-24')?.mean).toBe(52)
    expect(normFor([everybody, women, men], woman, '2026-11-24')?.mean).toBe(51)
    expect(normFor([men], woman, '2026-11-24')).toBeNull()
  })
})
