import { expect, test } from 'vitest'
import { atHome } from '../../core/outcome-sets/at-home.ts'
import type { SetVersion } from '../../server/definitions/reader.ts'
import { calendarOf } from '../../server/portal/calendar.ts'
import { calendarNotes } from '../../server/portal/visit-item.ts'
import { outcomeSet } from '../support/definitions.ts'

const visit = { kind: 'check-up', way: null, location: 'Route 34', preparation: null, setVersionId: 'one' }
const HERE = 'https://vragen.example.nl'
const set = outcomeSet('hip-knee-osteoarthritis')
const notes = (given: Parameters<typeof calendarNotes>[2]) =>
  calendarNotes(
    {
      definitions: { version: async () => ({ set }) as SetVersion },
      config: { PATIENT_URL: HERE },
    },
    { language: 'nl' },
    given,
  )

test('what is said of an appointment goes before what holds for its kind', () => {
  expect(atHome(null, undefined)).toBeNull()
  expect(atHome(null, { home: 'possible' })).toBe('possible')
  expect(atHome('visit', { home: 'possible' })).toBe('possible')
  expect(atHome(null, { home: 'always' })).toBe('home')
  expect(atHome('visit', { home: 'always' })).toBeNull()
  expect(atHome('phone', { home: 'always' })).toBe('phone')
  expect(atHome('video', undefined)).toBe('video')
})

test('who is called is sent to no place, and a calendar never says what to do before a visit', async () => {
  expect(await notes(visit)).toStrictEqual({
    where: 'Route 34',
    notes: [`Zo bereidt u zich voor: log in op ${HERE}/mijn`],
  })
  const called = await notes({ ...visit, way: 'phone' })
  expect(called.where).toBeNull()
  const file = calendarOf(
    { id: 'apt_1', startsAt: '2026-03-24T09:20:00.000Z' },
    { title: 'Afspraak', ...called, now: new Date('2026-03-02T08:00:00Z') },
  ).replaceAll('\r\n ', '')
  expect(file).toContain('DESCRIPTION:U wordt gebeld. U hoeft niet te komen.\\nZo bereidt u zich voor')
  expect(file).not.toContain('LOCATION')
  expect(file).not.toContain('bespreken')
})
