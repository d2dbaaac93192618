import { expect, test } from 'vitest'
import { type MostOf, readWorkbook } from '../../server/workbook/read-workbook.ts'
import { workbookOf } from '../support/workbook.ts'

const most: MostOf = { bytes: 100_000, rows: 50, columns: 5, megabytes: 200, milliseconds: 20_000 }
const sharing = (times: number) =>
  new Uint8Array(
    workbookOf(
      Array.from({ length: times }, () => [{ shared: 0 }]),
      ['x'.repeat(20_000)],
    ),
  )

test('a text that cells share counts for each of them: a small file can be large once it is read', async () => {
  expect(await readWorkbook(sharing(4), most)).toHaveLength(4)
  expect(await readWorkbook(sharing(40), most)).toBeNull()
})
