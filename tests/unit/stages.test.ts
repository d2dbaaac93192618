import { expect, test } from 'vitest'
import { stagesPassed } from '../../core/stages.ts'

test('a second visit in the same stage begins nothing new; coming back to an earlier stage does', () => {
  const entries = ['intake', 'follow-up', 'follow-up', 'surgery', 'follow-up'].map((stage, day) => ({
    stage,
    day,
  }))
  expect(stagesPassed(entries).map(({ day }) => day)).toEqual([0, 1, 3, 4])
})
