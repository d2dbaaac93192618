import { eq, sql } from 'drizzle-orm'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
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

/** A month as figures keep it: 202603. */
export const monthNumber = (month: string): number => Number(month.replace('-', ''))
export const monthText = (number: number): string =>
  `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`

const MILLION = 1_000_000

/** A value in whole millionths of a point, as the triggers write it. */
const millionths = (value: number): number => Math.floor(value * MILLION + 0.5)
export const points = (total: number): number => total / MILLION

type Cell = Pick<Count, 'instrument' | 'scale' | 'moment' | 'treatmentOption'>
/** All that was counted of a cell in one month. */
export type Figure = Omit<typeof scoreFigures.$inferSelect, 'cell'> & { cell: Cell }

/** Counts of single values as figures. */
export function pack(counts: readonly Count[]): Figure[] {
  const figures = new Map<string, Figure>()
  for (const count of counts) {
    const { value, n, people } = count
    const name = `${nameOf(count)} ${count.month}`
    const figure = figures.get(name) ?? newFigure(count)
    const bin = millionths(value)
    figure.total += bin * n
    figure.n += n
    figure.people += people
    figure.histogram[bin] = (figure.histogram[bin] ?? 0) + n
    figures.set(name, figure)
  }
  return [...figures.values()]
}

const newFigure = ({ instrument, scale, moment, treatmentOption, month }: Count): Figure => ({
  total: 0,
  cell: { instrument, scale, moment, treatmentOption },
  month: monthNumber(month),
  n: 0,
  people: 0,
  histogram: {},
})

const CELLS = 200

/** Adds to what was counted of a team. */
export async function addFigures(tx: Tx, teamId: string, figures: readonly Figure[]): Promise<void> {
  const cells = await cellsFor(
    tx,
    teamId,
    figures.map(({ cell }) => cell),
  )
  const rows = figures.map((figure) => ({ ...figure, cell: numberOf(cells, figure.cell) }))
  await adding(
    tx,
    rows.toSorted((a, b) => a.cell - b.cell || a.month - b.month),
  )
}

/** How often each value is there together, as the triggers work it out. */
const histograms =
  dialect === 'postgres'
    ? sql`${scoreFigures.histogram} || (select jsonb_object_agg(b.key, b.value::integer + coalesce((${scoreFigures.histogram} ->> b.key)::integer, 0)) from jsonb_each_text(excluded.histogram) b)`
    : sql`json_patch(${scoreFigures.histogram}, (select json_group_object(b.key, b.value + coalesce(${scoreFigures.histogram} ->> b.key, 0)) from json_each(excluded.histogram) b))`

const adding = rowWriter(scoreFigures, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [scoreFigures.cell, scoreFigures.month],
      set: {
        total: sql`${scoreFigures.total} + excluded.total`,
        n: sql`${scoreFigures.n} + excluded.n`,
        people: sql`${scoreFigures.people} + excluded.people`,
        histogram: histograms,
      },
    })
    .prepare(`bulk_figures_${size}`),
)

/** Ids have no spaces. */
export const nameOf = ({ instrument, scale, moment, treatmentOption }: Cell) =>
  `${instrument} ${scale} ${moment} ${treatmentOption}`

function numberOf(cells: ReadonlyMap<string, number>, cell: Cell): number {
  const number = cells.get(nameOf(cell))
  if (number === undefined) throw new Error(`No cell for ${nameOf(cell)}`)
  return number
}

/** The numbers of the cells of a team, with those that were missing. */
async function cellsFor(tx: Tx, teamId: string, wanted: readonly Cell[]): Promise<Map<string, number>> {
  const known = await cellsOf(tx, teamId)
  const missing = new Map(
    wanted.flatMap((one) => (known.has(nameOf(one)) ? [] : [[nameOf(one), one] as const])),
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
