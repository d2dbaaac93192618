import { and, asc, inArray, isNotNull } from 'drizzle-orm'
import type { ResponseAnswers } from '../../core/response.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { responses } from '../db/schema/outcomes.ts'

export type SentAnswers = { submittedAt: string; answers: ResponseAnswers }

/** All that was sent on these care paths, by care path, each in order of time. */
export async function sentAnswers(
  db: Tx,
  enrolmentIds: readonly string[],
): Promise<Map<string, SentAnswers[]>> {
  const rows = enrolmentIds.length === 0 ? [] : await readSent(db, { enrolmentIds })
  const sent = rows.map(({ enrolmentId, submittedAt, answers }) => ({
    enrolmentId,
    submittedAt: submittedAt ?? '',
    answers: answers as ResponseAnswers,
  }))
  return Map.groupBy(sent, ({ enrolmentId }) => enrolmentId)
}

const readSent = listQuery('sent_answers', ['enrolmentIds'], (db, { enrolmentIds }) =>
  db
    .select({
      enrolmentId: responses.enrolmentId,
      submittedAt: responses.submittedAt,
      answers: responses.answers,
    })
    .from(responses)
    .where(and(inArray(responses.enrolmentId, enrolmentIds), isNotNull(responses.submittedAt)))
    .orderBy(asc(responses.submittedAt), asc(responses.id)),
)
