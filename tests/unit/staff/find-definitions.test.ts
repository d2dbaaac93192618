import { expect, test } from 'vitest'
import { countByHeading, find, type Kind } from '../../../web/staff/definitions/find.ts'

const both = (text: string) => ({ nl: text, en: text })
type One = Parameters<typeof find>[0][number]
const one = (definition: string, given: Partial<One>): One => ({
  kind: 'instrument',
  definition,
  status: 'published',
  title: both(definition),
  about: both(''),
  canBeSent: true,
  forStaff: false,
  licence: null,
  instrument: null,
  set: null,
  ...given,
})
const all = [
  one('daily-mood', { title: { nl: 'Stemming', en: 'Mood' } }),
  one('daily-mood-1', { status: 'retired', title: { nl: 'Stemming', en: 'Mood' } }),
  one('copd', { kind: 'outcome-set', about: both('Longziekte') }),
  one('cat', {
    canBeSent: false,
    licence: { owner: 'Somebody Ørsted' },
  }),
  one('team-work', { canBeSent: false, forStaff: true }),
  one('next', { status: 'draft' }),
]
const found = (text: string, kind: Kind = 'all') =>
  find(all, { text, kind }).map(({ definition }) => definition)

test('without words all that holds now is there, earlier versions only when they are asked for', () => {
  expect(found('')).toEqual(['daily-mood', 'copd', 'cat', 'team-work', 'next'])
  expect(found('', 'earlier')).toEqual(['daily-mood-1'])
  expect(found('', 'waiting')).toEqual(['next'])
})

test('all words must occur, in whatever language, without case and marks', () => {
  expect(found('MOOD')).toEqual(['daily-mood', 'daily-mood-1'])
  expect(found('stemming daily')).toEqual(['daily-mood', 'daily-mood-1'])
  expect(found('longziekte')).toEqual(['copd'])
  expect(found('somebody')).toEqual(['cat'])
  expect(found('mood', 'sets')).toEqual([])
})

test('how much of each there is, each version under one heading', () => {
  const counts = { waiting: 1, sets: 1, sendable: 1, forStaff: 1, wordless: 1, earlier: 1 }
  expect(countByHeading(all)).toEqual(counts)
})
