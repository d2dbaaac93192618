import { and, asc, between, eq, gt, inArray, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { assessments } from '../db/schema/care.ts'
import { discussions, responses } from '../db/schema/outcomes.ts'

/** Of an assessment and its answer what a row shows; the answers themselves are large, and asked for where needed. */
export const askedColumns = {
  assessment: {
    id: assessments.id,
    enrolmentId: assessments.enrolmentId,
    appointmentId: assessments.appointmentId,
    moment: assessments.moment,
    opensAt: assessments.opensAt,
    dueAt: assessments.dueAt,
    closesAt: assessments.closesAt,
    withdrawnAt: assessments.withdrawnAt,
    declinedAt: assessments.declinedAt,
    declinedWhy: assessments.declinedWhy,
  },
  response: {
    id: responses.id,
    respondent: responses.respondent,
    startedAt: responses.startedAt,
    submittedAt: responses.submittedAt,
    topics: responses.topics,
    topicText: responses.topicText,
    urgent: responses.urgent,
  },
  discussedAt: discussions.discussedAt,
}

type Rows = Awaited<ReturnType<typeof askedAround>>
/** An assessment as a row needs it. */
export type Assessment = Rows[number]['assessment']
/** What was answered to it, and whether it was talked about. */
export type Response = NonNullable<Rows[number]['response']> & { discussedAt: string | null }
/** One assessment with its answer, if there is any. */
export type Asked = { assessment: Assessment; response: Response | null }

export const askedOf = ({ assessment, response, discussedAt }: Rows[number]): Asked => ({
  assessment,
  response: response && { ...response, discussedAt },
})

type Around = {
  enrolmentIds: readonly string[]
  appointmentIds: readonly string[]
  from: string
  until: string
}

/** Of these care paths what was due or open between two instants, or is planned for one of these appointments; by care path. */
export async function readAsked(
  db: Tx,
  { from, until, ...lists }: Around,
): Promise<ReadonlyMap<string, Asked[]>> {
  const rows = await askedAround(db, lists, { from, until })
  return Map.groupBy(rows.map(askedOf), ({ assessment }) => assessment.enrolmentId)
}

const askedAround = listQuery(
  'asked_around',
  ['enrolmentIds', 'appointmentIds'],
  (db, { enrolmentIds, appointmentIds }) =>
    db
      .select(askedColumns)
      .from(assessments)
      .leftJoin(responses, eq(responses.assessmentId, assessments.id))
      .leftJoin(discussions, eq(discussions.responseId, responses.id))
      .where(
        and(
          inArray(assessments.enrolmentId, enrolmentIds),
          or(
            inArray(assessments.appointmentId, appointmentIds),
            between(assessments.dueAt, sql.placeholder('from'), sql.placeholder('until')),
            and(
              lte(assessments.opensAt, sql.placeholder('until')),
              gt(assessments.closesAt, sql.placeholder('from')),
            ),
          ),
        ),
      )
      .orderBy(asc(assessments.dueAt)),
)
