import { expect, test } from 'vitest'
import { checkDefinitions } from '../../core/definitions/definitions-check.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Offer, ReadOffer } from '../../core/questionnaire/offered.ts'
import { wordingFaults } from '../../core/wording/faults.ts'
import { offerFromSheet } from '../../core/wording/from-sheet.ts'
import { withWording } from '../../core/wording/install.ts'
import { matchOffer } from '../../core/wording/match.ts'
import { offerFromJson } from '../../core/wording/read-offer.ts'
import { instrument } from '../support/definitions.ts'

// All wording here is made up for the test; none of it is that of a published questionnaire.

const phq2 = instrument('phq-2')
const WORDS = ['Nooit', 'Soms', 'Vaak', 'Altijd']

function offerOf(read: ReadOffer): Offer {
  if ('unreadable' in read) throw new Error(read.unreadable)
  return read
}
const codesOf = (about: Instrument, offer: Offer, chosen = {}) =>
  wordingFaults(about, offer, matchOffer(about, offer, chosen)).map(({ code }) => code)

const sheet = (options: string, names = ['phq2_1', 'phq2_2']) =>
  offerOf(
    offerFromSheet(
      [
        ['Item', 'Taal', 'Tekst', 'Opties'],
        ...names.map((name) => [name, 'nl-NL', `Vraag ${name}?`, options]),
      ],
      'nl',
    ),
  )
const right = sheet('0 = Nooit | 1 = Soms | 2 = Vaak | 3 = Altijd')

const fhirItem = (linkId: string, code?: string) => ({
  linkId,
  type: 'choice',
  text: `Vraag ${linkId}?`,
  ...(code ? { code: [{ system: 'http://loinc.org', code }] } : {}),
  _text: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'en-GB' },
          { url: 'content', valueString: `Question ${linkId}?` },
        ],
      },
    ],
  },
  answerValueSet: '#often',
})
const often = {
  resourceType: 'ValueSet',
  id: 'often',
  compose: {
    include: [
      {
        concept: WORDS.map((display, value) => ({
          code: `LA-${value}`,
          display,
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
        })),
      },
    ],
  },
}

test('a sheet, a FHIR Questionnaire and a SurveyJS form become the same questions', () => {
  const fhir = offerOf(
    offerFromJson(
      JSON.stringify({
        resourceType: 'Questionnaire',
        status: 'active',
        language: 'nl',
        contained: [often],
        item: [
          { linkId: 'g', type: 'group', text: 'Hoe vaak?', item: [fhirItem('/a', 'x'), fhirItem('/b')] },
        ],
      }),
      'en',
    ),
  )
  const survey = offerOf(
    offerFromJson(
      JSON.stringify({
        pages: [
          {
            elements: [
              {
                type: 'matrix',
                name: 'm',
                title: 'Hoe vaak?',
                columns: WORDS.map((text, value) => ({ value, text: { default: text, en: `${text}!` } })),
                rows: [
                  { value: 'phq2_1', text: 'Vraag een?' },
                  { value: 'PHQ2-2', text: 'Vraag twee?' },
                ],
              },
            ],
          },
        ],
      }),
      'nl',
    ),
  )
  expect(fhir.items.map(({ texts, hint }) => [texts, hint])).toEqual([
    [{ nl: 'Vraag /a?', en: 'Question /a?' }, { nl: 'Hoe vaak?' }],
    [{ nl: 'Vraag /b?', en: 'Question /b?' }, { nl: 'Hoe vaak?' }],
  ])
  for (const { items } of [fhir, survey, right])
    expect(items.map(({ options }) => options.map(({ value, texts }) => [value, texts.nl]))).toEqual(
      Array.from({ length: 2 }, () => WORDS.map((text, value) => [value, text])),
    )
  expect(matchOffer(phq2, survey).map(({ how }) => how)).toEqual(['name', 'name'])
  expect(matchOffer(phq2, fhir).map(({ offered, how }) => [offered, how])).toEqual([
    [0, 'order'],
    [1, 'order'],
  ])
})

test('of a FHIR Questionnaire all stems stand above a question, and what is left out is told', () => {
  const control = (code: string) => [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
      valueCodeableConcept: { coding: [{ code }] },
    },
  ]
  const inner = {
    linkId: 'q',
    type: 'string',
    text: 'Inslapen',
    enableWhen: [{ question: 'p', operator: '=', answerBoolean: true }],
    item: [{ linkId: 'h', type: 'display', text: 'Kies er een', extension: control('help') }],
  }
  const about = { linkId: 'd', type: 'display', text: 'Denk aan de afgelopen week' }
  const item = [
    {
      linkId: 'g',
      type: 'group',
      text: 'Hoeveel last had u van:',
      item: [about, { linkId: 's', type: 'group', text: 'Slapen', item: [inner] }],
    },
  ]
  const { items, untaken } = offerOf(
    offerFromJson(JSON.stringify({ resourceType: 'Questionnaire', status: 'active', item }), 'nl'),
  )
  expect(items.map(({ hint }) => hint)).toEqual([{ nl: 'Hoeveel last had u van: Slapen – Kies er een' }])
  expect(untaken).toEqual([
    { code: 'left_out', said: ['Denk aan de afgelopen week'] },
    { code: 'condition', said: ['Inslapen', 'p = true'] },
  ])
})

