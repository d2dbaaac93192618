import { describe, expect, it } from 'vitest'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { type Plan, plan } from '../../core/schedule.ts'
import { instantOf, localDate, moveDate } from '../../core/time/dates.ts'
import { shipped } from '../support/definitions.ts'
import { type Journey, journeys } from '../support/journeys.ts'

const ZONE = 'Europe/Amsterdam'
const STARTED = '2027-01-04'
/** "3 months" may be written as 90 days. */
const DAYS_OFF = 3

const journeyOf = ({ id }: OutcomeSet): Journey => {
  const journey = journeys[id]
  if (!journey) throw new Error(`tests/support/journeys.ts has no typical patient for ${id}`)
  return journey
}

const factsOf = ({ stages, visits, dates = {} }: Journey, treatmentOption: string): Facts => ({
  zone: ZONE,
  enrolment: {
    id: 'enrolment',
    startedOn: STARTED,
    endedOn: null,
    knownSince: '2026-12-01T09:00:00.000Z',
    side: 'left',
    treatmentOption,
  },
  stages: Object.entries(stages).map(([stage, enteredOn]) => ({ stage, enteredOn })),
  appointments: visits.map(([kind, at], index) => ({
    id: `visit-${index}`,
    kind,
    status: 'booked',
    startsAt: instantOf(at, ZONE),
  })),
  submitted: [],
  turns: [],
  sex: 'female',
  hasProxy: true,
  patientDates: dates,
})

const planFor = (set: OutcomeSet, option: string): Plan =>
  plan({ set, instruments: shipped.instruments }, factsOf(journeyOf(set), option))

/** What the moment hangs on, read from the journey and not from the plan. */
function anchorDay({ anchor }: Moment, { stages, visits, dates = {} }: Journey): string {
  if (anchor.kind === 'stage') return stages[anchor.stage] ?? ''
  if (anchor.kind === 'appointment')
    return visits.find(([kind]) => kind === anchor.appointmentKind)?.[1].slice(0, 10) ?? ''
  if (anchor.kind === 'patient-date') return dates[anchor.name] ?? ''
  return STARTED
}

/** "Half a year after surgery" → P6M twice, "4 to 10 years after" → P4Y and P10Y; null where the words name no number. */
function saidPeriod(words: string): [from: string, until: string] | null {
  if (words.startsWith('Half a year')) return ['P6M', 'P6M']
  const [, first, last = first, unit] = /^(\d+)(?: to (\d+))? (day|week|month|year)s?\b/.exec(words) ?? []
  const period = (count: string) => `P${count}${unit?.charAt(0).toUpperCase()}`
  return first && last ? [period(first), period(last)] : null
}

/** The first and last day on which it may be due, by its own words; before a visit any day that is not the visit's. */
function promisedDue(moment: Moment, journey: Journey): [first: string, last: string] {
  const words = titleForStaff(moment).en
  const anchor = anchorDay(moment, journey)
  if (words.startsWith('Before')) return [moveDate(anchor, moment.opens), moveDate(anchor, '-P1D')]
  const period = saidPeriod(words)
  if (period) {
    const [first, last] = period.map((one) => moveDate(anchor, one)) as [string, string]
    return [moveDate(first, `-P${DAYS_OFF}D`), moveDate(last, `P${DAYS_OFF}D`)]
  }
  const said = journey.promised?.[moment.id]
  if (!said) throw new Error(`tests/support/journeys.ts does not say when "${words}" is due`)
  return [said, said]
}

describe.each([...shipped.outcomeSets.values()])('a typical patient of $id', (set) => {
  const journey = journeyOf(set)
  const planned = set.treatmentOptions.flatMap(({ id }) => planFor(set, id).assessments)

  it.each(set.moments)('is asked at "$id" on the day that its words promise', (moment) => {
    const [first, last] = promisedDue(moment, journey)
    const mine = planned.filter((one) => one.moment === moment.id)
    const days = new Set(mine.map(({ dueAt }) => dueAt))
    expect(days.size).toBeGreaterThanOrEqual(1 + (moment.repeats?.times ?? 0))
    for (const { dueAt, opensAt, closesAt } of mine) {
      expect(localDate(dueAt, ZONE) >= first && localDate(dueAt, ZONE) <= last, dueAt).toBe(true)
      expect(opensAt < dueAt && dueAt <= closesAt).toBe(true)
    }
  })

  it.each(set.moments.filter((one) => titleForStaff(one).en.startsWith('Before')))(
    'closes "$id" when the visit begins',
    (moment) => {
      const closing = planned.filter((one) => one.moment === moment.id).map(({ closesAt }) => closesAt)
      expect(new Set(closing.map((at) => localDate(at, ZONE)))).toEqual(new Set([anchorDay(moment, journey)]))
    },
  )

  it.each(set.treatmentOptions)('is followed after choosing "$id"', ({ id }) => {
    const { assessments } = planFor(set, id)
    expect(assessments.some(({ anchor }) => /^(stage|enrolment)/.test(anchor))).toBe(true)
  })
})
