import { describe, expect, it } from 'vitest'
import { gone, problemsAfter } from '../support/broken-definitions.ts'

// Place in the file, what is put there, and the beginning of the problem that must be told.
type Case = [at: string, value: unknown, expected: string]

function refuses(file: string, cases: Case[]) {
  describe(`a wrong ${file}`, () => {
    it.each(cases)('%s = %j', (at, value, expected) => {
      const path = `instruments/${file}.json`
      expect(problemsAfter(path, at, value)).toContainEqual(expect.stringContaining(`${path}: ${expected}`))
    })
  })
}

refuses('everyday-life', [
  ['translations.fr', 'unchecked', 'translations.fr: some texts of the form are not there in "fr"'],
  ['translations.de', 'perhaps', 'translations.de: '],
])

refuses('who-5', [
  ['title.nl', gone, 'title.nl: this is missing; write a text'],
  ['scales[0].methd', 1, 'scales[0]: "methd" is not known here; check the spelling, or take it out'],
  ['scales[0].method.kind', 'magic', 'scales[0].method.kind: choose one of the possibilities: "sum"'],
  ['id', 'who-6', 'id: the id is "who-6", but the file is called "who-5.json"; make them the same'],
  [
    'scales[0].items[5]',
    'who5_6',
    'scales[0].items[5]: there is no item "who5_6"; choose another: "who5_1",',
  ],
  ['scales[0].items[5]', 'who5_1', 'scales[0].items[5]: "who5_1" is counted twice; name it once'],
  ['items[1].key', 'who5_1', 'items[1].key: "who5_1" is used twice; give each its own key'],
  ['items[0].key', 'constructor', 'items[0].key: this name belongs to JavaScript itself; choose another'],
  ['items[0].values[6]', 5, 'items[0].values: a value stands here twice; every answer needs its own'],
  [
    'scales[0].range',
    [0, 25],
    'scales[0].range: the answers reach [0, 100], but the range says [0, 25]; write [0',
  ],
  [
    'scales[0].method.minAnswered.count',
    6,
    'scales[0].method.minAnswered.count: 6 answers can never be reached',
  ],
  [
    'scales[0].bands[0].from',
    5,
    'scales[0].bands[0].from: the first band starts at 5; it must start where the range',
  ],
  [
    'scales[0].bands[2].from',
    20,
    'scales[0].bands[2].from: 20 is not above the band before it (29); bands go up',
  ],
  ['scales[0].bands[2].from', 101, 'scales[0].bands[2].from: 101 lies above the range, which ends at 100'],
  ['scales[0].bandsSource', gone, 'scales[0].bandsSource: say where these bands come from'],
  ['scales[0].reverse', ['x'], 'scales[0].reverse: "x" is not an item of this scale'],
  [
    'examples[2].scores.total',
    53,
    'examples[2].scores.total: the example says 53, but the definition computes 52',
  ],
  [
    'examples[2].scores.total',
    gone,
    'examples[2].scores.total: say what "total" comes to; it is computed as 52',
  ],
  ['examples[0].scores.sum', 1, 'examples[0].scores.sum: there is no scale "sum" in this instrument'],
  [
    'examples[0].answers.who5_1',
    6,
    'examples[0].answers.who5_1: this answer would be refused (not-an-option)',
  ],
  ['examples', [], 'examples: give at least 3 worked examples, one with a missing answer'],
  [
    'scales[0].error',
    { kind: 'per-score', source: 'x' },
    'scales[0].error: "per-score" needs a lookup table',
  ],
])

refuses('hoos-ps', [
  ['scales[0].method.table[11]', gone, 'scales[0].method.table: there is no row for raw 11'],
  [
    'scales[0].method.table[4].raw',
    2,
    'scales[0].method.table[4].raw: raw 2 does not follow 3; rows go upwards',
  ],
  [
    'scales[0].method.table[21]',
    { raw: 21, value: -1 },
    'scales[0].method.table[21].raw: raw 21 cannot be reached',
  ],
  [
    'scales[0].method.table[4].value',
    38.6,
    'scales[0].method.table[5].value: 80 at raw 5 breaks the order after 38',
  ],
])

refuses('promis-global-10', [
  ['scales[0].recode.global07.10', gone, 'scales[0].recode.global07: no value is given for answer 10'],
  [
    'scales[0].recode.global07.11',
    1,
    'scales[0].recode.global07.11: 11 is not an answer of "global07"; it has 0, 1',
  ],
  ['scales[0].reverse', ['global07'], 'scales[0].recode.global07: "global07" is both recoded and reversed'],
])

refuses('eq-5d-5l', [
  [
    'scales[0].method.decrements.pd.5',
    gone,
    'scales[0].method.decrements.pd: no decrement is given for level 5',
  ],
])

refuses('treatment-result', [
  ['form', null, 'form: an instrument of our own brings its own wording'],
  [
    'form.pages[0].elements[0].rateMax',
    5,
    'form.pages[0].elements[0]: the form offers 0, 1, 2, 3, 4, 5, the item has',
  ],
  [
    'items[0].kind',
    'choice',
    'form.pages[0].elements[0]: a question of type "rating" does not fit an item of kind',
  ],
  ['form.pages[0].elements[1]', gone, 'items[1]: "result_missing" is not asked in the form'],
  [
    'form.pages[0].elements[1].name',
    'other',
    'form.pages[0].elements[1]: "other" is not an item of this instrument',
  ],
  [
    'form.pages[0].elements[0].title.en',
    gone,
    'form.pages[0].elements[0].title: this text is missing in "en"',
  ],
  [
    'form.pages[0].elements[0].isRequired',
    true,
    'form.pages[0].elements[0]: "isRequired" in the form and "required" of',
  ],
  [
    'form.pages[0].elements[0].type',
    'html',
    'form.pages[0].elements[0].type: choose one of the possibilities: "panel"',
  ],
  [
    'form.pages[0].elements[1].visibleIf',
    '{result} =< 5',
    'form.pages[0].elements[1].visibleIf: this condition cannot be read: expected a number at 10, found "<"',
  ],
])
