import { and, asc, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'

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
    hasEmail: isNotNull(patients.email).mapWith(Boolean),
    optedOutAt: patients.optedOutAt,
  },
  side: enrolments.side,
}

export type Between = { from: string; until: string }

/** Booked appointments of the caller's teams between two instants, with the care path each belongs to. */
export const readAppointments = (db: Tx, ctx: Ctx, { from, until }: Between) =>
  db
    .select({
      ...path,
      id: appointments.id,
      startsAt: appointments.startsAt,
      kind: appointments.kind,
      clinicianName: appointments.clinicianName,
      clinician: staff.name,
    })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .where(
      and(
        inArray(appointments.teamId, [...ctx.teamIds]),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, from),
        lt(appointments.startsAt, until),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
