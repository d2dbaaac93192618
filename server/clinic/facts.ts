import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import { stagesPassed } from '../../core/stages.ts'
import type { Tx } from '../db/database.ts'
import { assessments, stageEntries } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { alerts, discussions, openings, responses, scores } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'

export type Assessment = Awaited<ReturnType<typeof questions>['assessments']>[number]
export type Response = Awaited<ReturnType<typeof questions>['responses']>[number]
export type AlertRow = typeof alerts.$inferSelect

/** All that happened on one care path until today, as it was written down; withdrawn assessments too. */
export type PathFacts = {
  assessments: Assessment[]
  responses: Response[]
  scores: Awaited<ReturnType<typeof questions>['scores']>
  stages: { stage: string; enteredOn: string }[]
  alerts: AlertRow[]
  mails: Mails
}

type Mails = Awaited<ReturnType<typeof questions>['mails']>

type Rows = { [part in keyof ReturnType<typeof questions>]: Awaited<ReturnType<typeof questions>[part]> }

/** The facts of several care paths until `today` (local date), each by its id, in a handful of questions whatever their number. */
export async function readPaths(
  db: Tx,
  enrolmentIds: readonly string[],
  today: string,
): Promise<Map<string, PathFacts>> {
  const ids = [...new Set(enrolmentIds)]
  if (ids.length === 0) return new Map()
  const rows = await together(questions(db, (enrolmentId) => inArray(enrolmentId, ids)))
  const of = <Row extends { enrolmentId: string }>(all: readonly Row[]) =>
    Map.groupBy(all, (row) => row.enrolmentId)
  const parts = {
    assessments: of(rows.assessments),
    responses: of(rows.responses),
    scores: of(rows.scores),
    stages: of(rows.stages),
    alerts: of(rows.alerts),
    mails: of(rows.mails),
  }
  return new Map(
    ids.map((id) => [
      id,
      {
        assessments: parts.assessments.get(id) ?? [],
        responses: parts.responses.get(id) ?? [],
        scores: parts.scores.get(id) ?? [],
        stages: stagesPassed(parts.stages.get(id) ?? [], today),
        alerts: parts.alerts.get(id) ?? [],
        mails: parts.mails.get(id) ?? [],
      },
    ]),
  )
}

/** The facts of one care path. Its questions are made once: making them takes longer than answering them. */
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

const onePath = once((db: Tx) => {
  const asked = questions(db, (enrolmentId) => eq(enrolmentId, sql.placeholder('enrolmentId')))
  return {
    assessments: asked.assessments.prepare('path_assessments'),
    responses: asked.responses.prepare('path_responses'),
    scores: asked.scores.prepare('path_scores'),
    stages: asked.stages.prepare('path_stages'),
    alerts: asked.alerts.prepare('path_alerts'),
    mails: asked.mails.prepare('path_mails'),
  }
})

async function together(asked: ReturnType<typeof questions>): Promise<Rows> {
  const { assessments: planned, responses: answers, scores: scored, stages, alerts: raised, mails } = asked
  const rows = await Promise.all([planned, answers, scored, stages, raised, mails])
  return {
    assessments: rows[0],
    responses: rows[1],
    scores: rows[2],
    stages: rows[3],
    alerts: rows[4],
    mails: rows[5],
  }
}

type Which = (enrolmentId: AnyPgColumn) => SQL

/** What is asked about care paths. Responses come without their answers: those are large, and asked for where needed. */
export const questions = (db: Tx, which: Which) => ({
  assessments: db
    .select({
      id: assessments.id,
      enrolmentId: assessments.enrolmentId,
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
    .where(which(assessments.enrolmentId))
    .orderBy(asc(assessments.dueAt)),
  responses: db
    .select({
      id: responses.id,
      enrolmentId: responses.enrolmentId,
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
    .where(which(responses.enrolmentId)),
  scores: db
    .select({
      responseId: scores.responseId,
      enrolmentId: responses.enrolmentId,
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
    .where(which(responses.enrolmentId)),
  stages: db
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .where(and(which(stageEntries.enrolmentId), isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id)),
  alerts: db.select().from(alerts).where(which(alerts.enrolmentId)).orderBy(asc(alerts.raisedAt)),
  mails: db
    .select({
      enrolmentId: assessments.enrolmentId,
      assessmentId: messageAssessments.assessmentId,
      kind: messages.kind,
      dueAt: messages.dueAt,
      sentAt: messages.sentAt,
      suppressedAt: messages.suppressedAt,
      failedAt: messages.failedAt,
      why: messages.why,
    })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(which(assessments.enrolmentId))
    .orderBy(asc(messages.dueAt)),
})

/** The first time each of these responses was on a clinician's screen, and whether it was on this one's. */
export async function readOpenings(db: Tx, responseIds: readonly string[], staffId: string) {
  if (responseIds.length === 0) return new Map<string, { at: string; by: string; mine: boolean }>()
  const rows = await db
    .select({
      responseId: openings.responseId,
      at: openings.openedAt,
      by: staff.name,
      staffId: openings.staffId,
    })
    .from(openings)
    .innerJoin(staff, eq(staff.id, openings.staffId))
    .where(inArray(openings.responseId, [...responseIds]))
    .orderBy(asc(openings.openedAt))
  const grouped = Map.groupBy(rows, ({ responseId }) => responseId)
  return new Map(
    [...grouped].flatMap(([id, [first, ...more]]) =>
      first
        ? [
            [
              id,
              { at: first.at, by: first.by, mine: [first, ...more].some((one) => one.staffId === staffId) },
            ] as const,
          ]
        : [],
    ),
  )
}

/** How many questions were answered in responses that are not sent yet, by response. */
export async function countDrafts(db: Tx, responseIds: readonly string[]): Promise<Map<string, number>> {
  if (responseIds.length === 0) return new Map()
  const rows = await db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(
      and(
        inArray(responses.id, [...responseIds]),
        isNull(responses.submittedAt),
        isNotNull(responses.answers),
      ),
    )
  return new Map(
    rows.map(({ id, answers }) => [id, Object.values(answers).flatMap(Object.values).filter(given).length]),
  )
}

const given = (answer: unknown) => answer !== null && answer !== ''
