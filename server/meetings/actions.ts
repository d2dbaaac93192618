import { and, eq } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { actions, meetingMembers } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { holdItem, openItem, openMeeting } from './scope.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>
type Which = { meetingId: string; itemId: string }

/** Writes down what somebody will do; the owner is a member of the meeting (422, 'unknown_member'). */
export async function addAction(
  deps: Tools,
  ctx: Ctx,
  { meetingId, itemId }: Which,
  { what, ownerId, dueOn }: { what: string; ownerId: string; dueOn: string },
): Promise<{ id: string }> {
  const { patientId } = await openItem(deps.db, await openMeeting(deps.db, ctx, meetingId), itemId)
  const isMember = and(
    eq(meetingMembers.meetingId, meetingId),
    eq(meetingMembers.staffId, ownerId),
    eq(meetingMembers.part, 'member'),
  )
  if ((await deps.db.$count(meetingMembers, isMember)) === 0)
    throw refused('unknown_member', 'Who does it is a member of the meeting')
  const id = deps.newId('act')
  await deps.db.transaction(async (tx) => {
    await holdItem(tx, meetingId, itemId)
    const made = { createdBy: ctx.actor.id, createdAt: deps.now().toISOString() }
    await tx.insert(actions).values({ id, agendaItemId: itemId, what, ownerId, dueOn, ...made })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'meeting.action-written',
      patients: patientId ? [patientId] : [],
      object: { type: 'action', id },
    })
  })
  return { id }
}

/** Takes back an action as long as the decision is not confirmed. */
export async function removeAction(
  deps: Tools,
  ctx: Ctx,
  { meetingId, itemId, actionId }: Which & { actionId: string },
): Promise<void> {
  const { patientId } = await openItem(deps.db, await openMeeting(deps.db, ctx, meetingId), itemId)
  await deps.db.transaction(async (tx) => {
    await holdItem(tx, meetingId, itemId)
    const removed = await tx
      .delete(actions)
      .where(and(eq(actions.id, actionId), eq(actions.agendaItemId, itemId)))
      .returning({ id: actions.id })
    if (removed.length === 0) throw notFound('action')
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'meeting.action-removed',
      patients: patientId ? [patientId] : [],
      object: { type: 'action', id: actionId },
    })
  })
}
