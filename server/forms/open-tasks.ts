import { and, asc, eq, gt, isNull, lte, max } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { approximateDays } from '../../core/duration.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import { type Asked, askedInstruments } from '../acts/asked.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'

/** What the patient can answer now, the one that closes first in front; with who asks and for which appointment. */
function readOpen(db: Tx, patientId: string, now: Date) {
  const lead = alias(staff, 'lead')
  const at = now.toISOString()
  return db
    .select({
      id: assessments.id,
      enrolmentId: assessments.enrolmentId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      closesAt: assessments.closesAt,
      side: enrolments.side,
      team: teams.name,
      startsAt: appointments.startsAt,
      appointmentStatus: appointments.status,
      clinicianName: appointments.clinicianName,
      clinician: staff.name,
      lead: lead.name,
      version: responses.version,
      answers: responses.answers,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
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

/** When each instrument was last answered by this patient, anywhere. */
async function lastAnswered(db: Tx, patientId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ instrument: scores.instrument, at: max(scores.measuredAt) })
    .from(scores)
    .innerJoin(enrolments, eq(enrolments.id, scores.enrolmentId))
    .where(eq(enrolments.patientId, patientId))
    .groupBy(scores.instrument)
  return new Map(rows.flatMap(({ instrument, at }) => (at ? [[instrument, at] as const] : [])))
}

export type OpenTask = {
  id: string
  side: string
  team: string
  /** Who the answers are for: the clinician of the appointment, else the lead clinician. */
  clinician: string | null
  /** Instant of the appointment, when there is one that still holds. */
  startsAt: string | null
  version: number
  answers: ResponseAnswers
  setVersion: SetVersion
  moment: string
  /** Ids of the instruments to ask now, in order. */
  instruments: readonly string[]
  minutes: number
}

/** Everything that a patient can answer now; what was answered recently elsewhere is not asked again. */
export async function openTasks(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  patientId: string,
): Promise<OpenTask[]> {
  const rows = await readOpen(db, patientId, now())
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  const known = rows.flatMap((row) => {
    const setVersion = versions.get(row.setVersionId)
    return setVersion ? [{ row, setVersion, asked: askedInstruments(setVersion, row.moment) }] : []
  })
  const answered = known.some(({ asked }) => asked.maySkip) ? await lastAnswered(db, patientId) : new Map()
  return known.flatMap(({ row, setVersion, asked }) => {
    const instruments = toAsk(asked, answered, now())
    if (instruments.length === 0) return []
    const minutes = instruments.reduce((sum, instrument) => sum + instrument.minutes, 0)
    return {
      ...row,
      clinician: row.clinician ?? row.clinicianName ?? row.lead,
      startsAt: row.appointmentStatus === 'booked' ? row.startsAt : null,
      version: row.version ?? 0,
      answers: (row.answers ?? {}) as ResponseAnswers,
      setVersion,
      instruments: instruments.map(({ id }) => id),
      minutes,
    }
  })
}

function toAsk({ moment, instruments }: Asked, answered: ReadonlyMap<string, string>, now: Date) {
  const within = moment.skipIfAnsweredWithin
  if (within === undefined) return instruments
  const since = new Date(now.getTime() - approximateDays(within) * 86_400_000).toISOString()
  return instruments.filter(({ id }) => (answered.get(id) ?? '') < since)
}
