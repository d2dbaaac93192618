import { and, eq, inArray, isNull } from 'drizzle-orm'
import { localDate } from '../../core/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { closeEnrolments, type EndReason, type Enrolment, ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { teamOf } from './enrol.ts'
import { planEnrolments, type SetVersions, versionsOfPatients } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
/** `endedOn`: ISO date, today if not given. */
export type End = { reason: EndReason; endedOn?: string | undefined }

/**
 * Ends an enrolment: in the same transaction everything that was still open is withdrawn, so nothing is sent any more.
 * Death ends every enrolment of the patient. 409 ('enrolment_ended') when it had ended before; 422 for a day that cannot
 * be: still to come ('end_to_come'), before the start ('end_before_start') or before the birth ('died_before_birth').
 */
export async function endEnrolment(deps: Tools, ctx: Ctx, id: string, end: End): Promise<void> {
  const { patientId, teamId } = await ownEnrolment(deps.db, ctx, id, deps.now())
  const { zone } = await teamOf(deps.db, ctx, teamId)
  const today = localDate(deps.now().toISOString(), zone)
  const endedOn = end.endedOn ?? today
  const versions = await versionsOfPatients(deps, [patientId])
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const enrolment = await ownEnrolment(tx, ctx, id, deps.now())
    if (enrolment.endedOn) throw conflict('enrolment_ended', 'This care path has ended')
    await mustBePossible(tx, enrolment, { reason: end.reason, endedOn }, today)
    if (end.reason === 'deceased')
      return recordDeaths(tx, deps, ctx, versions, new Map([[patientId, endedOn]]))
    await closeEnrolments(tx, [id], { endedOn, endReason: end.reason })
    await planEnrolments(tx, deps, versions, [id])
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'enrolment.ended',
      patients: [patientId],
      object: { type: 'enrolment', id },
      detail: { reason: end.reason, endedOn },
    })
  })
}

/** A death may be older than a care path that began unaware of it; what was to begin later can be ended today. */
async function mustBePossible(
  tx: Tx,
  { patientId, startedOn }: Pick<Enrolment, 'patientId' | 'startedOn'>,
  { reason, endedOn }: { reason: EndReason; endedOn: string },
  today: string,
) {
  if (endedOn > today) throw refused('end_to_come', 'This day is still to come')
  if (reason === 'deceased') {
    const found = tx.select({ bornOn: patients.birthDate }).from(patients)
    const [patient] = await found.where(eq(patients.id, patientId))
    if (!patient) throw notFound('patient')
    if (endedOn < patient.bornOn) throw refused('died_before_birth', 'This day is before the birth date')
  } else if (endedOn < startedOn && endedOn < today)
    throw refused('end_before_start', 'The care path had not begun on this day')
}

/**
 * Patients died (date by patient id): all their enrolments end and everything open is withdrawn, in the caller's
 * transaction, under the caller's lock. Whose death was known already stays as it is.
 */
export async function recordDeaths(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  versions: SetVersions,
  deaths: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [deceasedOn, ids] of groupByDate(deaths)) {
    const died = await tx
      .update(patients)
      .set({ deceasedOn })
      .where(and(inArray(patients.id, ids), isNull(patients.deceasedOn)))
      .returning({ id: patients.id })
    if (died.length === 0) continue
    const patientIds = died.map(({ id }) => id)
    const open = await tx
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(and(inArray(enrolments.patientId, patientIds), isNull(enrolments.endedOn)))
    const ended = await closeEnrolments(
      tx,
      open.map(({ id }) => id),
      { endedOn: deceasedOn, endReason: 'deceased' },
    )
    await planEnrolments(tx, deps, versions, ended)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.deceased',
      patients: patientIds,
      detail: { deceasedOn, enrolments: ended },
    })
  }
}

function groupByDate(deaths: ReadonlyMap<string, string>): Map<string, string[]> {
  const dates = Map.groupBy(deaths, ([, date]) => date)
  return new Map([...dates].map(([date, entries]) => [date, entries.map(([id]) => id)]))
}

/** The patient wants no more invitations, or wants them again. What is asked stays planned: it can be filled in at the clinic. */
export async function setOptOut(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  patientId: string,
  out: boolean,
) {
  await deps.db.transaction(async (tx) => {
    await tx
      .update(patients)
      .set({ optedOutAt: out ? deps.now().toISOString() : null })
      .where(and(eq(patients.id, patientId), eq(patients.organisationId, ctx.organisationId)))
    await record(tx, deps, ctx, {
      action: 'U',
      type: out ? 'patient.opted-out' : 'patient.opted-in',
      patients: [patientId],
    })
  })
}
