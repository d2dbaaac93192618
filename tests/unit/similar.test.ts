import { describe, expect, test } from 'vitest'
import type { CohortRow } from '../../core/figures/cohort.ts'
import { outcomeSetProblems } from '../../core/outcome-sets/outcome-set-problems.ts'
import type { SimilarModule } from '../../core/outcome-sets/similar-shape.ts'
import { ofHundred } from '../../core/similar/of-hundred.ts'
import {
  alike,
  type Candidate,
  countedUntil,
  type Followed,
  reachOf,
  similarFigures,
} from '../../core/similar/similar.ts'
import { outcomeSet } from '../support/definitions.ts'

const match: SimilarModule['match'] = {
  years: 15,
  sameSex: true,
  measure: 'joint-pain',
  baseline: 'intake',
  width: 5,
}
const candidate = (number: number, change: Partial<Candidate> = {}): Candidate => ({
  person: `p${number}`,
  enrolment: `e${number}`,
  option: 'surgery',
  age: 60,
  sex: 'female',
  at: '2026-01-15T09:00:00.000Z',
  first: 6,
  byProxy: false,
  ...change,
})
const index = { person: 'p0', age: 65, sex: 'female', first: 7, byProxy: false }

describe('who is alike', () => {
  const reach = reachOf(index, match, [0, 10])

  test('is in the same cell of ages and first scores', () => {
    expect(reach).toEqual({ ages: [60, 74], firsts: [5, 10], sex: 'female' })
    expect(reachOf({ ...index, age: 74, first: 10 }, match, [0, 10])).toEqual(reach)
    expect(reachOf({ ...index, age: 75, first: 4.9 }, { ...match, sameSex: false }, [0, 10])).toEqual({
      ages: [75, 89],
      firsts: [0, 5],
      sex: null,
    })
    const lastCell = reachOf({ ...index, first: 9 }, { ...match, width: 4 }, [0, 10])
    expect(lastCell.firsts).toEqual([8, 10])
  })

  test('with both ages, from the lower score up to the upper, which belongs to the last cell', () => {
    const group = [
      candidate(1, { age: 60, first: 5 }),
      candidate(2, { age: 59 }),
      candidate(3, { age: 74, first: 10 }),
      candidate(4, { age: 75 }),
      candidate(5, { first: 4.9 }),
      candidate(6, { sex: 'male' }),
      candidate(7, { byProxy: true }),
    ]
    expect(
      alike(group, index, reach, 10)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['p1', 'p3'])
    const low = { ...reach, firsts: [0, 5] as const, sex: null }
    expect(alike(group, index, low, 10).map(({ person }) => person)).toEqual(['p5'])
  })

  test('each person once, by the oldest first score, and never the patient themselves', () => {
    const again = candidate(1, { enrolment: 'again', option: 'exercise', at: '2026-02-15T09:00:00.000Z' })
    expect(alike([candidate(1), again], index, reach, 10)).toEqual([candidate(1)])
    expect(alike([candidate(0, { enrolment: 'another' })], index, reach, 10)).toEqual([])
  })

  test('is counted up to the last half year', () => {
    expect(countedUntil('2026-06-30T23:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z')
    expect(countedUntil('2026-07-01T00:00:00.000Z')).toBe('2026-07-01T00:00:00.000Z')
  })
})

const score = (value: number) => ({ value, standardError: 0.5, scoringVersion: 1, byProxy: false })

/** So many people with this option; of them the first `better` improve by four points, and the rest stay as they were. */
function followed(groups: { option: string; n: number; better: number; silent?: number }[]) {
  const people: Candidate[] = []
  const rows: CohortRow[] = []
  const baseline = new Map<string, ReturnType<typeof score>>()
  for (const { option, n, better, silent = 0 } of groups)
    for (let number = 0; number < n; number++) {
      const one = candidate(people.length + 1, { option, at: `2026-0${1 + (number % 3)}-15T09:00:00.000Z` })
      const answered = number >= silent
      people.push(one)
      baseline.set(one.enrolment, score(6))
      rows.push({
        person: one.person,
        enrolment: one.enrolment,
        moment: 'month-3',
        isOver: true,
        answered,
        score: answered ? score(number - silent < better ? 2 : 6) : null,
      })
    }
  const threshold = { value: 2, context: 'general', direction: 'either' as const, source: 'test' }
  const scale: Followed['scale'] = {
    direction: 'higher-is-worse',
    error: { kind: 'sem', sem: 0.5, source: 'test' },
    thresholds: [threshold],
    bands: [],
    range: [0, 10],
  }
  return { people, outcome: { id: 'pain', scale, rows, baseline } }
}

describe('what is told of them', () => {
  test('what they chose, how many answered, how many are clearly better, with its interval', () => {
    const { people, outcome } = followed([
      { option: 'surgery', n: 40, better: 20, silent: 10 },
      { option: 'exercise', n: 20, better: 0 },
    ])
    const figures = similarFigures(people, ['exercise', 'surgery', 'nothing'], [outcome])
    expect(figures.people).toBe(60)
    expect(figures.chose).toEqual([
      { option: 'exercise', people: 20 },
      { option: 'surgery', people: 40 },
    ])
    const surgery = figures.outcomes[0]?.rows[1]
    expect(surgery).toMatchObject({ option: 'surgery', response: 0.75, change: { n: 30, unknown: 0 } })
    expect(surgery?.change?.shares?.shares[0]).toBeCloseTo(2 / 3, 10)
    // Wilson's interval of 20 in 30, worked out by hand: (0.6667 + 0.0640 ± 0.1717) / 1.1281
    expect(surgery?.better?.low).toBeCloseTo(0.4878, 3)
    expect(surgery?.better?.high).toBeCloseTo(0.8077, 3)
  })

  test('nothing about fewer than ten people, and no small group by taking others away', () => {
    const few = followed([{ option: 'surgery', n: 9, better: 5 }])
    expect(similarFigures(few.people, ['surgery'], [few.outcome])).toMatchObject({
      people: null,
      outcomes: [],
    })
    const { people, outcome } = followed([
      { option: 'surgery', n: 30, better: 15 },
      { option: 'exercise', n: 12, better: 0 },
      { option: 'nothing', n: 4, better: 0 },
    ])
    const figures = similarFigures(people, ['surgery', 'exercise', 'nothing'], [outcome])
    expect(figures.people).toBe(46)
    expect(figures.chose.map((one) => one.people)).toEqual([30, null, null])
    for (const hidden of figures.outcomes[0]?.rows.slice(1) ?? [])
      expect(hidden).toMatchObject({ response: null, change: null, better: null })
  })
})

test('a hundred people are a hundred, the largest remainders first', () => {
  expect(ofHundred([1 / 3, 1 / 3, 1 / 3])).toEqual([34, 33, 33])
  expect(ofHundred([0.666, null, null, 0.334])).toEqual([67, 0, 0, 33])
})

test('a set that names what it has not is told so, with the place', () => {
  const { similar, ...set } = outcomeSet('hip-knee-osteoarthritis')
  if (!similar) throw new Error('The set has no such module')
  expect(outcomeSetProblems({ ...set, similar })).toEqual([])
  const wrong = { ...similar, match: { ...similar.match, baseline: 'never' } }
  expect(outcomeSetProblems({ ...set, similar: wrong })).toEqual([
    expect.objectContaining({
      path: ['similar', 'match', 'baseline'],
      message: {
        nl: 'meetmoment "never" zit niet in deze set; kies een ander',
        en: 'there is no moment "never" in this set; choose another',
      },
    }),
  ])
})
