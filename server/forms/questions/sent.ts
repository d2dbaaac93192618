import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { appointments, assessments, enrolments } from '../../db/schema/care.ts'
import { teams } from '../../db/schema/organisations.ts'
import { alerts, responses } from '../../db/schema/outcomes.ts'
import { staff } from '../../db/schema/staff.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import type { PatientSession } from '../session.ts'

export type SentResponse = {
  submittedAt: string
  topics: string[]
  urgent: boolean
  team: string
  clinician: string | null
  startsAt: string | null
  setVersion: SetVersion
  /** Ids of the alert rules that these answers met. */
  rules: string[]
}

/** What was sent since this link was opened, here or on another device: nothing older is ever read back by a link. */
export async function sentInSession(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  { patientId, createdAt }: PatientSession,
): Promise<SentResponse[]> {
  const rows = await readSent(db, patientId, createdAt)
  const ids = rows.map(({ id }) => id)
  const raised =
    ids.length === 0
      ? []
      : await db
          .select({ responseId: alerts.responseId, rule: alerts.rule })
          .from(alerts)
          .where(inArray(alerts.responseId, ids))
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return rows.flatMap(({ id, setVersionId, lead, clinicianName, appointmentStatus, ...row }) => {
    const setVersion = versions.get(setVersionId)
    if (!setVersion) return []
    return {
      ...row,
      submittedAt: row.submittedAt ?? '',
      topics: row.topics ?? [],
      urgent: row.urgent === true,
      clinician: row.clinician ?? clinicianName ?? lead,
      startsAt: appointmentStatus === 'booked' ? row.startsAt : null,
      setVersion,
      rules: raised.filter(({ responseId }) => responseId === id).map(({ rule }) => rule),
    }
  })
}

function readSent(db: Deps['db'], patientId: string, since: string) {
  const lead = alias(staff, 'lead')
  return db
    .select({
      id: responses.id,
      submittedAt: responses.submittedAt,
      topics: responses.topics,
      urgent: responses.urgent,
      setVersionId: assessments.setVersionId,
      team: teams.name,
      startsAt: appointments.startsAt,
      appointmentStatus: appointments.status,
      clinicianName: appointments.clinicianName,
      clinician: staff.name,
      lead: lead.name,
    })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .innerJoin(teams, eq(teams.id, responses.teamId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .leftJoin(lead, eq(lead.id, enrolments.leadClinicianId))
    .where(and(eq(responses.patientId, patientId), gte(responses.submittedAt, since)))
    .orderBy(asc(responses.submittedAt), asc(responses.id))
}
