import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { stagesPassed } from '../../core/stages.ts'
import type { Tx } from '../db/database.ts'
import { assessments, stageEntries } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { alerts, discussions, openings, responses, scores } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'

export type Assessment = typeof assessments.$inferSelect
export type Response = Awaited<ReturnType<typeof readResponses>>[number]
export type ScoreRow = typeof scores.$inferSelect
export type AlertRow = typeof alerts.$inferSelect

/** All that happened on one care path, as it was written down; withdrawn assessments too. */
export type PathFacts = {
  assessments: Assessment[]
  responses: Response[]
  scores: ScoreRow[]
  stages: { stage: string; enteredOn: string }[]
  alerts: AlertRow[]
  mails: Mails
}

type Mails = Awaited<ReturnType<typeof readMails>>

/** The facts of several care paths, each by its id, in a handful of questions whatever their number. */
export async function readPaths(db: Tx, enrolmentIds: readonly string[]): Promise<Map<string, PathFacts>> {
  const ids = [...new Set(enrolmentIds)]
  if (ids.length === 0) return new Map()
  const [planned, answers, scored, stages, raised, mails] = await Promise.all([
    db
      .select()
      .from(assessments)
      .where(inArray(assessments.enrolmentId, ids))
      .orderBy(asc(assessments.dueAt)),
    readResponses(db, ids),
    db.select().from(scores).where(inArray(scores.enrolmentId, ids)),
    db
      .select({
        enrolmentId: stageEntries.enrolmentId,
        stage: stageEntries.stage,
        enteredOn: stageEntries.enteredOn,
      })
      .from(stageEntries)
      .where(and(inArray(stageEntries.enrolmentId, ids), isNull(stageEntries.withdrawnAt)))
      .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id)),
    db.select().from(alerts).where(inArray(alerts.enrolmentId, ids)).orderBy(asc(alerts.raisedAt)),
    readMails(db, ids),
  ])
  const of = <Row extends { enrolmentId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.enrolmentId)
  const parts = [of(planned), of(answers), of(scored), of(stages), of(raised), of(mails)] as const
  return new Map(
    ids.map((id) => [
      id,
      {
        assessments: parts[0].get(id) ?? [],
        responses: parts[1].get(id) ?? [],
        scores: parts[2].get(id) ?? [],
        stages: stagesPassed(parts[3].get(id) ?? []),
        alerts: parts[4].get(id) ?? [],
        mails: parts[5].get(id) ?? [],
      },
    ]),
  )
}

/** Responses with whether they were discussed, but without the answers: those are large, and asked for where needed. */
const readResponses = (db: Tx, enrolmentIds: readonly string[]) =>
  db
    .select({
      id: responses.id,
      enrolmentId: responses.enrolmentId,
      assessmentId: responses.assessmentId,
      respondent: responses.respondent,
      mode: responses.mode,
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
    .where(inArray(responses.enrolmentId, [...enrolmentIds]))

const readMails = (db: Tx, enrolmentIds: readonly string[]) =>
  db
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
    .where(inArray(assessments.enrolmentId, [...enrolmentIds]))
    .orderBy(asc(messages.dueAt))

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
