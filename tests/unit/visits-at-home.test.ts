import { expect, test } from 'vitest'
import { atHome } from '../../core/at-home.ts'
import { calendarOf } from '../../server/portal/calendar.ts'
import { calendarNotes } from '../../server/portal/visit-item.ts'

const title = { nl: 'Controle', en: 'Check-up' }
const kind = {
  id: 'check-up',
  title,
  home: 'possible' as const,
  preparation: { nl: 'Neem uw lijst mee.', en: 'List.' },
}
const visit = { way: null, location: 'Route 34', preparation: null }
const HERE = 'https://vragen.example.nl/mijn'

test('what is said of an appointment goes before what holds for its kind', () => {
  expect(atHome(null, undefined)).toBeNull()
  expect(atHome(null, { home: 'possible' })).toBe('possible')
  expect(atHome('visit', { home: 'possible' })).toBe('possible')
  expect(atHome(null, { home: 'always' })).toBe('home')
  expect(atHome('visit', { home: 'always' })).toBeNull()
  expect(atHome('phone', { home: 'always' })).toBe('phone')
  expect(atHome('video', undefined)).toBe('video')
})

test('who is called is sent to no place, and a calendar never says what to do before a visit', () => {
  expect(calendarNotes({ language: 'nl' }, visit, kind, HERE)).toStrictEqual({
    where: 'Route 34',
    notes: [`Zo bereidt u zich voor: log in op ${HERE}`],
  })
  const called = calendarNotes({ language: 'nl' }, { ...visit, way: 'phone' }, kind, HERE)
  expect(called.where).toBeNull()
  const file = calendarOf(
    { id: 'apt_1', startsAt: '2026-03-24T09:20:00.000Z' },
    { title: 'Afspraak', ...called, now: new Date('2026-03-02T08:00:00Z') },
  ).replaceAll('\r\n ', '')
  expect(file).toContain('DESCRIPTION:U wordt gebeld. U hoeft niet te komen.\\nZo bereidt u zich voor')
  expect(file).not.toContain('LOCATION')
  expect(file).not.toContain('lijst')
})
