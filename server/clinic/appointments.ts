import { and, asc, count, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import { proxyAddress } from '../patients/proxies.ts'

/** What a list says of a care path and its patient. */
export const path = {
  enrolmentId: enrolments.id,
  setVersionId: enrolments.setVersionId,
  treatment: enrolments.treatmentOption,
  patient: {
    id: patients.id,
    givenName: patients.givenName,
    familyName: patients.familyName,
    birthDate: patients.birthDate,
    sex: patients.sex,
    emailDeadAt: patients.emailDeadAt,
    ownAskedAt: patients.ownAskedAt,
    hasEmail: isNotNull(patients.email).mapWith(Boolean),
    optedOutAt: patients.optedOutAt,
    proxyAddress,
  },
  side: enrolments.side,
}

export type Between = { from: string; until: string }

/** By whom an appointment is: a member of staff, or a name as the sender wrote it. */
const clinicianKey = sql<string | null>`coalesce(${appointments.clinicianId}, ${appointments.clinicianName})`

const bookedBetween = (ctx: Ctx, { from, until }: Between) =>
  and(
    inArray(appointments.teamId, [...ctx.teamIds]),
    eq(appointments.status, 'booked'),
    gte(appointments.startsAt, from),
    lt(appointments.startsAt, until),
  )

/** Who sees patients of the caller's teams between two instants, and how many; by name. */
export const readClinicians = (db: Tx, ctx: Ctx, between: Between) =>
  db
    .select({
      id: sql<string>`${clinicianKey}`,
      name: sql<string>`max(coalesce(${staff.name}, ${appointments.clinicianName}))`,
      count: count().mapWith(Number),
    })
    .from(appointments)
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .where(and(bookedBetween(ctx, between), isNotNull(clinicianKey), isNotNull(appointments.enrolmentId)))
    .groupBy(clinicianKey)
    .orderBy(sql`2`)

/** Booked appointments of the caller's teams between two instants, with the care path each belongs to; with `who` only theirs. */
export const readAppointments = (db: Tx, ctx: Ctx, between: Between, who: string | null) =>
  appointed(db).where(and(bookedBetween(ctx, between), who === null ? undefined : eq(clinicianKey, who)))

/** One booked appointment of the caller's teams, as a list; of none for any other. */
export const readAppointment = (db: Tx, ctx: Ctx, id: string) =>
  appointed(db).where(
    and(
      eq(appointments.id, id),
      inArray(appointments.teamId, [...ctx.teamIds]),
      eq(appointments.status, 'booked'),
    ),
  )

const appointed = (db: Tx) =>
  db
    .select({
      ...path,
      id: appointments.id,
      teamId: appointments.teamId,
      startsAt: appointments.startsAt,
      kind: appointments.kind,
      clinicianId: appointments.clinicianId,
      clinicianName: appointments.clinicianName,
      clinician: staff.name,
    })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .$dynamic()
