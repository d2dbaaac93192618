import type { Turn } from '../../../core/outcome-sets/care-event.ts'
import { record } from '../../audit/store.ts'
import { eventsOf, writeEvents } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { type SetVersions, versionNow } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import type { Enrolment } from '../../enrolments/store.ts'
import { applyEvents } from './apply-events.ts'

/**
 * A loss, or care that is no longer meant to cure, said by hand: what the outcome set says of it follows at once. The same
 * day said twice is there once. In the caller's transaction and under the caller's lock.
 */
export async function recordTurn(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  versions: SetVersions,
  { path, to, on }: { path: Enrolment; to: Turn; on: string },
): Promise<void> {
  const { id, patientId, outcomeSet, organisationId, side } = path
  const told = await eventsOf(tx, [patientId])
  const isThere = ({ withdrawnAt, happenedOn, turn, ...one }: (typeof told)[number]) =>
    !withdrawnAt &&
    happenedOn === on &&
    turn === to &&
    one.outcomeSet === outcomeSet &&
    one.side === (side || null)
  if (told.some(isThere)) return
  const { set } = await versionNow(tx, versions, path.setVersionId)
  const meant = set.events.find(({ turn }) => turn?.to === to)
  const now = deps.now().toISOString()
  const eventId = deps.newId('evt')
  await writeEvents(tx, [
    {
      id: eventId,
      organisationId,
      number: `${id} ${to} ${on} ${eventId}`,
      personKey: '',
      patientId,
      outcomeSet,
      meaning: meant ? `event:${meant.id}` : `turn:${to}`,
      stage: meant?.stage ?? null,
      turn: to,
      goesOn: meant?.turn?.goesOn ?? [],
      value: null,
      side: side || null,
      happenedOn: on,
      changedAt: now,
      withdrawnAt: null,
      withdrawnBy: null,
      source: 'staff',
      recordedBy: ctx.actor.id,
      recordedAt: now,
    },
  ])
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'event.recorded',
    patients: [patientId],
    object: { type: 'enrolment', id },
    detail: { turn: to, on },
  })
  await applyEvents(tx, deps, ctx, versions, [patientId])
}
