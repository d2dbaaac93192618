import { expect, test } from 'vitest'
import { countedVisits, haveSameDay } from '../../core/schedule/same-day.ts'
import { plan } from '../../core/schedule.ts'
import { asking, each, facts, first, moment, visit, ZONE } from '../support/care-path-facts.ts'

const told = (id: string, startsAt: string, changedAt: string, status = 'booked', source = 'hl7') => ({
  ...visit(id, startsAt, status),
  source,
  changedAt,
})
const MORNING = told('apt_1', '2026-04-01T08:30:00.000Z', '2026-03-01T10:00:00.000Z')
const AFTERNOON = told('apt_2', '2026-04-01T13:00:00.000Z', '2026-03-02T10:00:00.000Z')
const MONTH_LATER = told('apt_3', '2026-05-01T08:30:00.000Z', '2026-03-03T10:00:00.000Z')
const counted = (visits: (typeof MORNING)[], way: 'each' | 'first' | 'latest' | 'ask') =>
  countedVisits(visits, ZONE, () => way)

function asked(visits: ReturnType<typeof counted>) {
  const moments = [moment({ anchor: each }), moment({ id: 'once', anchor: first })]
  const { assessments } = plan({ set: { moments }, instruments: asking() }, facts({ appointments: visits }))
  return assessments.map((one) => [one.anchor, one.appointmentId])
}

test('of two appointments on one day each counts, the first, or the one told last, in whatever order they came', () => {
  const all = [MORNING, AFTERNOON, MONTH_LATER]
  for (const visits of [all, all.toReversed()]) {
    for (const way of ['each', 'ask'] as const)
      expect(asked(counted(visits, way))).toEqual([
        ['appointment:apt_1', 'apt_1'],
        ['appointment:apt_2', 'apt_2'],
        ['appointment:apt_3', 'apt_3'],
        ['first:check-up', 'apt_1'],
      ])
    expect(asked(counted(visits, 'first'))).toEqual([
      ['appointment:apt_1', 'apt_1'],
      ['appointment:apt_3', 'apt_3'],
      ['first:check-up', 'apt_1'],
    ])
    // What hung on the one that was known first goes on: nothing is asked twice.
    expect(asked(counted(visits, 'latest'))).toEqual([
      ['appointment:apt_1', 'apt_2'],
      ['appointment:apt_3', 'apt_3'],
      ['first:check-up', 'apt_2'],
    ])
  }
})

test('when one of two is cancelled the other counts, and what hung on them stays', () => {
  const cancelled = { ...MORNING, status: 'cancelled' }
  expect(asked(counted([cancelled, AFTERNOON], 'latest'))).toEqual([
    ['appointment:apt_1', 'apt_2'],
    ['first:check-up', 'apt_2'],
  ])
  expect(asked(counted([cancelled, AFTERNOON], 'each'))).toEqual([
    ['appointment:apt_2', 'apt_2'],
    ['first:check-up', 'apt_2'],
  ])
})

test('the feed that spoke last decides, and only the same kind on the same local day is a double', () => {
  const byFile = { ...AFTERNOON, source: 'csv' }
  const of = (source: string) => (source === 'csv' ? 'first' : 'each')
  expect(countedVisits([MORNING, byFile], ZONE, of)).toHaveLength(1)
  expect(countedVisits([{ ...MORNING, source: 'csv' }, AFTERNOON], ZONE, of)).toHaveLength(2)
  expect(haveSameDay([MORNING, MONTH_LATER], ZONE)).toBe(false)
  expect(haveSameDay([MORNING, { ...AFTERNOON, kind: 'surgery' }], ZONE)).toBe(false)
  // Midnight is where the hospital stands: 22:30 in UTC is the next day.
  expect(haveSameDay([MORNING, { ...AFTERNOON, startsAt: '2026-04-01T22:30:00.000Z' }], ZONE)).toBe(false)
  expect(haveSameDay([AFTERNOON, MORNING], ZONE)).toBe(true)
})

test('what somebody is asked about counts where nothing else of its day does, or where its feed asks no more', () => {
  const of = (visits: (typeof MORNING)[], ids: string[], way: 'ask' | 'each' = 'ask') =>
    countedVisits(visits, ZONE, () => way, new Set(ids)).map(({ id }) => id)
  expect(of([AFTERNOON, MORNING, MONTH_LATER], ['apt_2', 'apt_3'])).toEqual(['apt_1', 'apt_3'])
  expect(of([AFTERNOON, MORNING], ['apt_1', 'apt_2'])).toEqual(['apt_1'])
  expect(of([AFTERNOON, { ...MORNING, status: 'cancelled' }], ['apt_2'])).toEqual(['apt_2', 'apt_1'])
  expect(of([MORNING, AFTERNOON], ['apt_2'], 'each')).toEqual(['apt_1', 'apt_2'])
  // Another feed, which asks nothing, spoke last: the question stands.
  const later = { ...MORNING, source: 'csv', changedAt: '2026-03-09T10:00:00.000Z' }
  const mixed = (source: string) => (source === 'hl7' ? 'ask' : 'each')
  expect(countedVisits([later, AFTERNOON], ZONE, mixed, new Set(['apt_2']))).toEqual([later])
})

test('what a person entered counts beside what a feed tells that day, whoever spoke last', () => {
  const entered = { ...MORNING, source: 'staff' }
  const of = (source: string) => (source === 'hl7' ? 'latest' : 'each')
  for (const changedAt of [MORNING.changedAt, '2026-03-09T10:00:00.000Z'])
    expect(asked(countedVisits([{ ...entered, changedAt }, AFTERNOON], ZONE, of))).toEqual([
      ['appointment:apt_1', 'apt_1'],
      ['appointment:apt_2', 'apt_2'],
      ['first:check-up', 'apt_1'],
    ])
})
