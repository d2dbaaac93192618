import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column, Value } from '../../core/dataset/columns.ts'

/** Rows of one group: what is in hand at once. */
const GROUP = 10_000

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const

/** A Parquet file that is written while it is read: texts, numbers and dates as such, nothing as null. */
export async function* parquet(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Value[][]>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    createdBy: 'Uitkomst',
    schema: [
      { name: 'data', num_children: columns.length },
      ...columns.map(({ name, kind }) => ({
        name,
        repetition_type: 'OPTIONAL' as const,
        ...TYPES[kind],
      })),
    ],
  })
  const write = (rows: readonly Value[][]) => {
    const columnData = columns.map((column, place) => ({
      name: column.name,
      data: rows.map((row) => typed(column, row[place] ?? null)),
    }))
    return file.write({ columnData, rowGroupSize: GROUP })
  }
  let rows: Value[][] = []
  for await (const page of pages) {
    rows = [...rows, ...page]
    if (rows.length < GROUP) continue
    await write(rows)
    rows = []
    yield taken(bytes)
  }
  if (rows.length > 0) await write(rows)
  await file.finish()
  yield taken(bytes)
}

const typed = ({ kind }: Column, value: Value) =>
  value === null ? null : kind === 'date' ? new Date(value) : kind === 'text' ? String(value) : Number(value)

/** What was written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
