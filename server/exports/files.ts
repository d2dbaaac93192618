import type { Context } from 'hono'
import { codebookOf } from '../../core/dataset/codebook.ts'
import type { Column, Value } from '../../core/dataset/columns.ts'
import { spssSyntax } from '../../core/dataset/spss.ts'
import type { Language } from '../../core/words.ts'
import { csvLines, writeCsv } from '../http/csv-output.ts'
import { refused } from '../http/problem.ts'
import { parquet } from './parquet.ts'
import { xlsx } from './xlsx.ts'

/** Rows as files: the same for every dataset, whoever it is for. */
export const TABLE_FILES = {
  'data.csv': 'text/csv; charset=utf-8',
  'data.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'data.parquet': 'application/vnd.apache.parquet',
  'codebook.csv': 'text/csv; charset=utf-8',
  'syntax.sps': 'text/plain; charset=utf-8',
} as const
export type TableFile = keyof typeof TABLE_FILES

export type Content = string | AsyncIterable<string | Uint8Array>

export function tableFile(
  file: TableFile,
  columns: readonly Column[],
  language: Language,
  pages: () => AsyncIterable<readonly Value[][]>,
): Content {
  switch (file) {
    case 'codebook.csv':
      return writeCsv(codebookOf(columns, language))
    case 'syntax.sps':
      return `\uFEFF${spssSyntax(columns, 'data.csv', language)}`
    case 'data.csv':
      return asCsv(columns, pages())
    case 'data.xlsx':
      return xlsx(columns, pages())
    case 'data.parquet':
      return parquet(columns, pages())
  }
}

async function* asCsv(columns: readonly Column[], pages: AsyncIterable<readonly Value[][]>) {
  yield writeCsv([columns.map(({ name }) => name)])
  for await (const rows of pages)
    yield csvLines(rows.map((row) => row.map((value) => (value === null ? '' : String(value)))))
}

/** One of these files by its name; 422 for any other. */
export function fileNamed<Name extends string>(files: Readonly<Record<Name, string>>, name: string): Name {
  const file = (Object.keys(files) as Name[]).find((one) => one === name)
  if (!file) throw refused('unknown_choice', 'No such file', { name: 'file' })
  return file
}

/** How many lines come, so that whoever waits can see how far it is. */
const ROWS_HEADER = 'Uitkomst-Rows'

export function answerFile(
  c: Context,
  { name, type, content, rows }: { name: string; type: string; content: Content; rows: number | null },
) {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
    ...(rows === null ? {} : { [ROWS_HEADER]: String(rows) }),
  }
  if (typeof content === 'string') return c.body(content, 200, headers)
  return c.body(streamed(content), 200, headers)
}

/** Asks for the next part once the last was taken; whoever breaks off stops the reading too. */
function streamed(content: AsyncIterable<string | Uint8Array>): ReadableStream {
  const encoder = new TextEncoder()
  const parts = content[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next()
      if (part.done) controller.close()
      else controller.enqueue(typeof part.value === 'string' ? encoder.encode(part.value) : part.value)
    },
    async cancel() {
      await parts.return?.()
    },
  })
}
