import { and, asc, eq, inArray } from 'drizzle-orm'
import { appointments, assessments, enrolments } from '../../db/schema/care.ts'
import { teams } from '../../db/schema/organisations.ts'
import { alerts, responses } from '../../db/schema/outcomes.ts'
import { staff } from '../../db/schema/staff.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { askerColumns, askerOf, lead } from '../asker.ts'
import type { PatientSession } from '../session.ts'
import { turnedPaths } from '../turned.ts'

export type SentResponse = {
  responseId: string
  enrolmentId: string
  respondent: string
  treatment: string | null
  submittedAt: string
  topics: string[]
  urgent: boolean
  team: string
  clinician: string | null
  startsAt: string | null
  setVersion: SetVersion
  /** Ids of the alert rules that these answers met. */
  rules: string[]
  /** Since a loss, or since care is no longer meant to cure, nobody is compared with others. */
  turned: boolean
}

/**
 * What was sent in this session. What was sent in another, by whoever holds the same link, is never read back; nor is
 * what is about a care path that a loss or a palliative turn has ended since.
 */
export async function sentInSession(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  { patientId, id: sessionId }: PatientSession,
): Promise<SentResponse[]> {
  const turned = await turnedPaths(db, patientId)
  const all = await readSent(db, patientId, sessionId)
  const rows = all.filter(({ enrolmentId }) => !turned.get(enrolmentId)?.stopped)
  const ids = rows.map(({ id }) => id)
  const raised =
    ids.length === 0
      ? []
      : await db
          .select({ responseId: alerts.responseId, rule: alerts.rule })
          .from(alerts)
          .where(inArray(alerts.responseId, ids))
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  return rows.flatMap((row) => {
    const setVersion = versions.get(row.setVersionId)
    if (!setVersion) return []
    return {
      responseId: row.id,
      enrolmentId: row.enrolmentId,
      respondent: row.respondent,
      treatment: row.treatment,
      submittedAt: row.submittedAt ?? '',
      topics: row.topics ?? [],
      urgent: row.urgent === true,
      team: row.team,
      ...askerOf(row),
      setVersion,
      turned: turned.has(row.enrolmentId),
      rules: raised.filter(({ responseId }) => responseId === row.id).map(({ rule }) => rule),
    }
  })
}

const readSent = (db: Deps['db'], patientId: string, sessionId: string) =>
  db
    .select({
      id: responses.id,
      enrolmentId: responses.enrolmentId,
      respondent: responses.respondent,
      treatment: enrolments.treatmentOption,
      submittedAt: responses.submittedAt,
      topics: responses.topics,
      urgent: responses.urgent,
      setVersionId: assessments.setVersionId,
      ...askerColumns,
    })
    .from(responses)
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .innerJoin(teams, eq(teams.id, responses.teamId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(staff, eq(staff.id, appointments.clinicianId))
    .leftJoin(lead, eq(lead.id, enrolments.leadClinicianId))
    .where(and(eq(responses.patientId, patientId), eq(responses.sessionId, sessionId)))
    .orderBy(asc(responses.submittedAt), asc(responses.id))
