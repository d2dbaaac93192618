import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnswerable, statusOf } from '../../core/schedule/assessment-status.ts'
import { explainReason } from '../../core/schedule/schedule-words.ts'
import { instantOf, localDate, midnight, moveDate, moveInstant, yearsBetween } from '../../core/time/dates.ts'
import { formats } from '../../core/words/formats.ts'
import { ZONE } from '../support/care-path-facts.ts'

test('months end on the last day there is', () => {
  expect(moveDate('2026-01-31', 'P1M')).toBe('2026-02-28')
  expect(moveDate('2024-02-29', 'P1Y')).toBe('2025-02-28')
  expect(moveDate('2028-03-31', '-P1M')).toBe('2028-02-29')
  expect(moveDate('2024-02-28', 'P2D')).toBe('2024-03-01')
  expect(moveDate('2026-03-30', '-P1W')).toBe('2026-03-23')
  expect(moveDate('2026-01-01', '-P1D')).toBe('2025-12-31')
  expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17)
})

test('a day without midnight begins when it begins, an hour that is skipped comes after', () => {
  expect(midnight('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  expect(instantOf('2026-03-29T02:30', ZONE)).toBe('2026-03-29T01:30:00.000Z')
  expect(moveInstant('2026-03-28T10:00:00.000Z', 'PT24H', ZONE)).toBe('2026-03-29T10:00:00.000Z')
  expect(moveInstant('2026-03-28T10:00:00.000Z', '-PT2H', ZONE)).toBe('2026-03-28T08:00:00.000Z')
})

const instant = fc
  .date({ min: new Date('2026-01-11T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

test('whole days always arrive at the first instant of a local day', () => {
  const days = fc.integer({ min: -400, max: 400 }).filter((n) => n !== 0)
  const zones = fc.constantFrom(ZONE, 'America/Santiago', 'Africa/Cairo', 'Asia/Kathmandu')
  fc.assert(
    fc.property(instant, days, zones, (from, n, zone) => {
      const arrived = moveInstant(from, `${n < 0 ? '-' : ''}P${Math.abs(n)}D`, zone)
      const date = localDate(arrived, zone)
      expect(date).toBe(moveDate(localDate(from, zone), `${n < 0 ? '-' : ''}P${Math.abs(n)}D`))
      expect(localDate(new Date(Date.parse(arrived) - 1).toISOString(), zone) < date).toBe(true)
    }),
  )
})

test('a status follows from dates and answers alone', () => {
  const dates = { opensAt: '2', dueAt: '4', closesAt: '6', withdrawnAt: null, declinedAt: null }
  const gone = { ...dates, withdrawnAt: '3' }
  const draft = { submittedAt: null }
  const states = ['1', '2', '4', '6'].map((now) => statusOf(dates, null, now))
  expect(states).toEqual(['planned', 'open', 'overdue', 'expired'])
  expect([statusOf(dates, draft, '3'), statusOf(dates, draft, '5'), statusOf(dates, draft, '6')]).toEqual([
    'started',
    'started',
    'expired',
  ])
  expect([statusOf(gone, draft, '3'), statusOf(gone, { submittedAt: '3' }, '9')]).toEqual([
    'withdrawn',
    'completed',
  ])
  const declined = { ...dates, declinedAt: '3' }
  expect(['3', '9'].map((now) => statusOf(declined, draft, now))).toEqual(['declined', 'declined'])
  expect(statusOf(declined, { submittedAt: '4' }, '4')).toBe('completed')
  expect(statusOf({ ...declined, withdrawnAt: '4' }, null, '4')).toBe('withdrawn')
  expect(states.map(isAnswerable)).toEqual([false, true, true, false])
})

test('reasons are sentences in both languages', () => {
  const titled = (id: string, nl: string) => ({ id, title: { nl, en: `${nl} (en)` } })
  const set = {
    carePath: { stages: [titled('surgery', 'Operatie')] },
    appointmentKinds: [titled('surgery', 'Opname')],
    treatmentOptions: [titled('hip', 'Heupprothese')],
    moments: [],
    instruments: [titled('pain', 'Pijn')],
    patientDates: [titled('expected', 'Uitgerekende datum')],
  }
  const explain = (code: string, language: 'nl' | 'en') =>
    explainReason(code, set, language, (iso) => iso.slice(0, 10))
  expect(explain('stage:surgery', 'nl')).toBe('Hoort bij de fase “Operatie”.')
  expect(explain('cancelled:surgery', 'nl')).toBe('De afspraak “Opname” is afgezegd.')
  expect(explain('other-treatment:hip', 'en')).toBe('Not asked with the treatment “Heupprothese (en)”.')
  expect(explain('at:2026-04-01T08:30:00.000Z', 'nl')).toBe('Gerekend vanaf 2026-04-01.')
  expect(explain('other-side:left', 'nl')).toBe('Wordt alleen gevraagd bij deze zijde: links.')
  expect(explain('no-date:expected', 'nl')).toBe(
    'De datum waar dit van afhangt, is niet bekend: Uitgerekende datum.',
  )
  expect(explain('other-score:pain', 'nl')).toBe('De laatste score van “Pijn” vraagt hier niet om.')
  expect(explain('beyond-cap:14', 'en')).toBe(
    'That day has enough questions: the care path asks at most 14 a day.',
  )
  expect(explain('never-heard-of', 'nl')).toBe('never-heard-of')
})

test('what closes at midnight can be answered until the end of the day before, on paper as on screen', () => {
  const [nl, en] = [formats('nl', 'Europe/Amsterdam'), formats('en', 'Europe/Amsterdam')]
  expect(nl.until('2026-12-02T23:00:00.000Z')).toBe('t/m wo 2 dec 2026')
  expect(en.until('2026-03-28T23:00:00.000Z')).toBe('until the end of Sat 28 Mar 2026')
  expect(nl.until('2026-11-24T08:20:00.000Z')).toBe('tot di 24 nov 2026, 09:20')
  expect(en.until('2026-11-24T08:20:00.000Z')).toBe('until Tue 24 Nov 2026, 09:20')
})
