import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { stagesPassed } from '../../core/outcome-sets/stages.ts'
import type { Tx } from '../db/database.ts'
import { assessments, stageEntries } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { alerts, discussions, responses, scores } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'

type Assessment = Awaited<ReturnType<ReturnType<typeof onePath>['assessments']['execute']>>[number]
export type Response = Awaited<ReturnType<ReturnType<typeof onePath>['responses']['execute']>>[number]
type Score = Awaited<ReturnType<ReturnType<typeof onePath>['scores']['execute']>>[number]
type Mail = Awaited<ReturnType<ReturnType<typeof onePath>['mails']['execute']>>[number]

/** All that happened on one care path until today, as it was written down; withdrawn assessments too. */
export type PathFacts = {
  assessments: Assessment[]
  responses: Response[]
  scores: Score[]
  stages: { stage: string; enteredOn: string }[]
  alerts: (typeof alerts.$inferSelect)[]
  mails: Mail[]
}

/** The facts of one care path until `today` (local date). Its questions are made once: making them takes longer than answering them. */
export async function readPath(db: Tx, enrolmentId: string, today: string): Promise<PathFacts> {
  const asked = onePath(db)
  const of = { enrolmentId }
  const [planned, answers, scored, stages, raised, mails] = await Promise.all([
    asked.assessments.execute(of),
    asked.responses.execute(of),
    asked.scores.execute(of),
    asked.stages.execute(of),
    asked.alerts.execute(of),
    asked.mails.execute(of),
  ])
  return {
    assessments: planned,
    responses: answers,
    scores: scored,
    stages: stagesPassed(stages, today),
    alerts: raised,
    mails,
  }
}

/** The answer to an assessment of this care path. */
export const responseTo = (facts: PathFacts, assessment: { id: string }): Response | null =>
  facts.responses.find(({ assessmentId }) => assessmentId === assessment.id) ?? null

export const mailsOf = (facts: PathFacts, assessmentId: string) =>
  facts.mails.filter((mail) => mail.assessmentId === assessmentId)

const ofPath = sql.placeholder('enrolmentId')

/** Responses come without their answers: those are large, and asked for where needed. */
const onePath = once((db: Tx) => ({
  assessments: db
    .select({
      id: assessments.id,
      enrolmentId: assessments.enrolmentId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      appointmentId: assessments.appointmentId,
      opensAt: assessments.opensAt,
      dueAt: assessments.dueAt,
      closesAt: assessments.closesAt,
      withdrawnAt: assessments.withdrawnAt,
      declinedAt: assessments.declinedAt,
      declinedWhy: assessments.declinedWhy,
    })
    .from(assessments)
    .where(eq(assessments.enrolmentId, ofPath))
    .orderBy(asc(assessments.dueAt))
    .prepare('path_assessments'),
  responses: db
    .select({
      id: responses.id,
      assessmentId: responses.assessmentId,
      respondent: responses.respondent,
      mode: responses.mode,
      enteredBy: responses.enteredBy,
      checkedBy: responses.checkedBy,
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
      topics: responses.topics,
      topicText: responses.topicText,
      urgent: responses.urgent,
      discussedAt: discussions.discussedAt,
      discussedBy: staff.name,
    })
    .from(responses)
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .leftJoin(staff, eq(staff.id, discussions.staffId))
    .where(eq(responses.enrolmentId, ofPath))
    .prepare('path_responses'),
  scores: db
    .select({
      responseId: scores.responseId,
      instrument: scores.instrument,
      scale: scores.scale,
      scoringVersion: scores.scoringVersion,
      value: scores.value,
      standardError: scores.standardError,
      answered: scores.answered,
      reason: scores.reason,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(eq(responses.enrolmentId, ofPath))
    .prepare('path_scores'),
  stages: db
    .select({ stage: stageEntries.stage, enteredOn: stageEntries.enteredOn })
    .from(stageEntries)
    .where(and(eq(stageEntries.enrolmentId, ofPath), isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id))
    .prepare('path_stages'),
  alerts: db
    .select()
    .from(alerts)
    .where(eq(alerts.enrolmentId, ofPath))
    .orderBy(asc(alerts.raisedAt))
    .prepare('path_alerts'),
  mails: db
    .select({
      assessmentId: messageAssessments.assessmentId,
      kind: messages.kind,
      channel: messages.channel,
      dueAt: messages.dueAt,
      sentAt: messages.sentAt,
      suppressedAt: messages.suppressedAt,
      failedAt: messages.failedAt,
      why: messages.why,
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(eq(assessments.enrolmentId, ofPath))
    .orderBy(asc(messages.dueAt))
    .prepare('path_mails'),
}))
