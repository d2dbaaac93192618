import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { agreements, openings, responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import { notFound } from '../http/problem.ts'
import { proxyAddress } from '../patients/proxies.ts'
import { callerOf, inCare } from '../patients/scope.ts'

/** A patient in the caller's care; anybody else's patient does not exist (404). */
export async function readPatient(db: Tx, ctx: Ctx, patientId: string, now: Date) {
  const [row] = await db
    .select({
      id: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
      sex: patients.sex,
      deceasedOn: patients.deceasedOn,
      optedOutAt: patients.optedOutAt,
      emailDeadAt: patients.emailDeadAt,
      ownAskedAt: patients.ownAskedAt,
      mailOff: patients.mailOff,
      email: patients.email,
      proxyAddress,
    })
    .from(patients)
    .where(and(eq(patients.id, patientId), inCare(db, callerOf(ctx, now))))
  if (!row) throw notFound('patient')
  const { email, ...patient } = row
  return { ...patient, hasEmail: email !== null }
}

/** The patient's care paths with the caller's own teams, open ones first, the newest of them first. */
export async function readEnrolments(db: Tx, ctx: Ctx, patientId: string) {
  const all = await pathsOf(db).execute({ patientId })
  const seen = all.filter(({ teamId }) => ctx.teamIds.includes(teamId))
  return [
    ...seen.filter(({ endedOn }) => endedOn === null),
    ...seen.filter(({ endedOn }) => endedOn !== null),
  ]
}

// Questions that are always the same are made once: making them takes longer than answering them.
const pathsOf = once((db: Tx) =>
  db
    .select({
      id: enrolments.id,
      teamId: enrolments.teamId,
      setVersionId: enrolments.setVersionId,
      side: enrolments.side,
      treatmentOption: enrolments.treatmentOption,
      treatmentChosenOn: enrolments.treatmentChosenOn,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endReason: enrolments.endReason,
      leadClinician: staff.name,
      team: teams.name,
      zone: organisations.timeZone,
    })
    .from(enrolments)
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .leftJoin(staff, eq(staff.id, enrolments.leadClinicianId))
    .where(eq(enrolments.patientId, sql.placeholder('patientId')))
    .orderBy(desc(enrolments.startedOn), desc(enrolments.id))
    .prepare('patient_paths'),
)

export type Enrolment = Awaited<ReturnType<typeof readEnrolments>>[number]

/** The appointments of a care path that were not cancelled, in order of time. */
export const readAppointmentsOf = (db: Tx, enrolmentId: string) => appointmentsOf(db).execute({ enrolmentId })

const appointmentsOf = once((db: Tx) =>
  db
    .select({
      id: appointments.id,
      kind: appointments.kind,
      startsAt: appointments.startsAt,
      status: appointments.status,
    })
    .from(appointments)
    .where(
      and(eq(appointments.enrolmentId, sql.placeholder('enrolmentId')), ne(appointments.status, 'cancelled')),
    )
    .orderBy(asc(appointments.startsAt))
    .prepare('path_appointments'),
)

/** What stands agreed on a care path, newest first. */
export const readAgreements = (db: Tx, enrolmentId: string) => agreementsOf(db).execute({ enrolmentId })

const agreementsOf = once((db: Tx) =>
  db
    .select({
      id: agreements.id,
      sentence: agreements.sentence,
      who: agreements.who,
      dueOn: agreements.dueOn,
      kind: agreements.kind,
      doneAt: agreements.doneAt,
      agreedAt: agreements.agreedAt,
      by: staff.name,
    })
    .from(agreements)
    .innerJoin(staff, eq(staff.id, agreements.staffId))
    .where(and(eq(agreements.enrolmentId, sql.placeholder('enrolmentId')), isNull(agreements.withdrawnAt)))
    .orderBy(desc(agreements.agreedAt))
    .prepare('path_agreements'),
)

/** The answers of a response and of the one before it, by response. */
export async function readAnswers(db: Tx, response: string, before: string | null) {
  const rows = await answersOf(db).execute({ response, before: before ?? '' })
  return new Map(rows.map(({ id, answers }) => [id, answers]))
}

const answersOf = once((db: Tx) =>
  db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(inArray(responses.id, [sql.placeholder('response'), sql.placeholder('before')]))
    .prepare('response_answers'),
)

/** The first time a response was on a clinician's screen, and whether it was on this one's; null while it was on nobody's. */
export async function readOpening(db: Tx, responseId: string, staffId: string) {
  const rows = await openingsOf(db).execute({ responseId })
  const [first] = rows
  return first ? { at: first.at, by: first.by, mine: rows.some((one) => one.staffId === staffId) } : null
}

const openingsOf = once((db: Tx) =>
  db
    .select({ at: openings.openedAt, by: staff.name, staffId: openings.staffId })
    .from(openings)
    .innerJoin(staff, eq(staff.id, openings.staffId))
    .where(eq(openings.responseId, sql.placeholder('responseId')))
    .orderBy(asc(openings.openedAt))
    .prepare('response_openings'),
)

/** Names of staff by id. */
export async function readNames(db: Tx, staffIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(staffIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
