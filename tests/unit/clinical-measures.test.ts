import { describe, expect, it } from 'vitest'
import {
  countedOf,
  countedOn,
  knownOn,
  type Recorded,
  summariseMeasure,
} from '../../core/figures/clinical-measures.ts'
import { before, datesOf, lastMonths, monthsOf, quarterOf } from '../../core/time/months.ts'

const period = { from: '2025-01-01', to: '2025-12-31' }
const surgery = (enteredOn: string) => ({ stage: 'surgery', enteredOn })

describe('who belongs to a clinical measure', () => {
  const within = { window: { stage: 'surgery', within: 'P90D' } }
  const until = { window: { stage: 'surgery', until: 'rehabilitation' } }

  it('those who entered its stage and whose window has passed', () => {
    expect(countedOn(within, [surgery('2025-03-01')], '2025-05-30')).toBe('2025-03-01')
    expect(countedOn(within, [surgery('2025-03-01')], '2025-05-29')).toBeNull()
    expect(countedOn(within, [], '2025-12-31')).toBeNull()
  })

  it('those who have come to the stage that ends it', () => {
    const home = { stage: 'rehabilitation', enteredOn: '2025-03-04' }
    expect(countedOn(until, [surgery('2025-03-01')], '2025-12-31')).toBeNull()
    expect(countedOn(until, [surgery('2025-03-01'), home], '2025-12-31')).toBe('2025-03-04')
    expect(countedOn(until, [surgery('2025-04-01'), home], '2025-12-31')).toBeNull()
  })
})

it('is known to count on the day on which its window closes, not on that of its stage', () => {
  const within = { window: { stage: 'surgery', within: 'P90D' } }
  expect(knownOn(within, [surgery('2025-03-01')], '2025-12-31')).toBe('2025-05-30')
  expect(knownOn(within, [surgery('2025-03-01')], '2025-05-29')).toBeNull()
  expect(knownOn({ window: { stage: 'surgery' } }, [surgery('2025-03-01')], '2025-12-31')).toBe('2025-03-01')
})

it('a booked operation is in no denominator before its day', () => {
  const booked = [surgery('2025-03-10')]
  expect(countedOn({ window: { stage: 'surgery' } }, booked, '2025-03-09')).toBeNull()
  expect(countedOn({ window: { stage: 'surgery' } }, booked, '2025-03-10')).toBe('2025-03-10')
  const until = { window: { stage: 'surgery', until: 'rehabilitation' } }
  const home = { stage: 'rehabilitation', enteredOn: '2025-03-14' }
  expect(countedOn(until, [...booked, home], '2025-03-13')).toBeNull()
})

it('a time until another stage counts on the day it ended: whoever still waits makes no month look fast', () => {
  const until = { window: { stage: 'diagnosis', until: 'surgery' } }
  const waited = (person: string, from: string, to: string): Recorded => ({
    person,
    stages: [
      { stage: 'diagnosis', enteredOn: from },
      { stage: 'surgery', enteredOn: to },
    ],
    value: 1,
  })
  const everyone = [
    waited('long', '2024-11-20', '2025-03-05'),
    waited('short', '2025-02-20', '2025-03-01'),
    waited('waits', '2025-02-20', '2025-05-01'),
  ]
  expect(countedOf(until, everyone, period, '2025-03-10').map(({ on, person }) => [on, person])).toEqual([
    ['2025-03-05', 'long'],
    ['2025-03-01', 'short'],
  ])
  expect(countedOf(until, everyone, { ...period, to: '2025-02-28' }, '2025-03-10')).toEqual([])
})

describe('a clinical measure of a group', () => {
  const group = (values: (number | null)[]): Recorded[] =>
    values.map((value, person) => ({ person: `p${person}`, stages: [], value }))
  const zeros = (count: number) => Array.from({ length: count }, () => 0)

  it('is a share for an event, of those who have it recorded', () => {
    const { eligible, n, estimate } = summariseMeasure({ kind: 'event' }, group([...zeros(28), 1, null]))
    expect([eligible, n]).toEqual([30, 29])
    // Wilson's interval of 1 in 29: Newcombe 1998
    expect(estimate?.value).toBeCloseTo(0.0345, 4)
    expect(estimate?.high).toBeCloseTo(0.1718, 4)
  })

  it('is a mean for a value, and nothing for fewer than ten people', () => {
    const nights = Array.from({ length: 10 }, (_, place) => place + 1)
    expect(summariseMeasure({ kind: 'value' }, group(nights)).estimate?.value).toBe(5.5)
    expect(summariseMeasure({ kind: 'value' }, group(nights.slice(1)))).toEqual({
      eligible: null,
      n: null,
      estimate: null,
    })
  })
})

describe('months', () => {
  it('are counted in the organisation’s time zone, over years', () => {
    const instant = '2025-12-31T23:30:00.000Z'
    expect(lastMonths(instant, 'Europe/Amsterdam', 3)).toEqual({ from: '2025-11', to: '2026-01' })
    expect(lastMonths(instant, 'UTC', 3)).toEqual({ from: '2025-10', to: '2025-12' })
  })

  it('have dates, and as many before them', () => {
    expect(datesOf({ from: '2024-01', to: '2024-02' })).toEqual({ from: '2024-01-01', to: '2024-02-29' })
    expect(before({ from: '2024-01', to: '2024-03' })).toEqual({ from: '2023-10', to: '2023-12' })
    expect(monthsOf({ from: '2024-11', to: '2025-01' })).toEqual(['2024-11', '2024-12', '2025-01'])
    expect(monthsOf({ from: '2024-02', to: '2024-01' })).toEqual([])
    expect(quarterOf('2024-04-01')).toBe('2024-Q2')
  })
})
