import { expect, it } from 'vitest'
import { listed } from '../../core/words/listed.ts'
import { patientLanguages } from '../../core/words.ts'
import { words as formWords } from '../../server/forms/words.ts'
import { words as portalWords } from '../../server/portal/words.ts'

it.each(patientLanguages)('who says aloud what stands on a button presses it, in %s', (language) => {
  for (const words of [formWords[language], portalWords[language]])
    for (const size of [1, 2, 3] as const)
      expect(words.textSizeNow(size).toLowerCase()).toContain(words.textSize.toLowerCase()) // WCAG 2.5.3
})

it('a list has the comma of its language', () => {
  expect(listed(['a', 'b'], 'tr')).toBe('a, b')
  expect(listed(['a', 'b'], 'ar')).toBe('a، b')
})