test('of a SurveyJS form all stems stand above a question, and what is left out is told', () => {
  const matrix = {
    type: 'matrix',
    name: 'm',
    title: 'Hoe vaak?',
    description: 'Kies er een',
    columns: WORDS,
    rows: ['phq2_1', 'phq2_2'],
    visibleIf: '{a} > 1',
  }
  const panel = { type: 'panel', name: 'p', title: 'Stemming', elements: [matrix] }
  const page = { title: 'De afgelopen week', elements: [{ type: 'html', name: 'h', html: 'Let op' }, panel] }
  const offer = offerOf(offerFromJson(JSON.stringify({ pages: [page] }), 'nl'))
  const stem = { nl: 'De afgelopen week – Stemming – Hoe vaak? Kies er een' }
  expect(offer.items.map(({ hint }) => hint)).toEqual([stem, stem])
  expect(offer.untaken).toEqual([
    { code: 'left_out', said: ['Let op'] },
    { code: 'condition', said: ['Hoe vaak?', '{a} > 1'] },
  ])
  expect(codesOf(phq2, offer)).toEqual(['left_out', 'condition', 'by_place'])
})

test('of a sheet, cells beyond its columns are a fault, and lines that are no question are told', () => {
  const head = ['item', 'taal', 'opties', 'tekst']
  const line = (name: string) => [name, 'nl', WORDS.join('|'), `Vraag ${name}?`]
  const lines = [line('phq2_1'), [...line('phq2_2'), ' in de week'], line('phq2_1'), ['', '', '', 'Los']]
  const offer = offerOf(offerFromSheet([head, ...lines], 'nl'))
  expect(offer.untaken).toEqual([
    { code: 'more_cells', said: ['phq2_2', ' in de week'] },
    { code: 'left_out', said: [line('phq2_1').join(' | ')] },
    { code: 'left_out', said: ['Los'] },
  ])
  const faults = wordingFaults(phq2, offer, matchOffer(phq2, offer))
  expect(faults.map(({ code, looks }) => [code, looks])).toEqual([
    ['more_cells', undefined],
    ['left_out', true],
    ['left_out', true],
    ['by_place', true],
  ])
})

test('what is no wording says why', () => {
  const why = (text: string) => offerFromJson(text, 'nl')
  expect(why('{')).toEqual({ unreadable: 'not_json' })
  expect(why('{"resourceType":"Patient"}')).toEqual({ unreadable: 'not_a_questionnaire' })
  expect(why('{"resourceType":"Questionnaire","status":"active"}')).toEqual({ unreadable: 'no_questions' })
  expect(why('[1,2]')).toEqual({ unreadable: 'not_a_questionnaire' })
  expect(why('{"pages":[]}')).toEqual({ unreadable: 'no_questions' })
  expect(why(`${'['.repeat(50)}${']'.repeat(50)}`)).toEqual({ unreadable: 'too_large' })
  const many = Array.from({ length: 102 }, (_, value) => value)
  expect(
    why(JSON.stringify({ pages: [{ elements: [{ type: 'radiogroup', name: 'a', choices: many }] }] })),
  ).toEqual({
    unreadable: 'too_large',
  })
  expect(offerFromSheet([['vraag', 'antwoord']], 'nl')).toEqual({ unreadable: 'no_columns' })
})

test('wording that fits has nothing wrong with it', () => {
  expect(codesOf(phq2, right)).toEqual([])
})

