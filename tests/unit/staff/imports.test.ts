import { expect, test } from 'vitest'
import { checkOf } from '../../../web/staff/imports/checked.ts'

const checked = { checkId: 'imp_b', file: new File(['b'], 'b.csv'), teamId: 'tea_hip' }

test('only the file whose dry run is on screen can be imported', () => {
  expect(checkOf('imp_b', checked)).toBe(checked)
  expect(checkOf('imp_a', checked)).toBeNull() // Back to the report of an earlier file
  expect(checkOf(undefined, checked)).toBeNull()
  expect(checkOf('imp_b', null)).toBeNull()
})
