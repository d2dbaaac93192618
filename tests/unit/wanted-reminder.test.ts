import { expect, test } from 'vitest'
import { wantedAt } from '../../core/schedule/wanted-reminder.ts'

const hours = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
const morning = '2026-03-02T08:00:00.000Z'

test('tonight is seven o’clock here, tomorrow nine, over the change to summer time too', () => {
  expect(wantedAt('tonight', hours, morning)).toBe('2026-03-02T18:00:00.000Z')
  expect(wantedAt('tomorrow', hours, morning)).toBe('2026-03-03T08:00:00.000Z')
  expect(wantedAt('tomorrow', hours, '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T07:00:00.000Z')
})

test('an evening that is over, or in which nothing is sent, is not promised', () => {
  expect(wantedAt('tonight', hours, '2026-03-02T17:30:00.000Z')).toBe('2026-03-02T18:00:00.000Z')
  expect(wantedAt('tonight', hours, '2026-03-02T17:31:00.000Z')).toBeNull()
  expect(wantedAt('tonight', { ...hours, sendUntil: '18:00' }, morning)).toBe('2026-03-02T16:30:00.000Z')
  expect(wantedAt('tonight', { ...hours, sendUntil: '17:00' }, morning)).toBeNull()
  expect(wantedAt('tonight', { ...hours, sendUntil: '17:29' }, morning)).toBeNull()
})

test('a day on which no mail goes is not promised', () => {
  const weekdays = { ...hours, quietDays: ['6', '7', '03-03'] }
  expect(wantedAt('tonight', weekdays, morning)).toBe('2026-03-02T18:00:00.000Z')
  expect(wantedAt('tomorrow', weekdays, morning)).toBeNull()
  expect(wantedAt('tonight', weekdays, '2026-03-07T08:00:00.000Z')).toBeNull()
})

test('tomorrow keeps to the sending hours', () => {
  expect(wantedAt('tomorrow', { ...hours, sendFrom: '10:00' }, morning)).toBe('2026-03-03T09:00:00.000Z')
  expect(wantedAt('tomorrow', { ...hours, sendUntil: '09:15' }, morning)).toBe('2026-03-03T07:45:00.000Z')
  expect(wantedAt('tomorrow', { ...hours, sendFrom: '00:00', sendUntil: '00:10' }, morning)).toBe(
    '2026-03-02T23:00:00.000Z',
  )
})
