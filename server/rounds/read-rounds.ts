import { count, desc, eq, inArray } from 'drizzle-orm'
import { LEAST_ANSWERS, type RoundResult, roundResult } from '../../core/figures/team-round.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Answers } from '../../core/response.ts'
import type { Localised } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { roundAnswers, teamRounds } from '../db/schema/rounds.ts'
import { storedInstrument } from '../definitions/stored.ts'

/** How many rounds a page shows: some years of them. */
const MOST = 20

type About = { title: Localised; range: [number, number]; directionWords: Localised; decimals: number }
export type Round = {
  id: string
  title: Localised
  startedAt: string
  closesAt: string
  isOpen: boolean
  invited: number
  /** While the round is open in steps of five: who saw a colleague answer would see it go up by one. */
  answered: number
  /** Null while the round is open, and where fewer than five answered. */
  result: RoundResult | null
  scales: Record<string, About>
  items: Record<string, Localised>
}

/** The rounds of a team, the last in front. What was answered is read only once nobody can answer any more. */
export async function readRounds(db: Tx, teamId: string, now: Date): Promise<Round[]> {
  const rows = await db
    .select({ round: teamRounds, version: definitionVersions })
    .from(teamRounds)
    .innerJoin(definitionVersions, eq(definitionVersions.id, teamRounds.instrumentVersionId))
    .where(eq(teamRounds.teamId, teamId))
    .orderBy(desc(teamRounds.startedAt), desc(teamRounds.id))
    .limit(MOST)
  const at = now.toISOString()
  const over = rows.filter(({ round }) => round.closesAt <= at).map(({ round }) => round.id)
  const answers = await answersOf(db, over)
  const counts = await countsOf(
    db,
    rows.map(({ round }) => round.id),
  )
  return rows.map(({ round, version }) => {
    const instrument = storedInstrument(version)
    const { id, startedAt, closesAt, invited } = round
    const isOpen = closesAt > at
    const result = isOpen ? null : roundResult(instrument, answers.get(id) ?? [])
    const given = counts.get(id) ?? 0
    const answered = isOpen ? given - (given % LEAST_ANSWERS) : given
    return { id, startedAt, closesAt, invited, isOpen, answered, result, ...namesIn(instrument) }
  })
}

const namesIn = ({ title, scales, items }: Instrument) => ({
  title,
  scales: Object.fromEntries(
    scales.map(({ id, title: name, range, directionWords, decimals }) => [
      id,
      { title: name, range, directionWords, decimals },
    ]),
  ),
  items: Object.fromEntries(items.map(({ key, label }) => [key, label])),
})

async function answersOf(db: Tx, roundIds: readonly string[]): Promise<Map<string, Answers[]>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .select({ roundId: roundAnswers.roundId, answers: roundAnswers.answers })
    .from(roundAnswers)
    .where(inArray(roundAnswers.roundId, [...roundIds]))
  const grouped = Map.groupBy(rows, ({ roundId }) => roundId)
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ answers }) => answers as Answers)]))
}

async function countsOf(db: Tx, roundIds: readonly string[]): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .select({ roundId: roundAnswers.roundId, n: count().mapWith(Number) })
    .from(roundAnswers)
    .where(inArray(roundAnswers.roundId, [...roundIds]))
    .groupBy(roundAnswers.roundId)
  return new Map(rows.map(({ roundId, n }) => [roundId, n]))
}