test('numbers, values, order and languages are held against the instrument', () => {
  expect(codesOf(phq2, sheet('a | b | c'))).toEqual(['count', 'count'])
  expect(codesOf(phq2, sheet('1 = a | 2 = b | 3 = c | 4 = d'))).toEqual(['values', 'values'])
  expect(codesOf(phq2, sheet('3 = a | 2 = b | 1 = c | 0 = d'))).toEqual(['order', 'order'])
  expect(codesOf(phq2, sheet(''))).toEqual(['options_missing', 'options_missing'])
  expect(codesOf(phq2, sheet('a | b | a | d'))).toEqual(['same_answer', 'same_answer', 'by_place'])
  expect(codesOf(phq2, sheet('a | b | c | <b>d</b>'))).toEqual(['markup', 'markup', 'by_place'])
  expect(codesOf(phq2, sheet('a | b | c | d', ['phq2_1', 'phq2_2', 'phq2_3']))).toEqual([
    'left_over',
    'by_place',
  ])
  expect(codesOf(phq2, sheet('a | b | c | d', ['phq2_1']))).toEqual(['no_wording', 'by_place'])
  expect(codesOf(phq2, sheet('a | b | c | d', ['one', 'two']))).toEqual(['by_order', 'by_place'])
  const [first, second] = right.items
  const english = { ...second, texts: { ...second?.texts, en: 'Question?' } }
  expect(
    codesOf(phq2, { items: [{ ...english, name: 'phq2_1' }, first] as Offer['items'], untaken: [] }),
  ).toEqual(['no_wording', 'left_over', 'language'])
  expect(
    codesOf(phq2, { ...right, items: right.items.map((one) => ({ ...one, texts: { nl: 'Zelfde?' } })) }),
  ).toEqual(['same_question'])
})

test('answers without numbers are looked at: what the first and the last would count for, once for all alike', () => {
  const offer = sheet('Altijd | Vaak | Soms | Nooit')
  expect(wordingFaults(phq2, offer, matchOffer(phq2, offer))).toEqual([
    {
      code: 'by_place',
      item: 'phq2_1',
      said: ['Altijd', '0', 'Nooit', '3', 'phq2_2'],
      looks: true,
    },
  ])
})

test('the two ends of a row of numbers count for what the file says', () => {
  const item = { ...phq2.items[0], key: 'phq2_1', kind: 'rating', values: [0, 1, 2, 3] }
  const row = { ...phq2, items: [item] } as Instrument
  const ends = (options: string) => codesOf(row, sheet(options, ['phq2_1']))
  expect(ends('0 = Niets | 3 = Alles')).toEqual([])
  expect(ends('3 = Alles | 0 = Niets')).toEqual(['order'])
  expect(ends('Alles | Niets')).toEqual(['by_place'])
})

test('answers that count the other way round in one question are looked at', () => {
  const [first, second] = right.items
  if (!first || !second) throw new Error('two questions')
  const back = first.options.map((option, at) => ({
    ...option,
    texts: first.options.at(-1 - at)?.texts ?? {},
  }))
  expect(codesOf(phq2, { ...right, items: [first, { ...second, options: back }] })).toEqual(['turned'])
})

test('somebody chooses where names do not help, and nothing is used twice', () => {
  const named = sheet('a | b | c | d', ['een', 'phq2_1'])
  expect(matchOffer(phq2, named, { phq2_2: 0 })).toEqual([
    { item: 'phq2_1', offered: 1, how: 'name' },
    { item: 'phq2_2', offered: 0, how: 'chosen' },
  ])
  expect(matchOffer(phq2, named, { phq2_1: 0, phq2_2: 0 })[1]).toEqual({
    item: 'phq2_2',
    offered: null,
    how: null,
  })
  expect(matchOffer(phq2, right, { phq2_1: null })[0]).toEqual({ item: 'phq2_1', offered: null, how: null })
})

const licence = { ...phq2.licence, electronicAllowed: true }

test('the installed wording is a right definition, asked with the values of the instrument', () => {
  const pairs = matchOffer(phq2, right)
  const worded = withWording(phq2, { offer: right, pairs, licence, version: phq2.version + 1 })
  expect(checkDefinitions([{ path: 'instruments/phq-2.json', json: worded }])).toMatchObject({ ok: true })
  expect(worded.form?.pages[0]?.elements[0]).toMatchObject({
    type: 'radiogroup',
    name: 'phq2_1',
    title: { nl: 'Vraag phq2_1?' },
    choices: WORDS.map((text, value) => ({ value, text: { nl: text } })),
  })
})

test.each([
  [{ class: 'X' as const, attributionText: { nl: 'x', en: 'x' } }, ['licence.class']],
  [{ electronicAllowed: false }, ['licence.electronicAllowed']],
  [{ class: 'C' as const }, ['licence.agreementId', 'licence.attributionText']],
  [{ languages: ['en'] }, ['licence.languages']],
  [{ validFrom: '2026-02-01', validTo: '2026-01-01' }, ['licence.validTo']],
])('a licence that is not complete is a fault: %j', (change, places) => {
  const worded = withWording(phq2, {
    offer: right,
    pairs: matchOffer(phq2, right),
    licence: { ...licence, ...change },
    version: 9,
  })
  const checked = checkDefinitions([{ path: 'instruments/phq-2.json', json: worded }])
  expect(checked.ok ? [] : checked.problems.map(({ at }) => at)).toEqual(places)
})
