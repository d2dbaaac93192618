import { expect, test } from 'vitest'
import { draftOf, isUnfinished, newCondition, newRule, nobody, rulesOf } from '../../web/staff/feeds/draft.ts'

test('a new rule is unfinished until it has a name, leads somewhere and says of what', () => {
  const rule = { ...newRule(), name: 'Knie' }
  expect(isUnfinished(rule)).toBe(true)
  expect(isUnfinished({ ...rule, to: nobody })).toBe(true)
  const filled = [{ ...newCondition(), words: 'KNEE*\nHip, left' }]
  expect(isUnfinished({ ...rule, conditions: filled })).toBe(true)
  expect(isUnfinished({ ...rule, conditions: filled, to: nobody })).toBe(false)
  expect(isUnfinished({ ...rule, name: ' ', conditions: filled, to: nobody })).toBe(true)
  expect(
    isUnfinished({ ...rule, conditions: [...filled, { ...newCondition(), words: ' \n ' }], to: nobody }),
  ).toBe(true)
})

test('rules that are read and saved unchanged are the same rules', () => {
  const rules = {
    ownNumbers: ['https://ehr.example.nl'],
    enrols: ['t1'],
    verifiesBsn: ['hl7' as const],
    sameDay: { hl7: 'ask' as const, csv: 'latest' as const },
    events: [
      {
        name: 'Operation',
        all: [{ field: 'code' as const, is: ['OK-12'] }],
        any: [],
        not: [],
        to: { teamId: 't1', means: 'event:surgery' },
      },
    ],
    rules: [
      {
        name: 'Heart',
        all: [{ field: 'code' as const, is: ['HART*', 'Hart, controle'] }],
        any: [],
        not: [],
        to: null,
      },
      {
        name: 'Knee',
        all: [],
        any: [],
        not: [],
        to: { teamId: 't1', kind: 'intake', side: 'left' as const },
      },
    ],
  }
  expect(rulesOf(draftOf(rules))).toEqual(rules)
})
