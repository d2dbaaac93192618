import { expect, test } from 'vitest'
import { writeCsv } from '../../server/http/csv-output.ts'
import { readChoice, readDate, readStart, readTime } from '../../server/imports/cell-values.ts'
import { detectFormat } from '../../server/imports/csv-text.ts'
import { type CsvRow, openCsv } from '../../server/imports/read-csv.ts'

const columns = [
  { id: 'name', names: ['naam', 'name'], required: true },
  { id: 'age', names: ['leeftijd', 'age'] },
]
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const open = (text: string) => openCsv(bytes(text), columns)

async function collect(rows: AsyncIterable<CsvRow>): Promise<CsvRow[]> {
  const all: CsvRow[] = []
  for await (const row of rows) all.push(row)
  return all
}

async function rowsOf(text: string): Promise<CsvRow[]> {
  const table = await open(text)
  return collect(table.rows())
}

test('rows come with their number, their line and what is in them', async () => {
  expect(await rowsOf('NAAM, Leeftijd \n"Kok, Bo",\n\n Zoë ,41\n')).toEqual([
    { row: 1, line: 2, cells: { name: 'Kok, Bo' }, wrongCount: null },
    { row: 2, line: 4, cells: { name: 'Zoë', age: '41' }, wrongCount: null },
  ])
})

test('rows can be read twice', async () => {
  const table = await open('naam\nBo')
  expect(await collect(table.rows())).toEqual(await collect(table.rows()))
})

test('a row with too many or too few cells says so', async () => {
  const rows = await rowsOf('naam;leeftijd\nBo\nBo;41;x')
  expect(rows.map(({ wrongCount }) => wrongCount)).toEqual(['1 ≠ 2', '3 ≠ 2'])
})

test('100,000 rows are read, one more is refused', async () => {
  const most = `naam\n${'Bo\n'.repeat(100_000)}`
  expect(await rowsOf(most)).toHaveLength(100_000)
  await expect(rowsOf(`${most}Bo`)).rejects.toMatchObject({ code: 'csv_too_long' })
})

test.each([
  ['naam;leeftijd', ';'],
  ['naam\tleeftijd', '\t'],
  ['"a;b;c",naam,leeftijd', ','],
  ['naam', ';'],
])('%j is separated by %j', (text, delimiter) => {
  expect(detectFormat(bytes(text)).delimiter).toBe(delimiter)
})

test('what a spreadsheet would run is defused on its way out, and a number stays one', () => {
  expect(writeCsv([['=1+1', '+31 6', '-2+3', '-2,5', '@x', 'a;"b"', 'gewoon']])).toBe(
    `\uFEFF"'=1+1";"'+31 6";"'-2+3";-2,5;"'@x";"a;""b""";gewoon\r\n`,
  )
})

test('dates, times and words as people write them', () => {
  expect(['24-3-2026', '24/03/2026', '2026-03-24', 'morgen'].map(readDate)).toEqual([
    '2026-03-24',
    '2026-03-24',
    '2026-03-24',
    'morgen',
  ])
  expect(['9:30', '09.30', '09:30:00', '9.30 uur', '25:00', 'ochtend'].map(readTime)).toEqual([
    '09:30',
    '09:30',
    '09:30',
    '09:30',
    null,
    null,
  ])
  expect(readStart('24-03-2026 9:30', undefined)).toBe('2026-03-24T09:30')
  expect(readStart('2026-03-24T09:30:00+01:00', undefined)).toBe('2026-03-24T09:30:00+01:00')
  expect(readStart('24-03-2026', undefined)).toBe('2026-03-24')
  expect(readStart('24-03-2026', 'half tien')).toBe('2026-03-24Thalf tien')
  expect([
    readChoice('side', 'Links'),
    readChoice('sex', 'V'),
    readChoice('status', 'Niet verschenen'),
  ]).toEqual(['left', 'female', 'no-show'])
})
