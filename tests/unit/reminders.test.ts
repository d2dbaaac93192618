import { expect, test } from 'vitest'
import { type Asking, type Mailed, reminderTimes, wishFor } from '../../core/schedule/reminders.ts'
import { isSendingHour, mailBegins, mailGoesAgain } from '../../core/time/sending-hours.ts'

const AMSTERDAM = 'Europe/Amsterdam'
const rules = [
  { from: 'opening', offset: 'P4D' },
  { from: 'anchor', offset: '-P3D' },
] as const
const asking: Asking = {
  opensAt: '2026-03-01T23:00:00.000Z',
  dueAt: '2026-03-13T23:00:00.000Z',
  closesAt: '2026-03-15T23:00:00.000Z',
  anchorAt: '2026-03-16T09:20:00.000Z',
}
const mailed = (lastAt: string | null, reminders = 0): Mailed => ({
  lastAt,
  invitations: lastAt ? 1 : 0,
  reminders,
})
const wish = (before: Mailed, now: string, given: Asking = asking) =>
  wishFor([...rules], given, before, now, AMSTERDAM)

test('reminders are due at local midnight, counted from the opening, the due date and the anchor', () => {
  const times = reminderTimes([...rules, { from: 'due', offset: '-P1D' }], asking, AMSTERDAM)
  expect(times).toEqual(['2026-03-05T23:00:00.000Z', '2026-03-12T23:00:00.000Z'])
  // The one before the due date falls on the same midnight as the one before the anchor: two rules, one reminder.
  expect(reminderTimes([{ from: 'due', offset: '-P1D' }], asking, AMSTERDAM)).toEqual(times.slice(1))
})

test('a reminder outside of the window, or counted from an anchor that is not known, does not exist', () => {
  const late = { ...asking, closesAt: '2026-03-10T23:00:00.000Z' }
  expect(reminderTimes([...rules], late, AMSTERDAM)).toEqual(['2026-03-05T23:00:00.000Z'])
  expect(reminderTimes([...rules], { ...asking, anchorAt: null }, AMSTERDAM)).toEqual([
    '2026-03-05T23:00:00.000Z',
  ])
})

test('first the invitation, then each reminder once, then nothing', () => {
  expect(wish(mailed(null), '2026-03-02T08:00:00.000Z')).toEqual({
    kind: 'invitation',
    ordinal: 1,
    passed: 0,
  })
  const invited = mailed('2026-03-02T08:00:00.000Z')
  expect(wish(invited, '2026-03-04T08:00:00.000Z')).toBeNull()
  expect(wish(invited, '2026-03-06T08:00:00.000Z')).toEqual({ kind: 'reminder', ordinal: 1, passed: 0 })
  const reminded = mailed('2026-03-06T08:00:00.000Z', 1)
  expect(wish(reminded, '2026-03-10T08:00:00.000Z')).toBeNull()
  expect(wish(reminded, '2026-03-14T08:00:00.000Z')).toEqual({ kind: 'reminder', ordinal: 2, passed: 0 })
  expect(wish(mailed('2026-03-14T08:00:00.000Z', 2), '2026-03-15T08:00:00.000Z')).toBeNull()
})

test('after a standstill only the newest reminder is wished for', () => {
  expect(wish(mailed('2026-03-02T08:00:00.000Z'), '2026-03-14T08:00:00.000Z')).toEqual({
    kind: 'reminder',
    ordinal: 2,
    passed: 1,
  })
})

test('an invitation that comes late is not followed by the reminders it came after', () => {
  expect(wish(mailed('2026-03-14T08:00:00.000Z'), '2026-03-14T09:00:00.000Z')).toBeNull()
})

test('a window that moved and opens again is announced again, with reminders of its own', () => {
  const moved: Asking = {
    opensAt: '2026-04-01T22:00:00.000Z',
    dueAt: '2026-04-13T22:00:00.000Z',
    closesAt: '2026-04-15T22:00:00.000Z',
    anchorAt: '2026-04-16T08:20:00.000Z',
  }
  const before = mailed('2026-03-06T08:00:00.000Z', 1)
  expect(wish(before, '2026-04-02T08:00:00.000Z', moved)).toEqual({
    kind: 'invitation',
    ordinal: 2,
    passed: 0,
  })
  const after: Mailed = { lastAt: '2026-04-02T08:00:00.000Z', invitations: 2, reminders: 1 }
  expect(wish(after, '2026-04-06T08:00:00.000Z', moved)).toEqual({ kind: 'reminder', ordinal: 2, passed: 0 })
})

test('sending hours are local, before and after the clock changes', () => {
  const hours = { timeZone: AMSTERDAM, sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
  expect(isSendingHour(hours, '2026-03-28T06:59:59.999Z')).toBe(false)
  expect(isSendingHour(hours, '2026-03-28T07:00:00.000Z')).toBe(true)
  expect(isSendingHour(hours, '2026-03-29T06:00:00.000Z')).toBe(true) // summer time began at night
  expect(isSendingHour(hours, '2026-03-29T18:00:00.000Z')).toBe(false)
  expect(mailGoesAgain(hours, '2026-03-29T17:59:59.999Z')).toBeNull()
  expect(mailGoesAgain(hours, '2026-03-28T19:00:00.000Z')).toBe('2026-03-29T06:00:00.000Z')
  expect(mailGoesAgain(hours, '2026-03-28T06:59:59.999Z')).toBe('2026-03-28T07:00:00.000Z')
  expect(mailGoesAgain({ ...hours, quietDays: ['7', '2026-03-30'] }, '2026-03-28T19:00:00.000Z')).toBe(
    '2026-03-31T06:00:00.000Z',
  )
  expect(mailBegins(hours, '2026-03-29')).toBe('2026-03-29T06:00:00.000Z')
})
