import { describe, expect, it } from 'vitest'
import { instrumentProblems } from '../../core/definitions/instrument-problems.ts'
import { gone, problemsAfter } from '../support/broken-definitions.ts'
import { madeUp } from '../support/made-up-instrument.ts'

// Place in the file, what is put there, and the beginning of the problem that must be told.
type Case = [at: string, value: unknown, expected: string]

const cases: Record<string, Case[]> = {
  raid: [
    ['scales[0].method.weights.raid_7', gone, 'scales[0].method.weights: there is no weight for "raid_7"'],
    [
      'scales[0].method.weights.raid_8',
      1,
      'scales[0].method.weights.raid_8: "raid_8" is not an item of this scale',
    ],
    ['scales[0].method.weights.raid_1', 0.31, 'scales[0].range: the answers reach [0, 11], but the range'],
    ['scales[0].method.minAnswered.count', 8, 'scales[0].method.minAnswered.count: 8 answers can never'],
  ],
  'haq-di': [
    [
      'scales[0].method.groups[0].items[1]',
      'haq_3',
      'scales[0].method.groups: there is no group for "haq_2"',
    ],
    [
      'scales[0].method.groups[0].items[1]',
      'haq_3',
      'scales[0].method.groups: "haq_3" stands in two groups; name it once',
    ],
    ['scales[0].method.minGroups', 9, 'scales[0].method.minGroups: 9 groups can never be reached'],
  ],
  smrsq: [
    [
      'scales[0].method.questions[0].branches.1',
      gone,
      'scales[0].method.questions[0].branches: say where answer 1 leads',
    ],
    [
      'scales[0].method.questions[1].branches.2',
      { value: 1 },
      'scales[0].method.questions[1].branches.2: 2 is not an answer of "smrs_former"; it has 0, 1',
    ],
    [
      'scales[0].method.questions[4].branches.1',
      { ask: 'smrs_alone' },
      'scales[0].method.questions[4].branches.1: "smrs_alone" does not stand below this question',
    ],
    [
      'scales[0].method.questions[0].branches.0',
      { value: 3 },
      'scales[0].method.questions[3]: no answer before it leads to "smrs_walk"',
    ],
    [
      'scales[0].method.questions[4]',
      gone,
      'scales[0].method.questions: "smrs_sit" is not asked in this tree',
    ],
    [
      'scales[0].method.questions[2].item',
      'smrs_alone',
      'scales[0].method.questions[2].item: "smrs_alone" is asked twice; ask it once',
    ],
  ],
  'promis-depression': [
    [
      'scales[0].method.forms[1].items[3]',
      'eddep09',
      'scales[0].method.forms[2]: form "8b" asks the same as "8a"; change one of them',
    ],
    ['scales[0].method.forms[1].items[3]', 'eddep09', 'scales[0].method.forms: no form asks "eddep17"'],
    ['scales[0].method.forms[1].form', '4a', 'scales[0].method.forms[1]: two forms are called "4a"'],
    ['scales[0].method.forms[0].items[4]', 'eddep99', 'scales[0].method.forms[0]: "eddep99" is not an item'],
    [
      'scales[0].method.forms[1].table[3]',
      gone,
      'scales[0].method.forms[1].table: there is no row for raw 11',
    ],
    [
      'scales[0].method.forms[1].table[3].value',
      1,
      'scales[0].method.forms[1].table[3].value: 1 at raw 11 breaks the order after',
    ],
  ],
  'hoos-12': [
    [
      'scales[3].method.scales[2]',
      'quality',
      'scales[3].method.scales[2]: "quality" is no scale that stands before this one',
    ],
    [
      'scales[3].method.scales[2]',
      'pain',
      'scales[3].method.scales[2]: "pain" is counted twice; name it once',
    ],
    ['scales[3].method.reverse', ['mood'], 'scales[3].method.reverse: "mood" is not one of the scales'],
    ['scales[3].items[11]', gone, 'scales[3].items: the items must be those of its scales'],
  ],
  'promis-29': [
    [
      'scales[0].methodSource',
      gone,
      'scales[0].methodSource: say which source the numbers are to be compared with',
    ],
    [
      'scales[0].confirmation',
      { by: 'J. Jansen', on: '2026-11-01' },
      'scales[0].methodSource.unverified: these numbers were confirmed; take "unverified" out',
    ],
    ['scales[0].confirmation', 'no', 'scales[0].confirmation: this should be'],
  ],
}

describe.each(Object.entries(cases))('a wrong %s', (file, changes) => {
  it.each(changes)('%s = %j', (at, value, expected) => {
    const path = `instruments/${file}.json`
    expect(problemsAfter(path, at, value)).toContainEqual(expect.stringContaining(`${path}: ${expected}`))
  })
})

describe('wrong parameters of a graded response model', () => {
  const problems = (parameters: unknown, range = [20, 80]) =>
    instrumentProblems(
      madeUp({ a: [1, 2, 3], b: [1, 2, 3] }, [
        {
          range,
          method: {
            kind: 'graded-response',
            estimator: 'eap',
            prior: { mean: 0, sd: 1 },
            metric: { mean: 50, sd: 10 },
            parameters,
            minAnswered: { count: 1 },
          },
        },
      ]),
    ).map(({ path, message }) => `${path.join('.')}: ${message.en}`)
  const fine = { a: 2, b: [-1, 1] }

  it.each([
    [{ a: fine }, 'scales.0.method.parameters: there is no parameter for "b"'],
    [{ a: fine, b: { a: 2, b: [0] } }, 'scales.0.method.parameters.b.b: "b" needs 2 thresholds, here are 1'],
    [
      { a: fine, b: { a: 2, b: [1, 1] } },
      'scales.0.method.parameters.b.b: thresholds go upwards; each must lie above the one before it',
    ],
    [{ a: fine, b: fine }, 'scales.0.range: the answers reach [35.918'],
  ])('%j', (parameters, expected) => {
    expect(problems(parameters)).toContainEqual(expect.stringContaining(expected))
  })

  it('are none when the range encloses what the model can reach', () => {
    const [reach = ''] = problems({ a: fine, b: fine })
    const ends = reach.match(/[\d.]+(?=[,\]])/g)?.map(Number) ?? []
    const range = [Math.floor(ends[0] ?? 0), Math.ceil(ends[1] ?? 0)]
    expect(problems({ a: fine, b: fine }, range)).toEqual([
      expect.stringContaining('give at least 3 worked examples'),
    ])
  })
})
