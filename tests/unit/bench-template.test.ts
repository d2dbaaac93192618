import { expect, test } from 'vitest'
import { filler, type Sample, templateOf } from '../bench/template.ts'

const AT = Date.parse('2026-03-02T08:00:00.000Z')
const instant = (time: number) => new Date(time).toISOString()
const idOf = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, '0')}`

/** A request that reads the draft of an assessment and writes a line about it. */
const sample = (number: number, extra: string[] = []): Sample => ({
  facts: { assessment: `assessment ${number}` },
  statements: [
    { sql: 'select', params: [`assessment ${number}`], row: ['draft', `patient ${number}`], at: AT },
    {
      sql: 'insert event',
      params: [idOf('aud', number), `patient ${number}`, 'saved', instant(AT + 2000 + number)],
      row: [],
      at: AT,
    },
    { sql: 'insert subject', params: [idOf('aud', number)], row: [], at: AT },
    ...extra.map((sql) => ({ sql, params: [], row: [], at: AT })),
  ],
})

test('a template knows where each value comes from', () => {
  const template = templateOf([sample(1), sample(2), sample(3)])
  expect(template.map(({ slots }) => slots)).toEqual([
    [{ kind: 'fact', name: 'assessment' }],
    [
      { kind: 'id', prefix: 'aud' },
      { kind: 'row', statement: 0, column: 1 },
      { kind: 'same', value: 'saved' },
      { kind: 'time', offset: 2000 },
    ],
    [{ kind: 'again', statement: 1, param: 0 }],
  ])
})

test('the same statements run for somebody else', () => {
  const fill = filler({ assessment: 'another' }, AT, (prefix) => `${prefix} fresh`)
  const filled = templateOf([sample(1), sample(2)]).map(({ slots }, statement) => {
    const values = fill.valuesOf(slots)
    fill.gave(statement === 0 ? ['draft', 'somebody'] : undefined)
    return values
  })
  expect(filled).toEqual([['another'], ['aud fresh', 'somebody', 'saved', instant(AT + 2000)], ['aud fresh']])
})

test('what fell in between for one of many is left out; without a majority there is nothing to compare with', () => {
  expect(templateOf([sample(1), sample(2, ['seal']), sample(3)])).toHaveLength(3)
  expect(() => templateOf([sample(1), sample(2, ['seal'])])).toThrow('ran different statements')
})
