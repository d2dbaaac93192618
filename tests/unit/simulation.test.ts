import { describe, expect, test } from 'vitest'
import { burdenOf, clashesOf, sittingsOf } from '../../core/simulation/burden.ts'
import type { Sample } from '../../core/simulation/life.ts'
import { simulate } from '../../core/simulation/simulate.ts'
import { outcomeSet, shipped } from '../support/definitions.ts'

const set = outcomeSet('hip-knee-osteoarthritis')
const asking = { set, instruments: shipped.instruments }
const hours = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '20:00' }
const sample: Sample = {
  startsOn: '2026-03-02',
  treatment: set.treatmentOptions[0]?.id ?? null,
  side: 'right',
  answering: 'at-once',
  leftOut: [],
  passed: [],
}
const live = (given: Partial<Sample> = {}, change: Partial<typeof set> = {}) =>
  simulate({ ...asking, set: { ...set, ...change } }, { ...sample, ...given }, hours)

describe.each([...shipped.outcomeSets.values()])('$id', (each) => {
  test.each(each.treatmentOptions.map(({ id }) => id))(
    'is lived through with %s, without a clash of mails',
    (treatment) => {
      const simulation = simulate(
        { set: each, instruments: shipped.instruments },
        { ...sample, treatment },
        hours,
      )
      expect(simulation.assessments.length).toBeGreaterThan(1)
      expect(
        simulation.assessments.every(({ answeredAt, items }) => answeredAt !== null || items === 0),
      ).toBe(true)
      expect(clashesOf(simulation).filter(({ kind }) => kind === 'no-mail')).toEqual([])
    },
  )
})

test('the same sample lives the same two years, on any date of start', () => {
  expect(live()).toEqual(live())
  const moments = (startsOn: string) => live({ startsOn }).assessments.map(({ moment }) => moment)
  expect(moments('2027-10-30')).toEqual(moments('2026-03-02'))
})

test('every mail goes within the sending hours, at most two a day, and the first of an assessment invites', () => {
  const { mails } = live({ answering: 'never' })
  const clock = (at: string) =>
    new Intl.DateTimeFormat('nl', { timeZone: hours.timeZone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(at),
    )
  expect(mails.every(({ at }) => clock(at) >= '08:00' && clock(at) < '20:00')).toBe(true)
  const first = new Map(
    mails
      .flatMap(({ about }) => about)
      .toReversed()
      .map((one) => [one.key, one.kind]),
  )
  expect([...new Set(first.values())]).toEqual(['invitation'])
})

test('who never answers is reminded, who answers at once is not, who waits is reminded once', () => {
  const reminders = (answering: Sample['answering']) =>
    live({ answering }).mails.flatMap(({ about }) => about.filter(({ kind }) => kind === 'reminder'))
  expect(reminders('at-once')).toEqual([])
  expect(reminders('never').length).toBeGreaterThan(reminders('after-reminder').length)
  expect(live({ answering: 'never' }).assessments.every(({ answeredAt }) => answeredAt === null)).toBe(true)
})

test('another treatment and side ask something else, and say why not', () => {
  const options = set.treatmentOptions.map(({ id }) => id)
  const asked = options.map((treatment) =>
    live({ treatment })
      .assessments.map(({ moment }) => moment)
      .join(),
  )
  expect(new Set(asked).size).toBeGreaterThan(1)
  expect(live({ treatment: null }).not.map(({ why }) => why[0])).toContain('no-treatment-yet')
})

test('what two years ask is counted once, by sitting, by year, with the minutes every list ends with', () => {
  const simulation = live()
  const sittings = sittingsOf(simulation)
  const years = burdenOf(simulation, sample.startsOn)
  const items = simulation.assessments.reduce((sum, one) => sum + one.items, 0)
  expect(years.reduce((sum, year) => sum + year.items, 0)).toBe(items)
  expect(years.reduce((sum, year) => sum + year.sittings, 0)).toBe(sittings.length)
  const minutes = simulation.assessments.reduce((sum, one) => sum + one.minutes, 0)
  expect(sittings.reduce((sum, one) => sum + one.minutes, 0)).toBeCloseTo(minutes + sittings.length * 0.75)
})

test('the same questions twice in two weeks are a clash, and so is a window in which no mail goes', () => {
  const [first] = set.moments
  if (!first) throw new Error('a set has moments')
  const { skipIfAnsweredWithin: _, ...always } = first
  const again = { ...always, id: 'again' }
  const twice = clashesOf(live({}, { moments: [always, again] }))
  expect(twice.filter(({ kind }) => kind === 'asked-twice').length).toBe(first.instruments.length)
  const night = { ...always, opens: 'PT11H', due: 'PT12H', closes: 'PT13H', linkDead: 'PT14H' }
  expect(clashesOf(live({}, { moments: [night] })).map(({ kind }) => kind)).toContain('no-mail')
})
