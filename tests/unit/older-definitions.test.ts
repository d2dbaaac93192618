import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { storedInstrument } from '../../server/definitions/stored.ts'

const file = 'surveys/instruments/after-birth.json'
function older(change: (given: Record<string, unknown>) => void) {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  change(given)
  return JSON.stringify(given)
}
const title = { nl: 'Lang '.repeat(40).trim(), en: 'Long' }
const codes = [{ system: 'http://loinc.org', code: '44261-7' }]
const limits = older((given) => Object.assign(given, { title, codes }))

it('what was published with a longer title and a mistyped code is read as it was; a draft is not', () => {
  expect(storedInstrument({ content: limits, publishedAt: '2025-01-01' })).toMatchObject({ title, codes })
  expect(() => storedInstrument({ content: limits, publishedAt: null })).toThrow('too_big')
})

it('what was published and cannot be understood is still a fault', () => {
  const broken = older((given) => Object.assign(given, { items: 'none', title }))
  expect(() => storedInstrument({ content: broken, publishedAt: '2025-01-01' })).toThrow('invalid_type')
})
