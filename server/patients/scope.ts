import {
  type AnyColumn,
  and,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
import { TAIL_DAYS } from '../../core/access/care-relation.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Places } from '../db/list-query.ts'
import { enrolments } from '../db/schema/care.ts'
import { alerts } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'

type Part = string | Placeholder
/** Who asks, and when, as the conditions below take it: in values, or in the places of a prepared statement. */
export type Caller<P extends Part = Part> = {
  organisationId: P
  /** Never empty: who has no team sees nothing by it. */
  teamIds: readonly P[]
  /** A care path that ended before this date is no longer the team's. */
  endedSince: P
  /** The one patient there is for a caller whom a record system sent; '' for everybody else. */
  onlyPatientId: P
}

export const callerOf = (ctx: Ctx, now: Date): Caller<string> => ({
  organisationId: ctx.organisationId,
  teamIds: [...ctx.teamIds, ''],
  endedSince: new Date(now.getTime() - TAIL_DAYS * 86_400_000).toISOString().slice(0, 10),
  onlyPatientId: ctx.boundTo?.patientId ?? '',
})

/** The places of a caller in a question over the list of teams (`listQuery`), which is then given `callerOf`. */
export const anyCaller = (teamIds: Places): Caller => ({
  organisationId: sql.placeholder('organisationId'),
  teamIds,
  endedSince: sql.placeholder('endedSince'),
  onlyPatientId: sql.placeholder('onlyPatientId'),
})

/**
 * The care relation as a condition on `patients`: through an enrolment in one of the caller's teams (until 90 days
 * after its end, and as long as an alert of it is open: somebody must still answer that). Everybody else's patients do
 * not exist for the caller.
 */
export function inCare(db: Tx, caller: Caller): SQL {
  const throughTeam = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.patientId, patients.id), isWithTeam(db, caller)))
  return and(eq(patients.organisationId, caller.organisationId), exists(throughTeam)) as SQL
}

/** Beside `inCare`: of what hangs on a patient's care paths only what is of the caller's own teams, by its column of teams. */
export const ofOwnTeam = ({ teamIds }: Caller, teamId: AnyColumn): SQL => inArray(teamId, teamIds)

/** The same relation as a list of ids, for a search: it begins with the caller's teams and not with everybody. */
export const caredFor = (db: Tx, caller: Caller) =>
  db.selectDistinct({ id: enrolments.patientId }).from(enrolments).where(isWithTeam(db, caller))

/** An enrolment through which the patient is in the caller's care. */
export function isWithTeam(db: Tx, caller: Caller) {
  const unanswered = db
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(eq(alerts.enrolmentId, enrolments.id), ofOwnTeam(caller, alerts.teamId), isNull(alerts.closedAt)),
    )
  return and(
    ofOwnTeam(caller, enrolments.teamId),
    caller.onlyPatientId === '' ? undefined : isThatOne(caller.onlyPatientId),
    or(isNull(enrolments.endedOn), gte(enrolments.endedOn, caller.endedSince), exists(unanswered)),
  )
}

const isThatOne = (patientId: Part): SQL => sql`(${patientId} = '' or ${enrolments.patientId} = ${patientId})`
