import { expect, it } from 'vitest'
import { readDefinitionText } from '../../core/definitions/definition-text.ts'
import { doubledName } from '../../core/definitions/doubled-name.ts'
import { unseenProblems } from '../../core/definitions/unseen-problems.ts'
import { instrument } from '../support/definitions.ts'

const text = JSON.stringify(instrument('everyday-body'), null, 2)

it('a name that stands twice in one part is a fault at its line, and not lost without a word', () => {
  expect(doubledName(text)).toBeNull()
  const twice = text.replace('{\n', '{\n  "id": "another",\n')
  expect(readDefinitionText(twice)).toMatchObject({
    faults: [{ line: 3, message: { en: expect.stringContaining('"id" stands twice') as unknown } }],
  })
})

it('the same name in two parts is two names, however it is spelled; a value is none', () => {
  expect(doubledName('[{"a": "a", "b": {"a": 1}}, {"a": ["a", "a"]}]')).toBeNull()
  expect(doubledName(String.raw`{"a": 1, "\u0061" : 2}`)).toMatchObject({ offset: 9 })
  expect(doubledName(String.raw`{"a": "\"a\": 1", "b": 2}`)).toBeNull()
})

it('half a letter is one that nobody sees', () => {
  expect(unseenProblems({ title: 'a\ud800b' })).toMatchObject([{ path: ['title'] }])
  expect(unseenProblems({ title: '😀' })).toEqual([])
})
