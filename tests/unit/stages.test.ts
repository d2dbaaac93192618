import { expect, test } from 'vitest'
import { stagesPassed } from '../../core/outcome-sets/stages.ts'

test('a second visit in the same stage begins nothing new; coming back to an earlier stage does', () => {
  const entries = ['intake', 'follow-up', 'follow-up', 'surgery', 'follow-up'].map((stage, day) => ({
    stage,
    day,
    enteredOn: `2026-03-0${day + 1}`,
  }))
  expect(stagesPassed(entries, '2026-03-05').map(({ day }) => day)).toEqual([0, 1, 3, 4])
})

test('what is booked for later is no stage yet', () => {
  const entries = [
    { stage: 'intake', enteredOn: '2026-03-01' },
    { stage: 'surgery', enteredOn: '2026-03-10' },
    { stage: 'intake', enteredOn: '2026-03-11' },
  ]
  expect(stagesPassed(entries, '2026-03-09')).toEqual(entries.slice(0, 1))
  expect(stagesPassed(entries, '2026-03-10')).toEqual(entries.slice(0, 2))
})
