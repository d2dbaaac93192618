import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import { path } from '../clinic/appointments.ts'
import { askedColumns } from '../clinic/asked.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments, stageEntries } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { alerts, discussions, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'

/** The caller's own teams, by name. */
export const readOwnTeams = (db: Tx, ctx: Ctx) =>
  db
    .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet, zone: organisations.timeZone })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(inArray(teams.id, [...ctx.teamIds, '']))
    .orderBy(asc(teams.name))

type At = { teamId: string; now: string }

/**
 * The open care paths of a team, each with the measurement that is talked about now: the last that has opened and
 * stands, or was answered. Once that one is answered it is whichever answer came in last: of two that are open side by
 * side the one due first may be answered last.
 */
export const readOpenPaths = (db: Tx, at: At) => openPaths(db).execute(at)
export type OpenPath = Awaited<ReturnType<typeof readOpenPaths>>[number]

const now = sql.placeholder('now')
const isOpenHere = and(eq(enrolments.teamId, sql.placeholder('teamId')), isNull(enrolments.endedOn))

function latestOf(db: Tx) {
  const asked = alias(assessments, 'asked')
  const answer = alias(responses, 'answer')
  const stands = or(isNull(asked.withdrawnAt), isNotNull(answer.submittedAt))
  return db
    .select({ id: asked.id })
    .from(asked)
    .leftJoin(answer, eq(answer.assessmentId, asked.id))
    .where(and(eq(asked.enrolmentId, enrolments.id), lte(asked.opensAt, now), stands))
    .orderBy(desc(asked.dueAt), desc(asked.id))
    .limit(1)
}

/** The measurement whose answer came in last. */
function answeredLast(db: Tx) {
  const answer = alias(responses, 'newest')
  return db
    .select({ id: answer.assessmentId })
    .from(answer)
    .where(and(eq(answer.enrolmentId, enrolments.id), isNotNull(answer.submittedAt)))
    .orderBy(desc(answer.submittedAt), desc(answer.id))
    .limit(1)
}

const openPaths = once((db: Tx) => {
  const latest = alias(assessments, 'latest')
  const ofLatest = alias(responses, 'of_latest')
  const talkedAbout = sql`case when ${ofLatest.submittedAt} is null then ${latest.id} else ${answeredLast(db)} end`
  return db
    .select({ ...path, leadClinicianId: enrolments.leadClinicianId, ...askedColumns })
    .from(enrolments)
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .leftJoin(latest, eq(latest.id, latestOf(db)))
    .leftJoin(ofLatest, eq(ofLatest.assessmentId, latest.id))
    .leftJoin(assessments, eq(assessments.id, talkedAbout))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .where(isOpenHere)
    .orderBy(asc(enrolments.startedOn), asc(enrolments.id))
    .prepare('board_paths')
})

/** Entries into the stages of a team's open care paths, in the order of their dates. */
export const readStageEntries = (db: Tx, teamId: string) => stagesOf(db).execute({ teamId })

const stagesOf = once((db: Tx) =>
  db
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
    .where(and(isOpenHere, isNull(stageEntries.withdrawnAt)))
    .orderBy(asc(stageEntries.enteredOn), asc(stageEntries.id))
    .prepare('board_stages'),
)

/** Open alerts of a team, the first to answer first. */
export const readOpenAlerts = (db: Tx, teamId: string) => openAlerts(db).execute({ teamId })

const openAlerts = once((db: Tx) =>
  db
    .select({
      id: alerts.id,
      enrolmentId: alerts.enrolmentId,
      rule: alerts.rule,
      severity: alerts.severity,
      respondBy: alerts.respondBy,
    })
    .from(alerts)
    .where(and(eq(alerts.teamId, sql.placeholder('teamId')), isNull(alerts.closedAt)))
    .orderBy(asc(alerts.respondBy), asc(alerts.id))
    .prepare('board_alerts'),
)

export type Tried = { hasFailed: boolean; isTexted: boolean }

/** What of a team can be answered now, and was mailed about in vain, or by text message. */
export async function readTried(db: Tx, at: At): Promise<Map<string, Tried>> {
  const rows = await tried(db).execute(at)
  return new Map(rows.map(({ id, ...one }) => [id, one]))
}

const tried = once((db: Tx) => {
  const about = (which: SQL | undefined) =>
    exists(
      db
        .select({ id: messages.id })
        .from(messageAssessments)
        .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
        .where(and(eq(messageAssessments.assessmentId, assessments.id), which)),
    )
  const failed = about(isNotNull(messages.failedAt))
  const texted = about(
    and(eq(messages.channel, 'sms'), isNotNull(messages.sentAt), isNull(messages.failedAt)),
  )
  return db
    .select({
      id: assessments.id,
      hasFailed: sql`${failed}`.mapWith(Boolean),
      isTexted: sql`${texted}`.mapWith(Boolean),
    })
    .from(assessments)
    .where(
      and(
        eq(assessments.teamId, sql.placeholder('teamId')),
        lte(assessments.opensAt, now),
        gte(assessments.closesAt, now),
        or(failed, texted),
      ),
    )
    .prepare('board_tried')
})

/** The first appointment to come of each of a team's care paths, by care path. */
export async function readNextAppointments(db: Tx, at: At): Promise<Map<string, string>> {
  const rows = await nextAppointments(db).execute(at)
  return new Map(
    rows.flatMap(({ enrolmentId, at: first }) =>
      enrolmentId && first ? [[enrolmentId, first] as const] : [],
    ),
  )
}

const nextAppointments = once((db: Tx) =>
  db
    .select({ enrolmentId: appointments.enrolmentId, at: min(appointments.startsAt) })
    .from(appointments)
    .where(
      and(
        eq(appointments.teamId, sql.placeholder('teamId')),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, now),
      ),
    )
    .groupBy(appointments.enrolmentId)
    .prepare('board_next'),
)
