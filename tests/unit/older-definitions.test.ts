import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { storedInstrument, storedSet } from '../../server/definitions/stored.ts'

const file = 'surveys/instruments/after-birth.json'
function older(change: (given: Record<string, unknown>) => void) {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  change(given)
  return JSON.stringify(given)
}
const title = { nl: 'Lang '.repeat(40).trim(), en: 'Long' }
const codes = [
  { system: 'http://loinc.org', code: '44261-7' },
  { system: 'http://hl7.org/fhir/sid/icd-10', code: `M16, M17, ${'M18, '.repeat(20)}M19` },
]
const limits = older((given) => Object.assign(given, { title, codes }))

it.each(['2025-01-01', null])(
  'what was stored with a longer title and mistyped codes is read as it was (published: %s)',
  (publishedAt) => {
    expect(storedInstrument({ content: limits, publishedAt })).toMatchObject({ title, codes })
  },
)

it('a set that was published before a rule about its parts is read as it was', () => {
  const given = JSON.parse(readFileSync('surveys/outcome-sets/hip-knee-osteoarthritis.json', 'utf8')) as {
    stageRules: { stage: string }[]
  }
  const [first] = given.stageRules
  const twice = [...given.stageRules, { ...first, stage: given.stageRules.at(-1)?.stage }]
  const content = JSON.stringify({ ...given, stageRules: twice })
  expect(storedSet({ content, publishedAt: '2025-01-01' })).toMatchObject({ stageRules: twice })
})

it('what was published and cannot be understood is still a fault', () => {
  const broken = older((given) => Object.assign(given, { items: 'none', title }))
  expect(() => storedInstrument({ content: broken, publishedAt: '2025-01-01' })).toThrow('invalid_type')
})
