import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { figureCells, scoreFigures } from '../db/schema/outcomes.ts'
import { addFigures, type Count, type Figure, monthText, nameOf, pack } from './write.ts'

const keys = sql`instrument, scale, moment, treatment_option, month, value`

/**
 * What the rows themselves say, by the same view that the running figures come from. Found by way of the patients: a
 * plan that looks for the team's assessments anew for each patient would never end, so the team is compared as a result.
 */
const recounted = (teamId: string): SQL =>
  sql`select ${keys}, count(*) as n, sum(is_first) as people from counted_scores
    where patient_id in (select e.patient_id from assessments a join enrolments e on e.id = a.enrolment_id where a.team_id = ${teamId}) and team_id || '' = ${teamId} group by ${keys}`

const teamIds = async (db: Tx) => (await db.select({ id: teams.id }).from(teams)).map(({ id }) => id)

/** Counts everything anew, team by team: answers that come in meanwhile wait for one team only. Gives the number of teams. */
export async function rebuildFigures({
  db,
  recounting,
}: Pick<Database, 'db' | 'recounting'>): Promise<number> {
  const ids = await teamIds(db)
  for (const id of ids)
    await recounting(async (tx) => {
      await tx.delete(scoreFigures).where(inArray(scoreFigures.cell, cellsOf(tx, id)))
      await count(tx, id)
    })
  return ids.length
}

/** Counts everything for the first time, where nothing was counted yet. */
export async function countFigures(tx: Tx): Promise<void> {
  for (const id of await teamIds(tx)) await count(tx, id)
}

const count = async (tx: Tx, teamId: string) => addFigures(tx, teamId, pack(await realOf(tx, teamId)))

const cellsOf = (tx: Tx, teamId: string) =>
  tx.select({ id: figureCells.id }).from(figureCells).where(eq(figureCells.teamId, teamId))

/** A figure that is not what the rows say: how often it was counted, and how often it is there. */
export type WrongFigure = { teamId: string; instrument: string; scale: string; moment: string; month: string }
export type Verdict = { teams: number; figures: number; wrong: WrongFigure[] }

/** Holds every running figure against the rows. Reads one moment's state, so answers may come in meanwhile. */
export async function verifyFigures(tx: Tx): Promise<Verdict> {
  const ids = await teamIds(tx)
  const verdict: Verdict = { teams: ids.length, figures: 0, wrong: [] }
  for (const id of ids) {
    const kept = await keptOf(tx, id)
    const real = pack(await realOf(tx, id))
    verdict.figures += kept.length
    verdict.wrong.push(...differences(kept, real).map((one) => ({ teamId: id, ...one })))
  }
  return verdict
}

async function keptOf(tx: Tx, teamId: string): Promise<Figure[]> {
  const { instrument, scale, moment, treatmentOption } = figureCells
  const { total, month, n, people, histogram } = scoreFigures
  const rows = await tx
    .select({ cell: { instrument, scale, moment, treatmentOption }, total, month, n, people, histogram })
    .from(figureCells)
    .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
    .where(eq(figureCells.teamId, teamId))
  return rows.filter((row) => contentOf(row) !== NOTHING)
}

async function realOf(tx: Tx, teamId: string): Promise<Count[]> {
  return tx
    .select({
      instrument: sql<string>`instrument`,
      scale: sql<string>`scale`,
      moment: sql<string>`moment`,
      treatmentOption: sql<string>`treatment_option`,
      month: sql<string>`month`,
      value: sql<number>`value`,
      n: sql`n`.mapWith(Number),
      people: sql`people`.mapWith(Number),
    })
    .from(sql`(${recounted(teamId)}) as recounted`)
}

function differences(kept: readonly Figure[], real: readonly Figure[]) {
  const keyOf = ({ cell, month }: Figure) => `${nameOf(cell)} ${month}`
  const said = new Map(kept.map((one) => [keyOf(one), contentOf(one)]))
  const found = new Set(real.map(keyOf))
  return [
    ...real.filter((one) => contentOf(one) !== said.get(keyOf(one))),
    ...kept.filter((one) => !found.has(keyOf(one))),
  ].map(({ cell: { instrument, scale, moment }, month }) => ({
    instrument,
    scale,
    moment,
    month: monthText(month),
  }))
}

/** What a figure says, in one form: a value that is gone is left with 0. */
const contentOf = ({ total, n, people, histogram }: Omit<Figure, 'cell' | 'month'>): string =>
  JSON.stringify([
    total,
    n,
    people,
    Object.entries(histogram)
      .filter(([, often]) => often !== 0)
      .toSorted(([one], [other]) => Number(one) - Number(other)),
  ])

const NOTHING = contentOf({ total: 0, n: 0, people: 0, histogram: {} })
