import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { alerts, discussions, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { type Between, path } from './appointments.ts'
import { askedColumns } from './asked.ts'

const MOST = 50

/**
 * Open alerts of the caller's teams: how many there are, those of each care path, and the care paths to show, each with
 * the answer that gave the alert that must be answered first.
 */
export async function readAlarmed(db: Tx, ctx: Ctx) {
  const open = await db
    .select({
      id: alerts.id,
      rule: alerts.rule,
      severity: alerts.severity,
      respondBy: alerts.respondBy,
      enrolmentId: alerts.enrolmentId,
      responseId: alerts.responseId,
    })
    .from(alerts)
    .where(and(inArray(alerts.teamId, [...ctx.teamIds]), isNull(alerts.closedAt)))
    .orderBy(asc(alerts.respondBy), asc(alerts.id))
  const byPath = Map.groupBy(open, ({ enrolmentId }) => enrolmentId)
  const first = [...byPath.values()].flatMap((of) => of.slice(0, 1).map(({ responseId }) => responseId))
  const rows = await results(db).where(inArray(responses.id, first.slice(0, MOST)))
  const shown = new Map(rows.map((row) => [row.response.id, row]))
  const alarmed = first.flatMap((responseId) => shown.get(responseId) ?? [])
  return { openAlerts: open.length, alertsOf: byPath, alarmed }
}

/** Responses with the care path that each belongs to. */
const results = (db: Tx) =>
  db
    .select({ ...path, ...askedColumns })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))

/**
 * Answers of the caller's teams since `from` that nobody discussed and whose care path has no appointment until
 * `until` on or after the day of the answer: without this list they would never be seen. Oldest first.
 */
export function readUnbooked(db: Tx, ctx: Ctx, { from, until }: Between) {
  const booked = db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.enrolmentId, responses.enrolmentId),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, responses.submittedAt),
        lt(appointments.startsAt, until),
      ),
    )
  return results(db)
    .where(
      and(
        inArray(responses.teamId, [...ctx.teamIds]),
        isNotNull(responses.submittedAt),
        gte(responses.submittedAt, from),
        isNull(discussions.id),
        isNull(enrolments.endedOn),
        notExists(booked),
      ),
    )
    .orderBy(asc(responses.submittedAt))
    .limit(MOST)
}
