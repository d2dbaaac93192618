import { and, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import { stagesPassed } from '../../core/stages.ts'
import { type PathFacts, questions } from '../clinic/facts.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { alerts, responses, scores } from '../db/schema/outcomes.ts'

/** Answers whose scores can bear on what changed last: two within a day are one measurement. */
const LAST = 4

/**
 * Of every open care path of a team what a card says of it, by care path: as `readPaths`, but only the scores of the
 * last answers, only open alerts, and mail only for what can still be answered. Six questions, made once.
 */
export async function readTeamFacts(
  db: Tx,
  { teamId, today, now }: { teamId: string; today: string; now: string },
): Promise<Map<string, PathFacts>> {
  const asked = ofTeam(db)
  const of = { teamId, now }
  const [planned, answers, scored, entered, raised, mails] = await Promise.all([
    asked.assessments.execute(of),
    asked.responses.execute(of),
    asked.scores.execute(of),
    asked.stages.execute(of),
    asked.alerts.execute(of),
    asked.mails.execute(of),
  ])
  const lists = {
    assessments: byPath(planned),
    responses: byPath(answers),
    scores: byPath(scored),
    stages: byPath(entered),
    alerts: byPath(raised),
    mails: byPath(mails),
  }
  const factsOf = (id: string): PathFacts => ({
    assessments: lists.assessments.get(id) ?? [],
    responses: lists.responses.get(id) ?? [],
    scores: lists.scores.get(id) ?? [],
    stages: stagesPassed(lists.stages.get(id) ?? [], today),
    alerts: lists.alerts.get(id) ?? [],
    mails: lists.mails.get(id) ?? [],
  })
  const ids = new Set(Object.values(lists).flatMap((list) => [...list.keys()]))
  return new Map([...ids].map((id) => [id, factsOf(id)]))
}

const byPath = <Row extends { enrolmentId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)

const ofTeam = once((db: Tx) => {
  const now = sql.placeholder('now')
  const asked = (more?: SQL) => questions(db, (enrolmentId) => and(inOpenPath(db, enrolmentId), more) as SQL)
  return {
    assessments: asked(lte(assessments.opensAt, now)).assessments.prepare('board_assessments'),
    responses: asked().responses.prepare('board_responses'),
    scores: questions(db, () => inArray(scores.responseId, lastAnswers(db))).scores.prepare('board_scores'),
    stages: asked().stages.prepare('board_stages'),
    alerts: asked(isNull(alerts.closedAt)).alerts.prepare('board_alerts'),
    mails: asked(gt(assessments.closesAt, now)).mails.prepare('board_mails'),
  }
})

const inOpenPath = (db: Tx, enrolmentId: AnyPgColumn) =>
  inArray(
    enrolmentId,
    db
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(and(eq(enrolments.teamId, sql.placeholder('teamId')), isNull(enrolments.endedOn))),
  )

/** The last answers of each care path. */
function lastAnswers(db: Tx) {
  const ranked = db
    .select({
      id: responses.id,
      turn: sql<number>`row_number() over (partition by ${responses.enrolmentId} order by ${responses.submittedAt} desc, ${responses.assessmentId} desc)`
        .mapWith(Number)
        .as('turn'),
    })
    .from(responses)
    .where(and(inOpenPath(db, responses.enrolmentId), isNotNull(responses.submittedAt)))
    .as('ranked')
  return db.select({ id: ranked.id }).from(ranked).where(lte(ranked.turn, LAST))
}
