import type { Column, Value } from '../../core/dataset/columns.ts'
import { zip } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The smallest workbook that programs open (ECMA-376): its one sheet is written while it is read. */
const PARTS = [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml', // the second format shows a date as one (built-in format 14)
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
] as const

/** A workbook of one sheet: numbers are numbers, dates are dates, text is text and never a formula, nothing is an empty cell. */
export const xlsx = (columns: readonly Column[], pages: AsyncIterable<readonly Value[][]>) =>
  zip([
    ...PARTS.map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
    { name: 'xl/worksheets/sheet1.xml', content: sheet(columns, pages) },
  ])

async function* sheet(columns: readonly Column[], pages: AsyncIterable<readonly Value[][]>) {
  const names = columns.map(({ name }) => textCell(name)).join('')
  yield Buffer.from(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row>${names}</row>`)
  const line = (row: readonly Value[]) =>
    `<row>${columns.map(({ kind }, at) => cell(kind, row[at] ?? null)).join('')}</row>`
  for await (const rows of pages) yield Buffer.from(rows.map(line).join(''))
  yield Buffer.from('</sheetData></worksheet>')
}

function cell(kind: Column['kind'], value: Value): string {
  if (value === null) return '<c/>'
  if (kind === 'date') return `<c s="1"><v>${serialOf(String(value))}</v></c>`
  return typeof value === 'number' ? `<c><v>${value}</v></c>` : textCell(value)
}

const textCell = (text: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** Days as a workbook counts them; its day 1 is 1 January 1900, with a 29 February in that year (ECMA-376 18.17.4.1). */
const serialOf = (date: string) => Date.parse(date) / 86_400_000 + 25_569

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) =>
  text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '').replaceAll(/\p{Cc}/gu, ' ')
