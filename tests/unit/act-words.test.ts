import { expect, it } from 'vitest'
import { actWords } from '../../server/portal/act-words.ts'
import { typesInServer } from '../support/event-types.ts'

// Not about patients: how the house is set up and who works there …
const HOUSE =
  /^(session|staff|organisation|team|service-key|mail|installation|definition|import|feed|publication|publications|prices|round|rounds|improvement|portal|programme)\./
// … or what a patient does, and what carries no patient.
const ELSE = [
  'link.opened',
  'patient.language-chosen',
  'tablet.begun',
  'messages.overseen',
  'meeting.planned',
  'meeting.planning-undone',
  'meeting.people-changed',
  'meeting.presence-recorded',
  'meeting.figures-read',
  'meeting.guest-asked',
  'meeting.guest-dropped',
  'meeting.guest-restored',
]

it('a patient reads in words what was done with their record, in every language', () => {
  const types = typesInServer().filter((type) => !HOUSE.test(type) && !ELSE.includes(type))
  expect(types.length).toBeGreaterThan(50)
  for (const words of Object.values(actWords))
    expect(Object.keys(words)).toEqual(expect.arrayContaining(types))
})
