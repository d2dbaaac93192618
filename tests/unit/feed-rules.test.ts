import { expect, test } from 'vitest'
import { authorityName, type FeedRule, feedRulesShape, matchingRule } from '../../core/feeds/feed-rules.ts'

const rule = (given: Partial<FeedRule>): FeedRule => ({
  name: 'A rule',
  all: [],
  any: [],
  not: [],
  to: null,
  ...given,
})
const code = (...is: string[]) => ({ field: 'code' as const, is })
const place = (...is: string[]) => ({ field: 'location' as const, is })
const told = { kind: 'ORT-1', codes: ['Knie, links'], location: 'Poli 3' }
const holds = (given: Partial<FeedRule>) =>
  matchingRule({ rules: [rule(given)], ownNumbers: [] }, told) !== null

test.each<[string, Partial<FeedRule>, boolean]>([
  ['nothing is asked', {}, true],
  ['a code is one of these words', { all: [code('X', 'ort-1')] }, true],
  ['case and marks do not count', { all: [code('KNIE  LINKS')] }, true],
  ['it begins so', { all: [code('ORT*')] }, true],
  ['a beginning is not the whole', { all: [code('ORT')] }, false],
  ['all of these hold', { all: [code('ORT*'), place('poli 3')] }, true],
  ['one of all does not', { all: [code('ORT*'), place('poli 4')] }, false],
  ['one of any holds', { any: [code('X'), place('poli 3')] }, true],
  ['none of any does', { any: [code('X'), place('poli 4')] }, false],
  ['what must not be is not', { all: [code('ORT*')], not: [place('poli 4')] }, true],
  ['what must not be is', { all: [code('ORT*')], not: [place('poli 3')] }, false],
  ['a field that was not sent', { all: [{ field: 'clinician', is: ['*'] }] }, false],
])('%s', (_, given, expected) => expect(holds(given)).toBe(expected))

test('the first rule that holds is the one that counts', () => {
  const rules = [rule({ name: 'no', all: [code('X')] }), rule({ name: 'first' }), rule({ name: 'second' })]
  expect(matchingRule({ rules, ownNumbers: [] }, told)?.name).toBe('first')
})

test('an authority that is the organisation itself has no name', () => {
  const rules = { rules: [], ownNumbers: ['EPD', 'urn:oid:1.2.3'] }
  expect(['epd', 'urn:oid:1.2.3', 'LAB', undefined].map((name) => authorityName(rules, name))).toEqual([
    undefined,
    undefined,
    'LAB',
    undefined,
  ])
})

test('a rule without a name, or with nothing to be, is refused', () => {
  const shaped = (one: unknown) => feedRulesShape.safeParse({ rules: [one], ownNumbers: [] }).success
  expect(shaped(rule({ all: [code('X')] }))).toBe(true)
  expect(shaped(rule({ name: '' }))).toBe(false)
  expect(shaped(rule({ all: [code()] }))).toBe(false)
})

test('codes that differ in a mark are different codes; a title is the same without', () => {
  const meets = (word: string, kind: string) =>
    matchingRule({ rules: [rule({ all: [code(word)] })], ownNumbers: [] }, { kind }) !== null
  expect(meets('C+', 'c+ ')).toBe(true)
  expect(meets('C', 'C+')).toBe(false)
  expect(meets('C+', 'C-')).toBe(false)
  expect(meets('C1.10', 'C1-10')).toBe(false)
  expect(meets('C1.*', 'C1.10')).toBe(true)
  expect(meets('ORT 1', 'ORT-1')).toBe(false)
  expect(meets('–', '–')).toBe(true)
  expect(meets('–', '***')).toBe(false)
  expect(meets('***', 'anything')).toBe(false)
  expect(meets('Intake, knie', 'INTAKE knie')).toBe(true)
})

test('a beginning of nothing is refused', () => {
  const shaped = (word: string) =>
    feedRulesShape.safeParse({ rules: [rule({ all: [code(word)] })], ownNumbers: [] }).success
  expect(shaped('*')).toBe(false)
  expect(shaped('***')).toBe(false)
  expect(shaped('K*')).toBe(true)
})
