import { expect, test } from 'vitest'
import { daysAhead, isEve, isWorthTelling, tallyOf } from '../../core/mail/clinic-eve.ts'
import { languages } from '../../core/words.ts'
import { letterText } from '../../server/outbox/letter.ts'
import { staffLetter } from '../../server/outbox/letters.ts'

test.each([
  ['2026-11-18', { from: '2026-11-19', to: '2026-11-19' }],
  ['2026-11-20', { from: '2026-11-21', to: '2026-11-23' }],
  ['2026-11-21', { from: '2026-11-22', to: '2026-11-23' }],
  ['2026-11-22', { from: '2026-11-23', to: '2026-11-23' }],
])('%s is the eve of the working day after it, and of the weekend before that', (today, days) => {
  expect(daysAhead(today)).toEqual(days)
})

test('over days without mail the next clinic is told of before them', () => {
  expect(daysAhead('2026-11-19', ['5'])).toEqual({ from: '2026-11-20', to: '2026-11-23' })
})

test('it is told in the afternoon, or in the last hour of who mails in the morning only', () => {
  const house = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '20:00', quietDays: [] }
  const at = (time: string) => `2026-11-19T${time}:00.000Z`
  expect(['13:59', '14:00', '18:59', '19:00'].map((time) => isEve(house, at(time)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  const early = { ...house, sendUntil: '12:00' }
  expect(['09:59', '10:00', '11:00'].map((time) => isEve(early, at(time)))).toEqual([false, true, false])
})

test('who answered is not counted among those who still can', () => {
  const tally = tallyOf([
    { patientId: 'a', isAnswered: true, isOpen: true },
    { patientId: 'a', isAnswered: false, isOpen: true },
    { patientId: 'b', isAnswered: false, isOpen: true },
    { patientId: 'c', isAnswered: false, isOpen: false },
  ])
  expect(tally).toEqual({ patients: 3, answered: 1, open: 1 })
  expect(isWorthTelling(tally)).toBe(true)
  expect(isWorthTelling({ patients: 4, answered: 0, open: 0 })).toBe(false)
})

test.each(languages)('the mail says how many, and nothing about anybody: %s', (language) => {
  const link = 'https://uitkomst.example/staff/clinic?day=2026-11-23'
  const letterOf = (answered: number, open: number) =>
    staffLetter(
      'clinic-eve',
      { language, link, eve: { day: '2026-11-23', patients: 9, answered, open } },
      'De Vaart',
    )
  const both = letterOf(6, 2)
  expect(both.subject).toContain('23')
  expect(both.paragraphs).toHaveLength(6)
  expect(letterText(both)).toContain(link)
  expect(letterOf(6, 0).paragraphs).toHaveLength(5)
  expect(letterOf(0, 1).subject).toMatch(/2026$/)
})
