import { expect, test } from 'vitest'
import { healthWordsIn } from '../../core/mail/health-words.ts'
import { languages } from '../../core/words.ts'
import { script } from '../../web/staff/calls/script.ts'

const facts = {
  caller: 'Maaike Hoekstra',
  organisation: 'De Vaart',
  name: 'Wil van der Ploeg',
  visit: '24 nov 2026, 10:20',
  mail: 'sent' as const,
  phone: '010 000 12 00',
  urgentPhone: '010 000 12 34',
}

test.each(languages)('what is said on the phone tells nobody what it is about (%s)', (language) => {
  const said = [facts, { ...facts, visit: null, mail: null }, { ...facts, mail: 'to-come' as const }].flatMap(
    (given) => [...script[language].lines(given), script[language].voicemail(given)],
  )
  expect(said.length).toBeGreaterThan(10)
  expect(said.flatMap(healthWordsIn)).toEqual([])
  expect(script[language].lines(facts).join(' ')).toContain(facts.urgentPhone)
})
