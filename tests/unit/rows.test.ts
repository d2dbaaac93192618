import { expect, test } from 'vitest'
import { placeOf } from '../../web/kit/rows.ts'

test('the selected row stays selected wherever it goes', () => {
  const chosen = { id: 'bo', place: 1 }
  expect(placeOf(['an', 'bo', 'cor'], chosen)).toBe(1)
  expect(placeOf(['new alert', 'an', 'bo', 'cor'], chosen)).toBe(2)
  expect(placeOf(['bo', 'cor'], chosen)).toBe(0)
})

test('where the selected row is gone, the one in its place is selected; the last where it was last', () => {
  expect(placeOf(['an', 'cor'], { id: 'bo', place: 1 })).toBe(1)
  expect(placeOf(['an'], { id: 'bo', place: 1 })).toBe(0)
})

test('nothing is selected in an empty list, and the first row once there is one', () => {
  expect(placeOf([], { id: 'bo', place: 1 })).toBe(-1)
  expect(placeOf(['an'], { id: undefined, place: -1 })).toBe(0)
})
