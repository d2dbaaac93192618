import { and, eq, inArray, isNull } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import {
  closeEnrolments,
  closeEnrolmentsOf,
  type EndReason,
  type Enrolment,
  ownEnrolment,
} from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { teamOf } from './enrol.ts'
import { recordTurn } from './events/record-turn.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
/** `endedOn`: ISO date, today if not given. */
export type End = { reason: EndReason; endedOn?: string | undefined }

/**
 * Ends an enrolment: in the same transaction everything that was still open is withdrawn, so nothing is sent any more.
 * Death ends every enrolment of the patient; after a loss or a palliative turn goes on what the outcome set names. 409 ('enrolment_ended') when it had ended before; 422 for a day that cannot
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
    if (end.reason === 'loss' || end.reason === 'palliative')
      return recordTurn(tx, deps, ctx, versions, { path: enrolment, to: end.reason, on: endedOn })
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
 * transaction, under the caller's lock. A date that was known already stays, and ends what began unaware of it.
 */
export async function recordDeaths(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  versions: SetVersions,
  deaths: ReadonlyMap<string, string>,
): Promise<void> {
  if (deaths.size === 0) return
  const news = await noteDeaths(tx, deaths)
  const known = Map.groupBy(await datesOfDeath(tx, [...deaths.keys()]), ({ on }) => on ?? '')
  for (const [deceasedOn, dead] of known) {
    const ids = dead.map(({ id }) => id)
    const ended = await closeEnrolmentsOf(tx, ids, { endedOn: deceasedOn, endReason: 'deceased' })
    const enrolmentIds = ended.map(({ id }) => id)
    await planEnrolments(tx, deps, versions, enrolmentIds)
    const concerned = ids.filter((id) => news.has(id) || ended.some(({ patientId }) => patientId === id))
    if (concerned.length === 0) continue
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.deceased',
      patients: concerned,
      detail: { deceasedOn, enrolments: enrolmentIds },
    })
  }
}

/** Gives the ids of those whose death nobody knew of. */
async function noteDeaths(tx: Tx, deaths: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const news = new Set<string>()
  for (const [deceasedOn, dead] of Map.groupBy(deaths, ([, date]) => date)) {
    const ids = dead.map(([id]) => id)
    const died = await tx
      .update(patients)
      .set({ deceasedOn })
      .where(and(inArray(patients.id, ids), isNull(patients.deceasedOn)))
      .returning({ id: patients.id })
    for (const { id } of died) news.add(id)
  }
  return news
}

const datesOfDeath = (tx: Tx, patientIds: readonly string[]) =>
  tx
    .select({ id: patients.id, on: patients.deceasedOn })
    .from(patients)
    .where(inArray(patients.id, patientIds))

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
    if (!out) await switchMailOn(tx, patientId)
    await record(tx, deps, ctx, {
      action: 'U',
      type: out ? 'patient.opted-out' : 'patient.opted-in',
      patients: [patientId],
    })
  })
}

/** Who wants mail again wants that about every care path. */
const switchMailOn = (tx: Tx, patientId: string) =>
  tx.update(enrolments).set({ mailOffAt: null }).where(eq(enrolments.patientId, patientId))
