import { describe, expect, test } from 'vitest'
import type { CohortRow } from '../../core/cohort.ts'
import { outcomeSetProblems } from '../../core/outcome-set-problems.ts'
import { alike, type Candidate, type Followed, reachOf, similarFigures } from '../../core/similar.ts'
import type { SimilarModule } from '../../core/similar-shape.ts'
import { ofHundred } from '../../web/staff/patient/similar/of-hundred.ts'
import { outcomeSet } from '../support/definitions.ts'

const match: SimilarModule['match'] = {
  years: 10,
  sameSex: true,
  measure: 'joint-pain',
  baseline: 'intake',
  within: 2,
}
const candidate = (number: number, change: Partial<Candidate> = {}): Candidate => ({
  person: `p${number}`,
  enrolment: `e${number}`,
  option: 'surgery',
  age: 60,
  sex: 'female',
  at: '2026-01-15T09:00:00.000Z',
  first: 6,
  ...change,
})
const index = { person: 'p0', age: 65, sex: 'female', first: 7 }

describe('who is alike', () => {
  const reach = reachOf(index, match, [0, 10])

  test('steps round the age and the first score, as far as the set says', () => {
    expect(reach).toEqual({ ages: [55, 75], firsts: [5, 9], sex: 'female' })
    expect(reachOf({ ...index, age: 67, first: 7.4 }, match, [0, 10])).toEqual(reach)
    expect(reachOf({ ...index, age: 68, first: 9.4 }, match, [0, 10])).toEqual({
      ages: [60, 80],
      firsts: [7, 10],
      sex: 'female',
    })
  })

  test('within reach, both ends included', () => {
    const group = [
      candidate(1, { age: 55 }),
      candidate(2, { age: 54 }),
      candidate(3, { age: 75, first: 9 }),
      candidate(4, { age: 76 }),
      candidate(5, { first: 4.9 }),
      candidate(6, { sex: 'male' }),
    ]
    expect(alike(group, index, reach).map(({ person }) => person)).toEqual(['p1', 'p3'])
    const anySex = alike(group, index, reachOf(index, { ...match, sameSex: false }, [0, 10]))
    expect(anySex.map(({ person }) => person)).toEqual(['p1', 'p3', 'p6'])
  })

  test('never the patient themselves, whatever other care path they are on', () => {
    expect(alike([candidate(0, { enrolment: 'another' })], index, reach)).toEqual([])
  })
})

const score = (value: number) => ({ value, standardError: 0.5, scoringVersion: 1 })

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
    expect(figures.period).toEqual({ from: '2026-01-01', until: '2026-03-01' })
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
    { path: ['similar', 'match', 'baseline'], message: 'there is no moment "never" in this set' },
  ])
})
