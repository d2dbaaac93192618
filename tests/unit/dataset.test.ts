import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { codebookOf } from '../../core/dataset/codebook.ts'
import type { Column, Value } from '../../core/dataset/columns.ts'
import { observationsOf } from '../../core/dataset/observations.ts'
import { spssSyntax } from '../../core/dataset/spss.ts'
import { xlsx } from '../../server/exports/xlsx.ts'
import { csvLines } from '../../server/http/csv-output.ts'

const same = (text: string) => ({ nl: text, en: text })
const columns: Column[] = [
  { name: 'person', label: same("Patient's name"), kind: 'text', decimals: 0, values: [], about: same('') },
  {
    name: 'answered',
    label: same('Answered'),
    kind: 'number',
    decimals: 0,
    values: [
      { value: 1, label: same('yes') },
      { value: 0, label: same('no') },
    ],
    about: same('0: over'),
  },
  { name: 'hip_pain', label: same('Pain'), kind: 'number', decimals: 2, values: [], about: same('0–10') },
]

it('CSV: what a spreadsheet would run is text, a number below nought is a number', () => {
  expect(csvLines([['=1+1', '-1.5', '-2', '+31 6', '@x', '-1+cmd', '-1e-7', 'a;b']])).toBe(
    `"'=1+1";-1.5;-2;"'+31 6";"'@x";"'-1+cmd";-1e-7;"a;b"\r\n`,
  )
})

it('the codebook has a line for each column and each of its values', () => {
  expect(codebookOf(columns, 'en')).toEqual([
    ['column', 'value', 'label', 'kind', 'decimals', 'about'],
    ['person', '', "Patient's name", 'text', '', ''],
    ['answered', '', 'Answered', 'number', '0', '0: over'],
    ['answered', '1', 'yes', '', '', ''],
    ['answered', '0', 'no', '', '', ''],
    ['hip_pain', '', 'Pain', 'number', '2', '0–10'],
  ])
})

it('SPSS syntax reads the file with its types, and no label ends a command', () => {
  const syntax = spssSyntax(columns, 'data.csv', 'en')
  expect(syntax).toContain('    person A64\r\n    answered F8.0\r\n    hip_pain F10.2\r\n')
  expect(syntax).toContain("  person 'Patient''s name'\r\n")
  expect(syntax).toContain("VALUE LABELS answered\r\n  1 'yes'\r\n  0 'no'\r\n  .\r\n")
})

it('an observation carries a score under a pseudonym of the project, and no date', () => {
  const scale = (name: string) => ({
    ...(columns[2] as Column),
    instrument: 'hip',
    scale: name,
    scoringVersion: 1,
  })
  const about = { person: 'P1', path: 'P2', moment: 'month-3', days: 91 }
  const found = observationsOf('hip-2026', about, [
    { column: scale('pain'), value: 2.5 },
    { column: scale('stiffness'), value: null },
  ])
  expect(found).toMatchObject([
    {
      resourceType: 'Observation',
      code: { coding: [{ code: 'hip/pain' }] },
      subject: { identifier: { system: 'urn:uitkomst:export:hip-2026', value: 'P1' } },
      valueQuantity: { value: 2.5 },
    },
  ])
  expect(JSON.stringify(found)).not.toMatch(/effective|\d{4}-\d\d-\d\d/)
})

describe('a workbook', () => {
  it('is a zip whose parts are whole, with numbers as numbers and no formulas', async () => {
    const pages: Value[][][] = [
      [['P1', 1, -2.5]],
      [
        ['=1+1', 0, null],
        ['<a> & b', 1, 3],
      ],
    ]
    const parts = unzip(await whole(xlsx(columns, later(pages))))
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ])
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet.match(/<row>/g)).toHaveLength(4)
    expect(sheet).toContain('<c><v>-2.5</v></c></row>')
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t></is></c><c><v>0</v></c><c/></row>')
    expect(sheet).toContain('&lt;a&gt; &amp; b')
    expect(sheet).not.toContain('<f>')
  })

  it('shows a day as one, as many days after 1900 as a workbook counts', async () => {
    const day: Column = { ...(columns[0] as Column), name: 'on', kind: 'date' }
    const parts = unzip(await whole(xlsx([day], later([[['2026-03-01'], ['1900-03-01']]]))))
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<c s="1"><v>46082</v></c></row><row><c s="1"><v>61</v>',
    )
  })

  it('that cannot be finished ends with the error of its source', async () => {
    async function* broken() {
      yield [['P1', 1, 2]] satisfies Value[][]
      throw new Error('the database went away')
    }
    await expect(whole(xlsx(columns, broken()))).rejects.toThrow('the database went away')
  })
})

async function* later<One>(list: readonly One[]) {
  yield* list
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** The parts of an archive by the rows of its directory, each checked against its sum. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.length - 22
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50)
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, packed, length] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const start = bytes.readUInt32LE(at + 42)
    expect(bytes.readUInt32LE(start)).toBe(0x04034b50)
    const data = start + 30 + bytes.readUInt16LE(start + 26)
    const content = inflateRawSync(bytes.subarray(data, data + packed))
    expect([crc32(content), content.length]).toEqual([crc, bytes.readUInt32LE(at + 24)])
    parts.set(name, content.toString('utf8'))
    at += 46 + length
  }
  return parts
}
