import { and, eq, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { links, messages, patientSessions } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { conflict, notFound } from '../http/problem.ts'
import { isHidden } from './own-view.ts'
import { answeringColumns, isLive, liveNow, requireSession } from './session.ts'

const assessmentColumns = {
  id: assessments.id,
  enrolmentId: assessments.enrolmentId,
  teamId: assessments.teamId,
  setVersionId: assessments.setVersionId,
  moment: assessments.moment,
  opensAt: assessments.opensAt,
  closesAt: assessments.closesAt,
  withdrawnAt: assessments.withdrawnAt,
  declinedAt: assessments.declinedAt,
}

const responseColumns = {
  id: responses.id,
  version: responses.version,
  answers: responses.answers,
  respondent: responses.respondent,
  submittedAt: responses.submittedAt,
}

/** Who asks, the assessment and what was answered so far, in one question to the database. */
const readDraft = once((db: Tx) =>
  db
    .select({ session: answeringColumns, assessment: assessmentColumns, response: responseColumns })
    .from(patientSessions)
    .leftJoin(links, eq(links.id, patientSessions.linkId))
    .leftJoin(messages, eq(messages.id, links.messageId))
    .innerJoin(patients, eq(patients.id, patientSessions.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .leftJoin(
      assessments,
      and(eq(assessments.id, sql.placeholder('assessmentId')), eq(assessments.patientId, patients.id)),
    )
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(isLive)
    .prepare('patient_draft'),
)

/**
 * The draft of one of the patient's own assessments. Somebody else's does not exist (404); one that is over is
 * refused by name (409). `mayBeSubmitted` lets a repeated submission through.
 */
export async function findDraft(
  db: Tx,
  sessionId: string,
  assessmentId: string,
  now: Date,
  { mayBeSubmitted }: { mayBeSubmitted: boolean },
) {
  const [row] = await readDraft(db).execute({ ...liveNow(sessionId, now), assessmentId })
  const session = requireSession(row?.session ?? null)
  const assessment = row?.assessment
  if (!assessment) throw notFound('assessment')
  const response = row.response as Draft | null
  if (response && isHidden(session, response.respondent, now))
    throw conflict('not_open', 'These questions are for somebody else')
  if (response?.submittedAt && mayBeSubmitted) return { session, assessment, response }
  if (response?.submittedAt) throw conflict('already_submitted', 'These answers were sent already')
  const at = now.toISOString()
  if (assessment.withdrawnAt || assessment.opensAt > at || assessment.closesAt <= at)
    throw conflict('not_open', 'This questionnaire is not open any more')
  return { session, assessment, response }
}

type Draft = {
  id: string
  version: number
  answers: ResponseAnswers
  respondent: string
  submittedAt: string | null
}
