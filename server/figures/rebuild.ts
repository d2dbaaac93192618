import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { figureCells, scoreFigures } from '../db/schema/outcomes.ts'
import { addFigures, type Count, monthText } from './write.ts'

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

const count = async (tx: Tx, teamId: string) => addFigures(tx, teamId, await realOf(tx, teamId))

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
    const real = await realOf(tx, id)
    verdict.figures += kept.length
    verdict.wrong.push(...differences(kept, real).map((one) => ({ teamId: id, ...one })))
  }
  return verdict
}

async function keptOf(tx: Tx, teamId: string): Promise<Count[]> {
  const { instrument, scale, moment, treatmentOption } = figureCells
  const { month, value, n, people } = scoreFigures
  const rows = await tx
    .select({ instrument, scale, moment, treatmentOption, month, value, n, people })
    .from(figureCells)
    .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
    .where(and(eq(figureCells.teamId, teamId), or(ne(n, 0), ne(people, 0))))
  return rows.map((row) => ({ ...row, month: monthText(row.month) }))
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

function differences(kept: readonly Count[], real: readonly Count[]) {
  const keyOf = ({ n: _n, people: _people, ...key }: Count) => JSON.stringify(Object.values(key))
  const said = new Map(kept.map((one) => [keyOf(one), one]))
  const found = new Map(real.map((one) => [keyOf(one), one]))
  const isRight = (one: Count, other: Count | undefined) => one.n === other?.n && one.people === other.people
  return [
    ...real.filter((one) => !isRight(one, said.get(keyOf(one)))),
    ...kept.filter((one) => !found.has(keyOf(one))),
  ].map(({ instrument, scale, moment, month }) => ({ instrument, scale, moment, month }))
}
