import { and, eq, lte, max, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Score } from '../../core/response.ts'
import type { Answered } from '../../core/schedule/recent-answers.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'

/** The scores of one response as one statement; what could not be scored is a row too, and says why. */
export async function addScores(tx: Tx, responseId: string, scored: readonly Score[]): Promise<void> {
  if (scored.length === 0) return
  const values: Record<string, unknown> = { responseId }
  for (const [row, score] of scored.toSorted(inOrder).entries())
    for (const column of own) values[`${column}${row}`] = score[column]
  await insertionOf(tx, scored.length).execute(values)
}

/** The order of the key, and of the figures that follow: who counts in one order does not wait crosswise for another. */
const inOrder = (one: Score, other: Score) =>
  one.instrument === other.instrument
    ? Number(one.scale > other.scale) - Number(one.scale < other.scale)
    : one.instrument < other.instrument
      ? -1
      : 1

const own = [
  'instrument',
  'scale',
  'scoringVersion',
  'value',
  'standardError',
  'answered',
  'reason',
] as const satisfies (keyof Score)[]

const given = sql.placeholder

/** One statement for each number of rows, built once for each database: every submission comes through here. */
const insertions = once((_tx: Tx) => new Map<number, ReturnType<typeof insertion>>())

function insertionOf(tx: Tx, rows: number) {
  const kept = insertions(tx)
  const statement = kept.get(rows) ?? insertion(tx, rows)
  kept.set(rows, statement)
  return statement
}

const insertion = (tx: Tx, rows: number) =>
  tx
    .insert(scores)
    .values(
      Array.from({ length: rows }, (_, row) => ({
        responseId: given('responseId'),
        instrument: given(`instrument${row}`),
        scale: given(`scale${row}`),
        scoringVersion: given(`scoringVersion${row}`),
        value: given(`value${row}`),
        standardError: given(`standardError${row}`),
        answered: given(`answered${row}`),
        reason: given(`reason${row}`),
      })),
    )
    .prepare(`scores_${rows}`)

/**
 * Scores of earlier responses by a newer scoring version, beside those that are there: no row is ever changed, and one
 * that is there already is left. Gives the responses that got one.
 */
export async function addLaterScores(
  tx: Tx,
  rows: readonly (Score & { responseId: string })[],
): Promise<string[]> {
  if (rows.length === 0) return []
  const added = await tx
    .insert(scores)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ responseId: scores.responseId })
  return [...new Set(added.map(({ responseId }) => responseId))]
}

/** When this patient last submitted each instrument, for each side of the body, on any care path. */
export async function answeredBy(db: Tx, patientId: string): Promise<Answered[]> {
  const rows = await lastAnswers(db).execute({ patientId })
  return rows.map(({ at, ...row }) => ({ ...row, at: at ?? '' }))
}

const lastAnswers = once((db: Tx) =>
  db
    .select({ instrument: scores.instrument, side: enrolments.side, at: max(responses.submittedAt) })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(eq(enrolments.patientId, given('patientId')))
    .groupBy(scores.instrument, enrolments.side)
    .prepare('last_answers'),
)

const APART_MS = 86_400_000 // two answers within a day are one measurement: core/change/trend.ts

/** The scores of one care path from measurements at least a day before `now`, with who answered and the treatment that was chosen. */
export async function scoresBefore(db: Tx, enrolmentId: string, now: Date) {
  const until = new Date(now.getTime() - APART_MS).toISOString()
  const rows = await earlierScores(db).execute({ enrolmentId, until })
  return rows.map(({ measuredAt, ...row }) => ({ ...row, measuredAt: measuredAt ?? '' }))
}

const earlierScores = once((db: Tx) =>
  db
    .select({
      instrument: scores.instrument,
      scale: scores.scale,
      scoringVersion: scores.scoringVersion,
      value: scores.value,
      standardError: scores.standardError,
      measuredAt: responses.submittedAt,
      respondent: responses.respondent,
      treatment: enrolments.treatmentOption,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(and(eq(responses.enrolmentId, given('enrolmentId')), lte(responses.submittedAt, given('until'))))
    .prepare('earlier_scores'),
)
