import { expect, it } from 'vitest'
import { stillOwn } from '../../../web/patient/page/resting.ts'

const unsent = { changes: { knee: { pain: 6, trust: 3, sleep: null } }, known: { knee: { pain: 2 } } }

it('keeps what the server says today as it did then', () => {
  expect(stillOwn(unsent, { knee: { pain: 2, other: 1 } })).toEqual(unsent.changes)
})

it('leaves what was answered elsewhere since: a new answer, a changed one, one that was taken back', () => {
  expect(stillOwn(unsent, { knee: { pain: 2, trust: 9 } })).toEqual({ knee: { pain: 6, sleep: null } })
  expect(stillOwn(unsent, { knee: { pain: 5 } })).toEqual({ knee: { trust: 3, sleep: null } })
  expect(stillOwn(unsent, { knee: { pain: null } })).toEqual({ knee: { trust: 3, sleep: null } })
})
