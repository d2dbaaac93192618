import { isDate } from '../../../core/outcome-sets/patient-dates.ts'
import { record } from '../../audit/store.ts'
import { withdrawEvent } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { ownEnrolment } from '../../enrolments/store.ts'
import { notFound } from '../../http/problem.ts'
import { lockPatients } from '../../patients/lock.ts'
import { versionsOfPatients } from '../plan-enrolment.ts'
import { applyEvents } from './apply-events.ts'

/**
 * Something that a feed or a colleague told of a patient was a mistake: all that followed from it is undone in the same
 * transaction, and no feed says it again. 404 where it is not of this care path's patient and group, or was taken back before.
 */
export async function takeBackEvent(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  ctx: Ctx,
  enrolmentId: string,
  eventId: string,
): Promise<void> {
  const { patientId, outcomeSet } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const versions = await versionsOfPatients(deps, [patientId])
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const by = { id: eventId, patientId, outcomeSet, now: deps.now().toISOString(), by: ctx.actor.id }
    const event = await withdrawEvent(tx, by)
    // A date is told again, or told to be unknown: its teller has the last word, so nobody closes it for good.
    if (!event || isDate(event.meaning)) throw notFound('event')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'event.withdrawn',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
      detail: { meaning: event.meaning, on: event.happenedOn },
    })
    await applyEvents(tx, deps, ctx, versions, [patientId])
  })
}
