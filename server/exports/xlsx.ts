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
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
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
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
] as const

/** A workbook of one sheet: numbers are numbers, text is text and never a formula, nothing is an empty cell. */
export const xlsx = (columns: readonly Column[], pages: AsyncIterable<readonly Value[][]>) =>
  zip([
    ...PARTS.map(([name, text]) => ({ name, content: [Buffer.from(text)] })),
    { name: 'xl/worksheets/sheet1.xml', content: sheet(columns, pages) },
  ])

async function* sheet(columns: readonly Column[], pages: AsyncIterable<readonly Value[][]>) {
  yield Buffer.from(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${line(columns.map(({ name }) => name))}`)
  for await (const rows of pages) yield Buffer.from(rows.map(line).join(''))
  yield Buffer.from('</sheetData></worksheet>')
}

const line = (values: readonly Value[]) => `<row>${values.map(cell).join('')}</row>`

function cell(value: Value): string {
  if (value === null) return '<c/>'
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) =>
  text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '').replaceAll(/\p{Cc}/gu, ' ')
