import { and, eq, gt, gte, lte, sql, sum } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { isObjected, type Objections } from '../../core/patients/objections.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { figureCells, scoreFigures } from '../db/schema/outcomes.ts'
import { monthNumber, monthText, points } from './write.ts'

// Answers about groups whose cost does not grow with the number of patients: they are counted as answers come in.

/** Which figures: one scale of a team, over whole months ('2026-03', both included). */
export type FiguresOf = { teamId: string; instrument: string; scale: string; from: string; to: string }

/** People in one question about their own scores. */
const CHUNK = 500

const given = sql.placeholder

const ofScale = and(
  eq(figureCells.teamId, given('teamId')),
  eq(figureCells.instrument, given('instrument')),
  eq(figureCells.scale, given('scale')),
  gte(scoreFigures.month, given('from')),
  lte(scoreFigures.month, given('to')),
  gt(scoreFigures.n, 0),
)

/** What was scored at one moment in one month: how many scores, of how many people at least, and their sum. */
export type MonthTotal = { moment: string; month: string; n: number; people: number; sum: number }

/** Totals at each moment in each month, without those who object in it: their own scores are taken out of what is counted. */
export async function totalsByMonth(db: Tx, of: FiguresOf, objections: Objections): Promise<MonthTotal[]> {
  const asked = { ...of, from: monthNumber(of.from), to: monthNumber(of.to) }
  const rows = (await totals(db).execute(asked)).map((row) => ({ ...row, month: monthText(row.month) }))
  const out = (await totalsOf(db, of, [...objections.keys()])).filter(({ person, month }) =>
    isObjected({ person, on: month }, objections),
  )
  const left = rows.map(({ moment, month, ...row }) => {
    const gone = out.filter((one) => moment === one.moment && month === one.month)
    const less = (of: 'n' | 'people' | 'total') => row[of] - gone.reduce((sum, one) => sum + one[of], 0)
    return { moment, month, n: less('n'), people: less('people'), sum: points(less('total')) }
  })
  return left.filter(({ n }) => n > 0)
}

/** The same of single people, from their own scores. */
async function totalsOf(db: Tx, { teamId, instrument, scale, from, to }: FiguresOf, people: string[]) {
  const found: (Omit<MonthTotal, 'sum'> & { person: string; total: number })[] = []
  for (const some of inChunks(people, CHUNK))
    found.push(
      ...(await db
        .select({
          person: sql<string>`patient_id`.as('person'),
          moment: sql<string>`moment`,
          month: sql<string>`month`,
          n: sql`count(*)`.mapWith(Number),
          people: sql`sum(is_first)`.mapWith(Number),
          total: sql`sum(floor(value * 1000000 + 0.5))`.mapWith(Number), // in millionths, as it was counted
        })
        .from(sql`counted_scores`)
        .where(
          sql`patient_id in ${some} and team_id || '' = ${teamId} and instrument = ${instrument} and scale = ${scale} and month between ${from} and ${to}`,
        )
        .groupBy(sql`patient_id, moment, month`)),
    )
  return found
}

const totals = once((db: Tx) =>
  db
    .select({
      moment: figureCells.moment,
      month: scoreFigures.month,
      n: sum(scoreFigures.n).mapWith(Number),
      people: sum(scoreFigures.people).mapWith(Number),
      total: sum(scoreFigures.total).mapWith(Number),
    })
    .from(figureCells)
    .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
    .where(ofScale)
    .groupBy(figureCells.moment, scoreFigures.month)
    .prepare('figures_totals'),
)
