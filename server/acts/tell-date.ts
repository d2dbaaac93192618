import { dateMeaning, dateNumber, isLikelyDate } from '../../core/outcome-sets/patient-dates.ts'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import { type CareEventRow, eventsNumbered, writeEvents } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import { versionNow } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { type Enrolment, ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { teamOf } from './enrol.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>
/** `on`: ISO date; null where it is not so after all. */
export type TellsDate = { enrolmentId: string; name: string; on: string | null }

/**
 * Says on which day something is that a care path can hang on, such as when a child is expected; what hangs on it is
 * planned in the same transaction. Told again, by whomever, the last holds. By staff of the team, or by the patient of
 * their own path. 404 for a date that the outcome set does not know, 409 ('enrolment_ended'), 422 ('date_unlikely').
 */
export async function tellDate(deps: Tools, ctx: Ctx, { enrolmentId, name, on }: TellsDate): Promise<void> {
  const { patientId, teamId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const { zone } = await teamOf(deps.db, ctx, teamId)
  const now = deps.now().toISOString()
  if (on && !isLikelyDate(on, localDate(now, zone)))
    throw refused('date_unlikely', 'This day is more than three years away')
  const versions = await versionsOfPatients(deps, [patientId])
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const path = await ownEnrolment(tx, ctx, enrolmentId, deps.now())
    const { set } = await versionNow(tx, versions, path.setVersionId)
    const isAsked = set.patientDates.some(({ id }) => id === name)
    if (!isAsked && on === null) return // nobody can know what is not asked
    if (!isAsked) throw notFound('date')
    if (path.endedOn) throw conflict('enrolment_ended', 'This care path has ended')
    const [before] = await eventsNumbered(tx, ctx, [dateNumber(enrolmentId, name)])
    await writeEvents(tx, [after(before, rowOf(deps, ctx, path, { name, on }))])
    await planEnrolments(tx, deps, versions, [enrolmentId])
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'enrolment.date-told',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { name, taken: on === null },
    })
  })
}

/** Who tells last holds, also where the clock of the server that took the first runs ahead. */
const after = (before: CareEventRow | undefined, row: CareEventRow): CareEventRow =>
  before && before.changedAt > row.changedAt ? { ...row, changedAt: before.changedAt } : row

function rowOf(
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { id, patientId, organisationId, outcomeSet, side }: Enrolment,
  { name, on }: Pick<TellsDate, 'name' | 'on'>,
): CareEventRow {
  const at = now().toISOString()
  return {
    id: newId('evt'),
    organisationId,
    number: dateNumber(id, name),
    personKey: '',
    patientId,
    outcomeSet,
    meaning: dateMeaning(name),
    stage: null,
    turn: null,
    goesOn: [],
    value: null,
    side: side || null,
    happenedOn: on ?? at.slice(0, 10),
    changedAt: at,
    withdrawnAt: on === null ? at : null,
    withdrawnBy: null,
    source: ctx.actor.kind === 'patient' ? 'patient' : 'staff',
    recordedBy: ctx.actor.id,
    recordedAt: at,
  }
}
