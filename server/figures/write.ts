import { eq, sql } from 'drizzle-orm'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { figureCells, scoreFigures } from '../db/schema/outcomes.ts'

// What many figures at once are written by: who counts anew, and who makes rows without the triggers.

/** How often a value was scored: of which scale, when ('2026-03'), at which moment, after which treatment. */
export type Count = {
  instrument: string
  scale: string
  moment: string
  treatmentOption: string
  month: string
  value: number
  n: number
  people: number
}
type Cell = Pick<Count, 'instrument' | 'scale' | 'moment' | 'treatmentOption'>

/** A month as figures keep it: 202603. */
export const monthNumber = (month: string): number => Number(month.replace('-', ''))
export const monthText = (number: number): string =>
  `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`

const CELLS = 200

/** Adds to what was counted of a team; nothing is counted twice in one call. */
export async function addFigures(tx: Tx, teamId: string, counts: readonly Count[]): Promise<void> {
  const cells = await cellsFor(tx, teamId, counts)
  const rows = counts.map(({ value, month, n, people, ...cell }) => ({
    cell: numberOf(cells, cell),
    month: monthNumber(month),
    value,
    n,
    people,
  }))
  await adding(
    tx,
    rows.toSorted((a, b) => a.cell - b.cell || a.month - b.month || a.value - b.value),
  )
}

const adding = rowWriter(scoreFigures, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [scoreFigures.cell, scoreFigures.month, scoreFigures.value],
      set: { n: sql`${scoreFigures.n} + excluded.n`, people: sql`${scoreFigures.people} + excluded.people` },
    })
    .prepare(`bulk_figures_${size}`),
)

const nameOf = ({ instrument, scale, moment, treatmentOption }: Cell) =>
  `${instrument} ${scale} ${moment} ${treatmentOption}`

function numberOf(cells: ReadonlyMap<string, number>, cell: Cell): number {
  const number = cells.get(nameOf(cell))
  if (number === undefined) throw new Error(`No cell for ${nameOf(cell)}`)
  return number
}

/** The numbers of the cells of a team, with those that were missing. */
async function cellsFor(tx: Tx, teamId: string, counts: readonly Cell[]): Promise<Map<string, number>> {
  const known = await cellsOf(tx, teamId)
  const missing = new Map(
    counts.flatMap((one) => (known.has(nameOf(one)) ? [] : [[nameOf(one), one] as const])),
  )
  if (missing.size === 0) return known
  const rows = [...missing.values()].map(({ instrument, scale, moment, treatmentOption }) => ({
    teamId,
    instrument,
    scale,
    moment,
    treatmentOption,
  }))
  for (const some of inChunks(rows, CELLS)) await tx.insert(figureCells).values(some).onConflictDoNothing()
  return cellsOf(tx, teamId)
}

const cellsOf = async (tx: Tx, teamId: string) =>
  new Map(
    (await tx.select().from(figureCells).where(eq(figureCells.teamId, teamId))).map((one) => [
      nameOf(one),
      one.id,
    ]),
  )
