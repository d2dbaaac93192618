import { and, desc, eq, gt } from 'drizzle-orm'
import { UNDO_MS } from '../../core/consult/undo.ts'
import { meetingParts } from '../../core/meetings/meeting-topics.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { auditEvents, notByPatient } from '../db/schema/audit.ts'
import { meetingMembers } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { takeOff } from './change-people.ts'
import { changeable } from './guests.ts'
import { holdMeeting } from './scope.ts'

type Which = { meetingId: string; staffId: string }

/** A guest, or who speaks for patients, does not come after all. 422 ('member_stays') for who was there. */
export async function dropGuest(deps: Deps, ctx: Ctx, { meetingId, staffId }: Which): Promise<void> {
  await changeable(deps, ctx, meetingId)
  const [known] = await deps.db
    .select({ part: meetingMembers.part, comesFrom: meetingMembers.comesFrom })
    .from(meetingMembers)
    .where(and(eq(meetingMembers.meetingId, meetingId), eq(meetingMembers.staffId, staffId)))
  if (!known || known.part === 'member') throw notFound('guest')
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    await takeOff(tx, meetingId, [staffId])
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'meeting.guest-dropped',
      object: { type: 'meeting', id: meetingId },
      detail: { staffId, ...known },
    })
  })
}

/**
 * Takes that back, by whoever did it and within ten minutes, without another mail: they come as they were asked. 409
 * ('too_late') otherwise, ('is_asked') when they were asked anew meanwhile.
 */
export async function restoreGuest(deps: Deps, ctx: Ctx, { meetingId, staffId }: Which): Promise<void> {
  await changeable(deps, ctx, meetingId)
  const dropped = await droppedBy(deps, ctx, { meetingId, staffId })
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const back = await tx
      .insert(meetingMembers)
      .values({ id: deps.newId('mmb'), meetingId, staffId, ...dropped })
      .onConflictDoNothing()
      .returning({ id: meetingMembers.id })
    if (back.length === 0) throw conflict('is_asked', 'They were asked already')
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'meeting.guest-restored',
      object: { type: 'meeting', id: meetingId },
      detail: { staffId },
    })
  })
}

/** As what they were asked. Only the log still knows: who dropped them, and when. */
async function droppedBy({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, { meetingId, staffId }: Which) {
  const since = new Date(now().getTime() - UNDO_MS).toISOString()
  const lines = await db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.actorId, ctx.actor.id),
        notByPatient(auditEvents),
        gt(auditEvents.at, since),
        eq(auditEvents.type, 'meeting.guest-dropped'),
        eq(auditEvents.objectId, meetingId),
      ),
    )
    .orderBy(desc(auditEvents.at))
  const detail = lines.find((line) => line.detail?.staffId === staffId)?.detail
  const part = meetingParts.find((one) => one === detail?.part)
  if (!part) throw conflict('too_late', 'This can no longer be taken back')
  return { part, comesFrom: typeof detail?.comesFrom === 'string' ? detail.comesFrom : null }
}
