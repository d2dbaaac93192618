import { describe, expect, test } from 'vitest'
import { burdenOf, clashesOf, sittingsOf } from '../../core/simulation/burden.ts'
import { drawnPath } from '../../core/simulation/drawn.ts'
import type { Sample } from '../../core/simulation/life.ts'
import { askedAtEach, stagesOfOthers } from '../../core/simulation/of-treatment.ts'
import { personAsked } from '../../core/simulation/person.ts'
import { simulate } from '../../core/simulation/simulate.ts'
import { outcomeSet, shipped } from '../support/definitions.ts'

const set = outcomeSet('hip-knee-osteoarthritis')
const asking = { set, instruments: shipped.instruments }
const hours = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
const sample: Sample = {
  startsOn: '2026-03-02',
  treatment: set.treatmentOptions[0]?.id ?? null,
  side: 'right',
  answering: 'at-once',
  leftOut: [],
  rhythms: {},
  passed: [],
  mailGapDays: null,
  sex: 'unknown',
  patientDates: {},
  scores: {},
}
const live = (given: Partial<Sample> = {}, change: Partial<typeof set> = {}) =>
  simulate({ ...asking, set: { ...set, ...change } }, { ...sample, ...given }, hours)

describe.each([...shipped.outcomeSets.values()])('$id', (each) => {
  test.each(each.treatmentOptions.map(({ id }) => id))(
    'is lived through with %s, without a clash of mails',
    (treatment) => {
      const simulation = simulate(
        { set: each, instruments: shipped.instruments },
        { ...sample, treatment, leftOut: stagesOfOthers(each, treatment) },
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

test('what is beyond the cap of a set is not asked here either, and says why', () => {
  const free = live()
  const capped = live({}, { questionCap: { perDay: 500, beyond: 'leave-out', perVisit: 12 } })
  expect(free.assessments.some(({ items }) => items > 12)).toBe(true)
  expect(capped.not.filter(({ why }) => why.includes('beyond-visit:12')).length).toBeGreaterThan(0)
  expect(capped.assessments.length).toBeLessThan(free.assessments.length)
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

describe('appointments that come again', () => {
  const lived = (id: string, rhythms: Sample['rhythms']) => {
    const own = outcomeSet(id)
    const treatment = own.treatmentOptions[0]?.id ?? null
    const given = { ...sample, treatment, leftOut: stagesOfOthers(own, treatment), rhythms }
    return simulate({ set: own, instruments: shipped.instruments }, given, hours)
  }
  const sittings = (id: string, rhythms: Sample['rhythms']) =>
    burdenOf(lived(id, rhythms), sample.startsOn).map((year) => year.sittings)
  const dates = (id: string, kind: string, rhythms: Sample['rhythms']) =>
    lived(id, rhythms)
      .course.visits.filter((visit) => visit.kind === kind)
      .map(({ at }) => at.slice(0, 10))

  test.each(['type-2-diabetes', 'copd', 'heart-failure', 'rheumatoid-arthritis'])(
    'are asked about in the second year of %s too',
    (id) => {
      const [kind = ''] = askedAtEach(outcomeSet(id))
      const [, once = 0] = sittings(id, {})
      const [, yearly = 0] = sittings(id, { [kind]: 'P1Y' })
      const [, often = 0] = sittings(id, { [kind]: 'P3M' })
      expect(yearly).toBeGreaterThan(once)
      expect(often).toBeGreaterThanOrEqual(yearly + 2)
    },
  )

  test('lie apart, and come until their stage is left', () => {
    expect(dates('type-2-diabetes', 'short-check', {})).toEqual(['2026-07-20'])
    expect(dates('type-2-diabetes', 'yearly-check', { 'yearly-check': 'P1Y' })).toEqual([
      '2027-01-18',
      '2028-01-18',
    ])
    const [first, ...others] = dates('hip-knee-osteoarthritis', 'check-up', { 'check-up': 'P3M' })
    expect(first).toBeDefined()
    expect(others.length).toBe(3)
  })
})

test('nobody comes to a stage in which only another treatment is measured, and each moment is drawn with its own', () => {
  expect(stagesOfOthers(set, 'conservative')).toEqual(['surgery'])
  expect(stagesOfOthers(set, 'hip-replacement')).toEqual([])
  expect(stagesOfOthers(outcomeSet('prostate-cancer'), 'prostatectomy')).toEqual([
    'surveillance',
    'radiotherapy',
  ])
  const drawn = drawnPath({ set: outcomeSet('prostate-cancer'), instruments: shipped.instruments })
  expect(drawn.moments.filter(({ first }) => first === null).map(({ moment }) => moment.id)).toEqual([
    'year-2-surgery',
    'year-3-surgery',
    'later-surgery',
    'year-2-radiotherapy',
    'year-3-radiotherapy',
    'later-radiotherapy',
    'year-2-surveillance',
    'year-3-surveillance',
    'later-surveillance',
  ])
  const ofHip = drawnPath(asking)
  expect(ofHip.course.stages.map(({ stage }) => stage)).toContain('surgery')
  expect(ofHip.treatment).not.toBe('conservative')
})

test('who the patient is and how they score decides what hangs on it', () => {
  const [first] = set.moments
  if (!first) throw new Error('The set asks nothing')
  const limit = {
    instrument: 'hip-knee',
    scale: 'pain',
    op: '>=',
    value: 7,
    within: 'P1Y',
    ifUnknown: 'leave-out',
  }
  const only = { ...first, title: { nl: 'Extra', en: 'Extra' }, staffTitle: undefined }
  const again = {
    ...only,
    anchor: { kind: 'enrolment' },
    opens: 'P6M',
    due: 'P7M',
    closes: 'P8M',
    linkDead: 'P9M',
  }
  const moments = [
    ...set.moments,
    { ...again, id: 'of-pain', ifScores: [limit] },
    { ...again, id: 'of-women', sexes: ['female'] },
    { ...again, id: 'of-the-old', age: { from: 70 } },
    { ...again, id: 'of-a-date', anchor: { kind: 'patient-date', name: 'expected' } },
  ] as typeof set.moments
  const asked = (given: Partial<Sample>) =>
    live(given, { moments })
      .assessments.map(({ moment }) => moment)
      .filter((moment) => moment.startsWith('of-'))
  const young = { 'birth-date': '1990-01-01' }
  expect(asked({ patientDates: young })).toEqual([])
  const scores = { 'hip-knee pain': 8 }
  expect(asked({ patientDates: young, scores, answering: 'never' })).toEqual([])
  expect(asked({ patientDates: young, scores: { 'hip-knee pain': 3 } })).toEqual([])
  expect(asked({ patientDates: young, scores })).toEqual(['of-pain'])
  const dates = { 'birth-date': '1940-01-01', expected: '2026-04-01' }
  expect(asked({ patientDates: dates, sex: 'female' })).toEqual(['of-women', 'of-the-old', 'of-a-date'])
  expect(personAsked({ moments })).toEqual({
    hasSexes: true,
    hasBirthDate: true,
    dates: ['expected'],
    scales: [{ instrument: 'hip-knee', scale: 'pain' }],
  })
})
