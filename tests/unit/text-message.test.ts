import { expect, test } from 'vitest'
import { healthWordsIn } from '../../core/mail/health-words.ts'
import { internationalNumber, mobileNumber } from '../../core/patients/phone-number.ts'
import { inGsm, textsIn } from '../../core/words/gsm-text.ts'
import { patientLanguages } from '../../core/words.ts'
import { elsewhereMessage, textMessage } from '../../server/outbox/text-words.ts'

test('Dutch ways to write a mobile number are one number', () => {
  const ways = [
    '06-12345678',
    '06 1234 5678',
    '0031612345678',
    '+31 6 12345678',
    '+31 (0)6 1234 56 78',
    '06.12.34.56.78',
  ]
  expect(ways.map(mobileNumber)).toEqual(ways.map(() => '+31612345678'))
})

test('a landline, a part of a number and words take no text message', () => {
  for (const typed of [
    '010 123 45 67',
    '+31 88 755 5555',
    '06 1234',
    '12345678',
    'thuis',
    '',
    '+',
    '0900-8844',
  ])
    expect(mobileNumber(typed)).toBeNull()
  expect(internationalNumber('010 123 45 67')).toBe('+31101234567')
})

test('a number of another country is taken as it is', () => {
  expect(mobileNumber('+49 151 23456789')).toBe('+4915123456789')
  expect(mobileNumber('0032 470 12 34 56')).toBe('+32470123456')
})

test('a text is counted as a telephone does', () => {
  expect(textsIn('a'.repeat(160))).toBe(1)
  expect(textsIn('a'.repeat(161))).toBe(2)
  expect(textsIn(`${'a'.repeat(159)}€`)).toBe(2)
  expect(textsIn('ş'.repeat(70))).toBe(1)
  expect(textsIn('ş'.repeat(71))).toBe(2)
})

test('letters that the alphabet lacks lose their mark; those it has keep it', () => {
  expect(inGsm('Şükrü Çağlayan, Łódź, één, ß')).toBe('Sükrü Çaglayan, Lodz, één, ß')
})

const names = ['De Vaart', 'Academisch Medisch Centrum Şükrü Çağlayan en Omstreken te Middelburg']
const texts = patientLanguages.flatMap((language) =>
  names.flatMap((organisation) =>
    [true, false].map((isReminder) => {
      const link = 'https://uitkomst.example-hospital.nl/s/ABCDEFGHJKMN'
      const said = { language, organisation, link, isReminder, endsByReply: isReminder }
      return { language, link, text: textMessage(said) }
    }),
  ),
)

test.each(patientLanguages)('who answers is told whom to call, in one message: %s', (language) => {
  const text = elsewhereMessage({ language, organisation: names[1] ?? '', phone: '010 000 12 34' })
  expect(textsIn(text)).toBeLessThanOrEqual(language === 'ar' ? 2 : 1)
  expect(text).toContain('010 000 12 34')
})

test.each(texts)(
  'what goes by text message fits, keeps its link and tells nothing: $text',
  ({ language, link, text }) => {
    expect(textsIn(text)).toBeLessThanOrEqual(language === 'ar' ? 2 : 1)
    expect(text).toContain(` ${link} `)
    expect(healthWordsIn(text.replace(link, '').replace(/^[^:]*:/, ''))).toEqual([])
  },
)
