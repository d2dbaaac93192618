import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { scoreFigures } from '../db/schema/outcomes.ts'

const keys = sql`team_id, instrument, scale, moment, month, treatment_option, value`

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
      await tx.delete(scoreFigures).where(eq(scoreFigures.teamId, id))
      await count(tx, id)
    })
  return ids.length
}

/** Counts everything for the first time, where nothing was counted yet. */
export async function countFigures(tx: Tx): Promise<void> {
  for (const id of await teamIds(tx)) await count(tx, id)
}

const count = (tx: Tx, teamId: string) => tx.insert(scoreFigures).select(recounted(teamId) as never)

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
    verdict.wrong.push(...differences(kept, real))
  }
  return verdict
}

type Figure = typeof scoreFigures.$inferSelect

const keptOf = (tx: Tx, teamId: string): Promise<Figure[]> =>
  tx
    .select()
    .from(scoreFigures)
    .where(and(eq(scoreFigures.teamId, teamId), sql`(${scoreFigures.n} <> 0 or ${scoreFigures.people} <> 0)`))

async function realOf(tx: Tx, teamId: string): Promise<Figure[]> {
  return tx
    .select({
      teamId: sql<string>`team_id`,
      instrument: sql<string>`instrument`,
      scale: sql<string>`scale`,
      moment: sql<string>`moment`,
      month: sql<string>`month`,
      treatmentOption: sql<string>`treatment_option`,
      value: sql<number>`value`,
      n: sql`n`.mapWith(Number),
      people: sql`people`.mapWith(Number),
    })
    .from(sql`(${recounted(teamId)}) as recounted`)
}

function differences(kept: readonly Figure[], real: readonly Figure[]): WrongFigure[] {
  const keyOf = ({ n: _n, people: _people, ...key }: Figure) => JSON.stringify(Object.values(key))
  const said = new Map(kept.map((one) => [keyOf(one), one]))
  const found = new Map(real.map((one) => [keyOf(one), one]))
  const isRight = (one: Figure, other: Figure | undefined) =>
    one.n === other?.n && one.people === other.people
  return [
    ...real.filter((one) => !isRight(one, said.get(keyOf(one)))),
    ...kept.filter((one) => !found.has(keyOf(one))),
  ].map(({ teamId, instrument, scale, moment, month }) => ({ teamId, instrument, scale, moment, month }))
}
