import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import { askerColumns, lead } from './asker.ts'

/** What the patient can answer now, the one that closes first in front; with who asks and for which appointment. */
export function readOpen(db: Tx, patientId: string, now: Date) {
  const at = now.toISOString()
  return db
    .select({
      id: assessments.id,
      enrolmentId: assessments.enrolmentId,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      closesAt: assessments.closesAt,
      declinedAt: assessments.declinedAt,
      zone: organisations.timeZone,
      side: enrolments.side,
      ...askerColumns,
      version: responses.version,
      answers: responses.answers,
      respondent: responses.respondent,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .innerJoin(teams, eq(teams.id, assessments.teamId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .leftJoin(lead, eq(lead.id, enrolments.leadClinicianId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.patientId, patientId),
        isNull(assessments.withdrawnAt),
        lte(assessments.opensAt, at),
        gt(assessments.closesAt, at),
        isNull(responses.submittedAt),
      ),
    )
    .orderBy(asc(assessments.closesAt), asc(assessments.id))
}
