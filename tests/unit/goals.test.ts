import { expect, test } from 'vitest'
import { goalsOf, hasQuestions, ownWordsIn } from '../../core/answers/goals.ts'
import { readDefinitions } from '../../server/definitions/files.ts'

const { instruments } = readDefinitions('surveys')
const asked = ['what-matters', 'goals-now'].flatMap((id) => instruments.get(id) ?? [])
const asksBack = asked.slice(1)

const said = (submittedAt: string, ...goals: string[]) => ({
  submittedAt,
  answers: { 'what-matters': Object.fromEntries(goals.map((words, at) => [`goal_${at + 1}`, words])) },
})
const now = (submittedAt: string, reached: Record<string, number>) => ({
  submittedAt,
  answers: { 'goals-now': reached },
})

test('a goal is what was written, with how far somebody said to be since', () => {
  const sent = [
    said('2026-01-01', 'Fietsen.', 'Slapen.'),
    now('2026-04-01', { reached_1: 1 }),
    now('2026-07-01', { reached_1: 4 }),
  ]
  expect(goalsOf(asked, sent)).toMatchObject([
    {
      words: 'Fietsen.',
      saidAt: '2026-01-01',
      steps: [
        { at: '2026-04-01', value: 1, text: { nl: 'Een beetje' } },
        { at: '2026-07-01', value: 4, text: { nl: 'Ja, helemaal' } },
      ],
    },
    { words: 'Slapen.', steps: [] },
  ])
})

test('what is written anew takes the place of all that was written before, and begins afresh', () => {
  const sent = [
    said('2026-01-01', 'Fietsen.', 'Slapen.'),
    now('2026-04-01', { reached_1: 1 }),
    said('2026-05-01', 'Tuinieren.'),
  ]
  expect(goalsOf(asked, sent)).toMatchObject([{ words: 'Tuinieren.', saidAt: '2026-05-01', steps: [] }])
})

test('who wrote nothing is not asked about it', () => {
  expect(hasQuestions(asksBack[0] ?? { items: [] }, ownWordsIn([said('2026-01-01')]))).toBe(false)
  expect(hasQuestions(asksBack[0] ?? { items: [] }, ownWordsIn([said('2026-01-01', 'Fietsen.')]))).toBe(true)
})
