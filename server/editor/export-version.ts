import type { Tx } from '../db/database.ts'
import { textOf } from './read-version.ts'
import { readWhole } from './rows.ts'

/**
 * A version as a file in the form of `surveys/`; `alone` leaves the instruments of a set out. Taken in again it is the
 * same.
 */
export async function exportVersion(
  db: Tx,
  id: string,
  { alone }: { alone: boolean },
): Promise<{ name: string; text: string }> {
  const { row, instruments } = await readWhole(db, id)
  const own: unknown = JSON.parse(textOf(row))
  const isOne = alone || row.kind === 'instrument'
  const json = isOne
    ? own
    : { outcomeSet: own, instruments: instruments.map((one) => JSON.parse(textOf(one)) as unknown) }
  const name = `${row.definition}-${row.version}${isOne ? '' : '-with-instruments'}.json`
  return { name, text: `${JSON.stringify(json, null, 2)}\n` }
}
