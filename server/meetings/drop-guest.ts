import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { meetingParts } from '../../core/meetings/meeting-topics.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { meetingMembers } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { takeOff } from './change-people.ts'
import { changeable } from './guests.ts'
import { giveReceipt, openReceipt } from './receipt.ts'
import { holdMeeting } from './scope.ts'

type Which = { meetingId: string; staffId: string }

const actOf = ({ meetingId, staffId }: Which) => `guest-dropped:${meetingId}:${staffId}`
const asked = z.strictObject({ part: z.enum(meetingParts), comesFrom: z.string().nullable() })

/**
 * A guest, or who speaks for patients, does not come after all: answers what takes that back. 422 ('member_stays') for
 * who was there.
 */
export async function dropGuest(
  deps: Deps,
  ctx: Ctx,
  { meetingId, staffId }: Which,
): Promise<{ receipt: string }> {
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
  return { receipt: giveReceipt(deps, ctx, actOf({ meetingId, staffId }), known) }
}

/**
 * Takes that back, by whoever did it and within ten minutes, without another mail: they come as they were asked. 404
 * and 409 ('too_late') otherwise, ('is_asked') when they were asked anew meanwhile.
 */
export async function restoreGuest(
  deps: Deps,
  ctx: Ctx,
  { meetingId, staffId, receipt }: Which & { receipt: string },
): Promise<void> {
  await changeable(deps, ctx, meetingId)
  const dropped = openReceipt(deps, ctx, { act: actOf({ meetingId, staffId }), receipt, shape: asked })
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
