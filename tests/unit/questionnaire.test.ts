import fc from 'fast-check'
import { Fhir } from 'fhir'
import { expect, test } from 'vitest'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { questionnaireToInstrument } from '../../core/questionnaire/read.ts'
import type { QuestionnaireItem } from '../../core/questionnaire/shape.ts'
import { instrumentToQuestionnaire } from '../../core/questionnaire/write.ts'
import { withWording } from '../../core/wording/install.ts'
import { matchOffer } from '../../core/wording/match.ts'
import { offerFromJson } from '../../core/wording/read-offer.ts'
import { shipped } from '../support/definitions.ts'

const instruments = [...shipped.instruments.values()]
const written = (one: Instrument) => JSON.stringify(instrumentToQuestionnaire(one, 'active'))
const readBack = (text: string) => questionnaireToInstrument(JSON.parse(text))

test('every instrument that ships goes out as a Questionnaire and comes back the same', () => {
  expect(instruments.length).toBeGreaterThan(60)
  for (const one of instruments) expect(readBack(written(one))).toEqual(JSON.parse(JSON.stringify(one)))
})

/** Any words in any languages, in the texts that patients read. */
const word = fc
  .string({ minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text && !/[{}<]/.test(text))
const text = fc
  .record({ nl: word, en: word })
  .chain((both) =>
    fc.dictionary(fc.constantFrom('de', 'tr', 'ar', 'fr'), word).map((others) => ({ ...both, ...others })),
  )

test('whatever its words are', () => {
  const anyText = fc.infiniteStream(text)
  fc.assert(
    fc.property(fc.constantFrom(...instruments), anyText, (one, stream) => {
      const changed = withTexts(one, () => stream.next().value as Record<string, string>)
      expect(readBack(written(changed))).toEqual(changed)
    }),
    { numRuns: 60 },
  )
})

function withTexts(one: Instrument, next: () => Record<string, string>): Instrument {
  const names = new Set([
    'title',
    'about',
    'description',
    'text',
    'minRateDescription',
    'maxRateDescription',
    'attributionText',
  ])
  const walk = (part: unknown, name: string): unknown => {
    if (Array.isArray(part)) return part.map((each) => walk(each, ''))
    if (typeof part !== 'object' || part === null) return part
    if (names.has(name)) return next()
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value, key)]))
  }
  return JSON.parse(JSON.stringify(walk(one, ''))) as Instrument
}

test('a text that was changed in the Questionnaire is the new text', () => {
  const one = instruments.find(({ id }) => id === 'everyday-mood') as Instrument
  const changed = written(one).replace(one.about.nl, 'Iets anders.')
  expect((readBack(changed) as Instrument).about.nl).toBe('Iets anders.')
})

test('the wording of a Questionnaire without our definition beside it can be installed again', () => {
  for (const one of instruments.filter(({ form }) => form !== null)) {
    const { extension: _ours, ...foreign } = instrumentToQuestionnaire(one, 'active')
    const offer = offerFromJson(JSON.stringify(foreign), 'nl')
    if ('unreadable' in offer) throw new Error(`${one.id}: ${offer.unreadable}`)
    const pairs = matchOffer(one, offer)
    expect(pairs.every(({ how }) => how === 'name')).toBe(true)
    const again = withWording(one, { offer, pairs, licence: one.licence, version: one.version })
    expect(instrumentShape.safeParse(again)).toMatchObject({ success: true })
  }
})

const fhir = new Fhir()

test('each Questionnaire keeps the rules of R4: structure, types and bound codes', () => {
  for (const one of instruments) {
    const { messages } = fhir.validate(JSON.parse(written(one)) as object, { errorOnUnexpected: true })
    const wrong = messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    expect({ id: one.id, wrong }).toEqual({ id: one.id, wrong: [] })
  }
})

const itemsIn = (items: readonly QuestionnaireItem[] = []): QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...itemsIn(item.item)])

test('and the invariants that a structure cannot say (que-0 to que-13)', () => {
  for (const one of instruments) {
    const questionnaire = instrumentToQuestionnaire(one, 'draft')
    const items = itemsIn(questionnaire.item)
    expect(questionnaire.name).toMatch(/^[A-Z]\w{0,254}$/) // que-0
    const ids = items.map(({ linkId }) => linkId)
    expect(new Set(ids).size).toBe(ids.length) // que-2
    const broken = items.filter((item) => !keepsTheRules(item, ids))
    expect({ id: one.id, broken }).toEqual({ id: one.id, broken: [] })
  }
})

function keepsTheRules(item: QuestionnaireItem, ids: readonly string[]): boolean {
  const { type, item: inner = [], enableWhen = [], answerOption, code, required, repeats, maxLength } = item
  const rules = [
    type !== 'group' || inner.length > 0, // que-1
    type !== 'display' || (inner.length === 0 && !code), // que-1, que-3
    type !== 'display' || (required === undefined && repeats === undefined), // que-6
    !answerOption || type === 'choice', // que-5
    maxLength === undefined || type === 'text', // que-10
    enableWhen.length < 2 || item.enableBehavior !== undefined, // que-12
    enableWhen.every(
      ({ operator, answerBoolean }) => (operator === 'exists') === (answerBoolean !== undefined),
    ), // que-7
    enableWhen.every(({ question }) => ids.includes(question)),
  ]
  return rules.every(Boolean)
}
