import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { alerts, discussions, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { type Between, path } from './appointments.ts'

const MOST = 50

/**
 * Care paths of the caller's teams with an open alert, each once with the alert that must be answered first, and how
 * many alerts are open in all.
 */
export async function readAlarmed(db: Tx, ctx: Ctx) {
  const open = await db
    .select({ enrolmentId: alerts.enrolmentId, responseId: alerts.responseId })
    .from(alerts)
    .where(and(inArray(alerts.teamId, [...ctx.teamIds]), isNull(alerts.closedAt)))
    .orderBy(asc(alerts.respondBy), asc(alerts.id))
  const first = [...Map.groupBy(open, ({ enrolmentId }) => enrolmentId).values()].flatMap((of) =>
    of.slice(0, 1),
  )
  const shown = await readResults(
    db,
    first.slice(0, MOST).map(({ responseId }) => responseId),
  )
  return { openAlerts: open.length, alarmed: first.flatMap(({ responseId }) => shown.get(responseId) ?? []) }
}

async function readResults(db: Tx, responseIds: readonly string[]) {
  const rows = await results(db).where(inArray(responses.id, [...responseIds]))
  return new Map(rows.map((row) => [row.responseId, row]))
}

/** Responses with the care path that each belongs to. */
const results = (db: Tx) =>
  db
    .select({ ...path, responseId: responses.id, assessmentId: responses.assessmentId })
    .from(responses)
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
