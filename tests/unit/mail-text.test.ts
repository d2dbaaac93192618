import { expect, test } from 'vitest'
import { experimentResult, plannedSize } from '../../core/mail/experiment.ts'
import { mailTextProblems, mailTextShape, withName } from '../../core/mail/mail-text.ts'
import { areQuietDays, isQuietDay, quietDaysIn, sayQuietDays } from '../../core/time/quiet-days.ts'
import { isSendingHour, mailDayFrom } from '../../core/time/sending-hours.ts'

const codesOf = (subject: string, opening = 'Wij horen graag hoe het gaat.') =>
  mailTextProblems({ subject, opening }).map(({ field, code, found }) => [field, code, ...found])

test.each([
  ['Vragen van {organisatie}', []],
  ['Vragen voor uw {naam}', [['subject', 'placeholder', '{naam}']]],
  ['Uw heup en uw knie', [['subject', 'health-words', 'knie', 'heup']]],
  ['Your PAIN this week', [['subject', 'health-words', 'pain']]],
  ['Kijk op www.elders.example', [['subject', 'address', 'www.elders.example']]],
  [
    'Mail naar zorg@elders.nl',
    [
      ['subject', 'health-words', 'zorg'],
      ['subject', 'address', 'zorg@elders.nl'],
    ],
  ],
])('a subject: %s', (subject, problems) => expect(codesOf(subject)).toEqual(problems))

test('lines are cleaned and kept, not too many, and a name with a $ is a name', () => {
  const read = mailTextShape.parse({
    subject: ' Vragen\u0000 ',
    opening: ' Eerste regel. \r\n\r\n Tweede.\u202e ',
  })
  expect(read).toEqual({ subject: 'Vragen', opening: 'Eerste regel.\nTweede.' })
  expect(codesOf('Vragen', 'een\ntwee\ndrie\nvier\nvijf')).toEqual([['opening', 'lines', '4']])
  expect(withName('Van {Organisation}', '$& Zn')).toBe('Van $& Zn')
  expect(mailTextShape.safeParse({ subject: 'a', opening: '' }).success).toBe(false)
})

test('quiet days are read as people write them, and said so again', () => {
  expect(quietDaysIn('za, Zondag\n25-12; 27/4/2027')).toEqual(['6', '7', '12-25', '2027-04-27'])
  expect(sayQuietDays(['6', '7', '12-25', '2027-04-27'], 'nl')).toBe('za, zo, 25-12, 27-4-2027')
  expect(quietDaysIn(sayQuietDays(['1', '2-28'.padStart(5, '0')], 'en'))).toEqual(['1', '02-28'])
  expect(quietDaysIn('')).toEqual([])
  for (const wrong of ['31-2', 'kerst', '12-25-2027', '8']) expect(quietDaysIn(wrong)).toBeNull()
  expect(areQuietDays(['1', '2', '3', '4', '5', '6', '7'])).toBe(false)
  expect(isQuietDay(['7', '12-25'], '2026-12-25')).toBe(true)
  expect(isQuietDay(['7', '12-25'], '2026-11-22')).toBe(true) // a Sunday
  expect(isQuietDay(['7', '12-25'], '2026-11-23')).toBe(false)
})

test('no mail on a quiet day, and the day after a row of them is the next', () => {
  const hours = {
    timeZone: 'Europe/Amsterdam',
    sendFrom: '08:00',
    sendUntil: '20:00',
    quietDays: ['6', '7', '12-25'],
  }
  expect(isSendingHour(hours, '2026-12-25T10:00:00Z')).toBe(false)
  expect(isSendingHour(hours, '2026-12-24T10:00:00Z')).toBe(true)
  expect(mailDayFrom(hours, '2026-12-25')).toBe('2026-12-28')
})

// R: power.prop.test(p1 = .37, p2 = .47, power = .8) gives n = 381.2, (p1 = .1, p2 = .2) n = 198.96
test('how many are needed follows the usual reckoning', () => {
  expect(plannedSize(0.37, 0.1)).toBe(382)
  expect(plannedSize(0.1, 0.1)).toBe(199)
})

test('an outcome is told when as many as were planned were asked, each person once', () => {
  const rows = (arm: 'a' | 'b', n: number, started: number) =>
    Array.from({ length: n }, (_, at) => ({ arm, person: `${arm}${at}`, started: at < started }))
  const both = [...rows('a', 100, 30), ...rows('b', 100, 55)]
  expect(experimentResult(both, { planned: 200, hasEnded: false }).verdict).toBe('not-yet')
  const told = experimentResult([...both, ...both], { planned: 100, hasEnded: false })
  expect(told).toMatchObject({ verdict: 'b', a: { invited: 100, started: 30 }, b: { started: 55 } })
  expect(told.difference?.low).toBeGreaterThan(0)
  const alike = [...rows('a', 100, 30), ...rows('b', 100, 33)]
  expect(experimentResult(alike, { planned: 100, hasEnded: false }).verdict).toBe('none')
  expect(experimentResult(rows('a', 9, 3), { planned: 1, hasEnded: true })).toMatchObject({
    a: null,
    verdict: 'not-yet',
  })
})
