import { expect, it } from 'vitest'
import { eventWords } from '../../../web/staff/audit/event-words.ts'
import { typesInServer } from '../../support/event-types.ts'

it('the log has words in both languages for everything that the server writes down', () => {
  const types = typesInServer()
  expect(types.length).toBeGreaterThan(50)
  for (const words of Object.values(eventWords))
    expect(Object.keys(words)).toEqual(expect.arrayContaining(types))
})
