import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { discussions, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'

const path = {
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
  },
  side: enrolments.side,
}

type Between = { from: string; until: string }

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

const MOST = 50

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
  return db
    .select({
      ...path,
      responseId: responses.id,
      assessmentId: responses.assessmentId,
      submittedAt: responses.submittedAt,
    })
    .from(responses)
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
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
