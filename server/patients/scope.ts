import {
  type AnyColumn,
  and,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
} from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { careRelations, patients } from '../db/schema/patients.ts'

/** How long a team can still see a patient after the enrolment ended: results come in late, letters have to be written. */
const TAIL_DAYS = 90

const daysBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)

/** Enrolments of the caller's own teams. An empty list of teams sees nothing. */
const ofOwnTeams = (ctx: Ctx): SQL => inArray(enrolments.teamId, [...ctx.teamIds, ''])

/**
 * The care relation as a condition on `patients`: through an enrolment in one of the caller's teams (until 90 days
 * after its end, and as long as an alert of it is open: somebody must still answer that) or a personal relation.
 * Everybody else's patients do not exist for the caller.
 */
export function inCare(db: Tx, ctx: Ctx, now: Date): SQL {
  const throughTeam = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.patientId, patients.id), isWithTeam(db, ctx, now)))
  const personal = db
    .select({ id: careRelations.id })
    .from(careRelations)
    .where(and(eq(careRelations.patientId, patients.id), isPersonal(ctx, now)))
  return and(
    eq(patients.organisationId, ctx.organisationId),
    or(exists(throughTeam), exists(personal)),
  ) as SQL
}

/**
 * Beside `inCare`: of what hangs on a patient's care paths only what is of the caller's own teams, by its column of
 * teams; all of it for who has no care path with the patient and is here by a personal relation alone.
 */
export function ofSeenTeam(db: Tx, ctx: Ctx, teamId: AnyColumn): SQL {
  const own = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.patientId, patients.id), ofOwnTeams(ctx)))
  return or(inArray(teamId, [...ctx.teamIds, '']), notExists(own)) as SQL
}

/** The same relation as a list of ids, for a search: it begins with the caller's teams and not with everybody. */
export const caredFor = (db: Tx, ctx: Ctx, now: Date) =>
  db
    .select({ id: enrolments.patientId })
    .from(enrolments)
    .where(isWithTeam(db, ctx, now))
    .union(db.select({ id: careRelations.patientId }).from(careRelations).where(isPersonal(ctx, now)))

/** An enrolment through which the patient is in the caller's care. */
export function isWithTeam(db: Tx, ctx: Ctx, now: Date) {
  const unanswered = db
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.enrolmentId, enrolments.id),
        inArray(alerts.teamId, [...ctx.teamIds, '']),
        isNull(alerts.closedAt),
      ),
    )
  return and(
    ofOwnTeams(ctx),
    or(isNull(enrolments.endedOn), gte(enrolments.endedOn, daysBefore(now, TAIL_DAYS)), exists(unanswered)),
  )
}

function isPersonal(ctx: Ctx, now: Date) {
  const today = now.toISOString().slice(0, 10)
  return and(
    eq(careRelations.staffId, ctx.actor.id),
    lte(careRelations.from, today),
    or(isNull(careRelations.until), gte(careRelations.until, today)),
  )
}
