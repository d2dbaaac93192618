import { and, asc, count, desc, eq, exists, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { daysBefore } from '../db/days-before.ts'
import { listQuery } from '../db/list-query.ts'
import { enrolments } from '../db/schema/care.ts'
import { definitionSteps } from '../db/schema/organisations.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { isNewest } from '../scores/newest.ts'

const before = alias(responses, 'before')
const previous = alias(scores, 'previous')
const baseline = alias(responses, 'baseline')
const first = alias(scores, 'first')

/** Every scale that was scored in these answers, the newest scoring last, beside the one before and the first one. */
export const scoredIn = listQuery('scored_in', ['responseIds'], (db, { responseIds }) =>
  db
    .select({
      responseId: scores.responseId,
      instrument: scores.instrument,
      scale: scores.scale,
      at: sql<string>`${responses.submittedAt}`,
      score: {
        value: scores.value,
        standardError: scores.standardError,
        scoringVersion: scores.scoringVersion,
        answered: scores.answered,
        reason: scores.reason,
      },
      previousAt: before.submittedAt,
      previous: {
        value: previous.value,
        standardError: previous.standardError,
        scoringVersion: previous.scoringVersion,
      },
      firstAt: baseline.submittedAt,
      isFirst: sql`${baseline.id} = ${before.id}`.mapWith(Boolean),
      first: {
        value: first.value,
        standardError: first.standardError,
        scoringVersion: first.scoringVersion,
      },
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .leftJoin(before, and(isNotNull(scores.value), eq(before.id, earlierAnswer(db, desc))))
    .leftJoin(previous, sameScale(db, previous, before.id))
    .leftJoin(baseline, and(isNotNull(scores.value), eq(baseline.id, earlierAnswer(db, asc))))
    .leftJoin(first, sameScale(db, first, baseline.id))
    .where(and(inArray(scores.responseId, responseIds), isNotNull(responses.submittedAt)))
    .orderBy(asc(scores.scoringVersion)),
)

type Scale = Record<'responseId' | 'instrument' | 'scale' | 'scoringVersion' | 'value', AnyPgColumn>
const sameScale = (db: Tx, score: Scale, responseId: AnyPgColumn) =>
  and(
    eq(score.responseId, responseId),
    eq(score.instrument, scores.instrument),
    eq(score.scale, scores.scale),
    isNotNull(score.value),
    isNewest(db, score),
  )

/**
 * The last or the first answer with a score on the same scale, of at least a day before: what lies closer is one
 * measurement; and of the same view: what somebody else says of a patient is not held against what they said.
 */
function earlierAnswer(db: Tx, inOrder: typeof asc) {
  const answer = alias(responses, 'earlier_answer')
  const score = alias(scores, 'earlier_score')
  return db
    .select({ id: answer.id })
    .from(answer)
    .innerJoin(score, sameScale(db, score, answer.id))
    .where(
      and(
        eq(answer.enrolmentId, responses.enrolmentId),
        lte(answer.submittedAt, daysBefore(responses.submittedAt, 1)),
        sql`(${answer.respondent} = 'proxy') = (${responses.respondent} = 'proxy')`,
      ),
    )
    .orderBy(inOrder(answer.submittedAt), inOrder(answer.assessmentId))
    .limit(1)
}

/** The last answer of each of these care paths in which anything could be scored, by care path. */
export async function readLastScored(db: Tx, enrolmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await lastScored(db, { enrolmentIds })
  return new Map(
    rows.flatMap(({ enrolmentId, responseId }) => (responseId ? [[enrolmentId, responseId] as const] : [])),
  )
}

const lastScored = listQuery('last_scored', ['enrolmentIds'], (db, { enrolmentIds }) => {
  const scored = db
    .select({ id: scores.responseId })
    .from(scores)
    .where(and(eq(scores.responseId, responses.id), isNotNull(scores.value), isNewest(db, scores)))
  const last = db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.enrolmentId, enrolments.id), isNotNull(responses.submittedAt), exists(scored)))
    .orderBy(desc(responses.submittedAt), desc(responses.assessmentId))
    .limit(1)
  return db
    .select({ enrolmentId: enrolments.id, responseId: sql<string | null>`${last}` })
    .from(enrolments)
    .where(inArray(enrolments.id, enrolmentIds))
})

/** How often answers were scored again, in the whole house: the step is written once all of them are. */
export async function countRescorings(db: Tx): Promise<number> {
  const [row] = await rescorings(db).execute()
  return row?.count ?? 0
}

const rescorings = once((db: Tx) =>
  db
    .select({ count: count().mapWith(Number) })
    .from(definitionSteps)
    .where(eq(definitionSteps.act, 'rescored'))
    .prepare('rescorings'),
)
