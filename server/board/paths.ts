import { and, asc, eq, gte, inArray, isNull, min } from 'drizzle-orm'
import { path } from '../clinic/appointments.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'

/** The caller's own teams, by name. */
export const readOwnTeams = (db: Tx, ctx: Ctx) =>
  db
    .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet, zone: organisations.timeZone })
    .from(teams)
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(inArray(teams.id, [...ctx.teamIds, '']))
    .orderBy(asc(teams.name))

/** The open care paths of one of the caller's teams. */
export const readOpenPaths = (db: Tx, teamId: string) =>
  db
    .select({ ...path, leadClinicianId: enrolments.leadClinicianId })
    .from(enrolments)
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .where(and(eq(enrolments.teamId, teamId), isNull(enrolments.endedOn)))
    .orderBy(asc(enrolments.startedOn), asc(enrolments.id))

export type OpenPath = Awaited<ReturnType<typeof readOpenPaths>>[number]

/** The first appointment to come of each of a team's care paths, by care path. */
export async function readNextAppointments(
  db: Tx,
  teamId: string,
  now: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ enrolmentId: appointments.enrolmentId, at: min(appointments.startsAt) })
    .from(appointments)
    .where(
      and(
        eq(appointments.teamId, teamId),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, now),
      ),
    )
    .groupBy(appointments.enrolmentId)
  return new Map(
    rows.flatMap(({ enrolmentId, at }) => (enrolmentId && at ? [[enrolmentId, at] as const] : [])),
  )
}
