import { describe, expect, it } from 'vitest'
import {
  type Course,
  cohortId,
  costsBy,
  firstMonthOf,
  lastComplete,
  type PricedActivity,
  weigh,
} from '../../core/costs/costing.ts'
import { differenceOfMeans } from '../../core/statistics/intervals.ts'
import { halfOf } from '../../core/time/months.ts'

const activity = (stage: string, code: string, cents: number | null, required = true): PricedActivity => ({
  stage,
  code,
  cents,
  required,
  minutes: 30,
  role: 'nurse',
  source: null,
  title: { nl: code, en: code },
})
const path = [
  activity('intake', 'talk', 10_000),
  activity('intake', 'photo', 6_000, false),
  activity('surgery', 'operation', 600_000),
  activity('surgery', 'first-steps', 0),
  activity('follow-up', 'check', 9_000),
]

const course = (number: number, given: Partial<Course> = {}): Course => ({
  person: `p${number}`,
  startedOn: '2025-02-01',
  treatment: 'hip',
  stages: [{ stage: 'intake', enteredOn: '2025-02-01' }],
  visits: ['2025-02-01', '2025-05-01', '2025-12-01'],
  asked: true,
  better: number % 2 === 0,
  betterOn: '2025-09-01',
  ...given,
})
const many = (count: number, given: (number: number) => Partial<Course> = () => ({})) =>
  Array.from({ length: count }, (_, number) => course(number, given(number)))
const operated = { stages: [...course(0).stages, { stage: 'surgery', enteredOn: '2025-04-01' }] }

const cohortOf = ({ startedOn }: Course) => halfOf(startedOn)

describe('what care costs', () => {
  it('is its required activities of the first half year, at their price', () => {
    const group = many(20, (number) => (number < 10 ? operated : {}))
    const [row] = costsBy(group, path, () => 'all')
    expect(row?.costs).toMatchObject({ people: 20, visits: 2, n: 20, asked: 20 })
    // ten times € 100 and ten times € 6,100
    expect(row?.costs?.euros?.value).toBeCloseTo(3100, 9)
    expect(row?.costs?.minutes).toBe((10 * 30 + 10 * 90) / 20)
    expect(row?.costs?.perStage).toEqual([
      { stage: 'intake', euros: 100 },
      { stage: 'surgery', euros: 3000 },
      { stage: 'follow-up', euros: 0 },
    ])
    expect(row?.costs?.better?.value).toBe(0.5)
  })

  it('is not known where something that somebody had has no price, and then nothing is weighed', () => {
    const unpriced = path.map((one) => (one.code === 'first-steps' ? { ...one, cents: null } : one))
    const group = many(20, (number) => (number < 10 ? operated : {}))
    const [row] = costsBy(group, unpriced, () => 'all')
    expect(row?.costs).toMatchObject({ euros: null, minutes: (10 * 30 + 10 * 90) / 20 })
    expect(row?.costs?.perStage).toEqual([
      { stage: 'intake', euros: 100 },
      { stage: 'surgery', euros: null },
      { stage: 'follow-up', euros: 0 },
    ])
    const halves = [...group, ...many(20, () => ({ startedOn: '2025-08-01' }))]
    expect(weigh(costsBy(halves, unpriced, cohortOf), halves, unpriced, cohortOf)).toBeNull()
    const nobodyHadIt = halves.map((one) => ({ ...one, stages: course(0).stages }))
    expect(weigh(costsBy(nobodyHadIt, unpriced, cohortOf), nobodyHadIt, unpriced, cohortOf)).not.toBeNull()
  })

  it('counts a stage once, and nothing after half a year', () => {
    const late = {
      stages: [...course(0).stages, ...course(0).stages, { stage: 'follow-up', enteredOn: '2025-08-01' }],
    }
    const [row] = costsBy(
      many(10, () => late),
      path,
      () => 'all',
    )
    expect(row?.costs?.euros?.value).toBe(100)
  })

  it('takes whole half years of which everybody’s own half year is over', () => {
    expect(firstMonthOf({ startedOn: '2025-09-30' })).toBe('2025-07')
    expect(lastComplete('2025-12-31')).toBe('2024-07')
    expect(lastComplete('2026-01-01')).toBe('2025-01')
    expect(cohortId({ from: '2025-01', to: '2025-01' })).toBe('2025-H1')
    expect(cohortId({ from: '2024-07', to: '2025-01' })).toBe('2024-H2/2025-H1')
  })

  it('hides a small group together with another, and an outcome that too few answered', () => {
    const groups = [
      ...many(30, () => ({ treatment: 'hip' })),
      ...Array.from({ length: 12 }, (_, number) => course(100 + number, { treatment: 'knee' })),
      ...Array.from({ length: 4 }, (_, number) => course(200 + number, { treatment: 'none' })),
    ]
    const rows = costsBy(groups, path, ({ treatment }) => treatment ?? '')
    expect(rows.map(({ id, costs }) => [id, costs?.people ?? null])).toEqual([
      ['hip', 30],
      ['knee', null],
      ['none', null],
    ])
    const silent = many(20, (number) => ({ better: number < 9 ? true : null }))
    expect(costsBy(silent, path, () => 'all')[0]?.costs).toMatchObject({ better: null, n: 0 })
  })
})

describe('cheaper is weighed against worse', () => {
  const half = (startedOn: string, first: number, surgeries: number, better: number) =>
    Array.from({ length: 40 }, (_, number) =>
      course(first + number, {
        startedOn,
        better: number < better,
        stages: [
          { stage: 'intake', enteredOn: startedOn },
          ...(number < surgeries ? [{ stage: 'surgery', enteredOn: startedOn }] : []),
        ],
      }),
    )
  const weighed = (surgeries: [number, number], better: [number, number]) => {
    const courses = [
      ...half('2025-02-01', 0, surgeries[0], better[0]),
      ...half('2025-08-01', 100, surgeries[1], better[1]),
    ]
    return weigh(costsBy(courses, path, cohortOf), courses, path, cohortOf)
  }

  it('says both at once, each only beyond chance', () => {
    expect(weighed([30, 5], [30, 10])).toEqual({
      from: '2025-H1',
      to: '2025-H2',
      cost: 'lower',
      outcome: 'worse',
    })
    expect(weighed([5, 30], [10, 30])).toMatchObject({ cost: 'higher', outcome: 'better' })
    expect(weighed([20, 21], [20, 21])).toMatchObject({ cost: 'no-signal', outcome: 'no-signal' })
  })

  it('says that the outcome is unknown rather than nothing', () => {
    const courses = [...half('2025-02-01', 0, 30, 9), ...half('2025-08-01', 100, 5, 9)].map((one) => ({
      ...one,
      better: null,
    }))
    expect(weigh(costsBy(courses, path, cohortOf), courses, path, cohortOf)).toMatchObject({
      cost: 'lower',
      outcome: 'unknown',
    })
  })

  it('is silent without two halves that can be told', () => {
    const courses = half('2025-02-01', 0, 10, 10)
    expect(weigh(costsBy(courses, path, cohortOf), courses, path, cohortOf)).toBeNull()
  })
})

// R: t.test(extra ~ group, data = sleep): difference −1.58, interval −3.3654832 to 0.2054832
it('the difference of two means agrees with R', () => {
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
  const { value, low, high } = differenceOfMeans(first, second) ?? { value: 0, low: 0, high: 0 }
  expect(value).toBeCloseTo(-1.58, 12)
  expect(low).toBeCloseTo(-3.3654832, 7)
  expect(high).toBeCloseTo(0.2054832, 7)
})
