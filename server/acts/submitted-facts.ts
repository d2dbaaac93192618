import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Submitted } from '../../core/schedule/anchors.ts'
import type { Tx } from '../db/database.ts'
import { listQuery, type Places } from '../db/list-query.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'

/** The instruments whose scores decide what is asked; in most outcome sets none. */
export const instrumentsLookedAt = (moments: readonly Moment[]): string[] =>
  moments.flatMap(({ ifScores = [] }) => ifScores.map(({ instrument }) => instrument))

/**
 * What these patients submitted, by patient: which instruments it held (a score row stands for each, scorable or not),
 * and the scores of those that are looked at.
 */
export async function readSubmitted(
  tx: Tx,
  patientIds: readonly string[],
  lookedAt: readonly string[],
): Promise<Map<string, Submitted[]>> {
  const given = await readResponses(tx, { patientIds })
  if (given.length === 0) return new Map()
  const instruments = Map.groupBy(await readScored(tx, { patientIds }), ({ responseId }) => responseId)
  const values = Map.groupBy(await readValues(tx, { patientIds, lookedAt }), ({ responseId }) => responseId)
  const submitted = given.map(({ id, submittedAt, respondent, ...one }) => ({
    ...one,
    byProxy: respondent === 'proxy',
    submittedAt: submittedAt ?? '',
    instruments: (instruments.get(id) ?? []).map(({ instrument }) => instrument),
    scores: newest(values.get(id) ?? []),
  }))
  return Map.groupBy(submitted, ({ patientId }) => patientId)
}

type Value = Awaited<ReturnType<typeof readValues>>[number]

/** Of each scale its newest scoring, where that gave a number; they come oldest first. */
const newest = (values: readonly Value[]) =>
  [...new Map(values.map((one) => [`${one.instrument} ${one.scale}`, one])).values()].flatMap(
    ({ instrument, scale, value }) => (value === null ? [] : [{ instrument, scale, value }]),
  )

const isSubmitted = (patientIds: Places) =>
  and(inArray(responses.patientId, patientIds), isNotNull(responses.submittedAt))

const readResponses = listQuery('plan_responses', ['patientIds'], (tx, { patientIds }) =>
  tx
    .select({
      id: responses.id,
      patientId: responses.patientId,
      assessmentId: responses.assessmentId,
      enrolmentId: responses.enrolmentId,
      submittedAt: responses.submittedAt,
      respondent: responses.respondent,
      moment: assessments.moment,
      anchor: assessments.anchor,
      side: enrolments.side,
    })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(isSubmitted(patientIds)),
)

const readScored = listQuery('plan_scored', ['patientIds'], (tx, { patientIds }) =>
  tx
    .selectDistinct({ responseId: scores.responseId, instrument: scores.instrument })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(isSubmitted(patientIds)),
)

const readValues = listQuery('plan_values', ['patientIds', 'lookedAt'], (tx, { patientIds, lookedAt }) =>
  tx
    .select({
      responseId: scores.responseId,
      instrument: scores.instrument,
      scale: scores.scale,
      value: scores.value,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(and(isSubmitted(patientIds), inArray(scores.instrument, lookedAt)))
    .orderBy(asc(scores.scoringVersion)),
)
