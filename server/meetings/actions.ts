import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import type { MyAction } from '../../core/meetings/meeting-views.ts'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { actions, agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
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

const DONE_SHOWN_MS = 14 * 86_400_000

/** What the caller has to do, the first due on top; what was done in the last two weeks too. */
export async function myActions(deps: Tools & Pick<Deps, 'seal'>, ctx: Ctx) {
  const { db, now, seal } = deps
  const lately = new Date(now().getTime() - DONE_SHOWN_MS).toISOString()
  const rows = await db
    .select({
      id: actions.id,
      what: actions.what,
      ownerId: actions.ownerId,
      owner: staff.name,
      dueOn: actions.dueOn,
      doneAt: actions.doneAt,
      meetingId: meetings.id,
      meeting: meetings.title,
      enrolmentId: agendaItems.enrolmentId,
      patientId: agendaItems.patientId,
      teamId: meetings.teamId,
    })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(staff, eq(staff.id, actions.ownerId))
    .where(and(eq(actions.ownerId, ctx.actor.id), or(isNull(actions.doneAt), gte(actions.doneAt, lately))))
    .orderBy(asc(actions.dueOn), asc(actions.id))
  const patients = rows.flatMap(({ patientId }) => patientId ?? [])
  if (patients.length > 0)
    await recordRead(deps, { ...ctx, purpose: 'TREAT' }, { type: 'meeting.actions-read', patients })
  return rows.map(({ teamId, patientId, ...row }): MyAction => {
    const cares = ctx.teamIds.includes(teamId)
    const code = row.enrolmentId ? pathCode(seal, row.enrolmentId) : null
    return { ...row, code, patientId: cares ? patientId : null }
  })
}

/** The owner says that it is done, or not after all. 404 for what is somebody else's. */
export async function finishAction(deps: Tools, ctx: Ctx, actionId: string, done: boolean): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const [changed] = await tx
      .update(actions)
      .set({ doneAt: done ? deps.now().toISOString() : null })
      .where(and(eq(actions.id, actionId), eq(actions.ownerId, ctx.actor.id)))
      .returning({ itemId: actions.agendaItemId })
    if (!changed) throw notFound('action')
    const [about] = await tx
      .select({ patientId: agendaItems.patientId })
      .from(agendaItems)
      .where(eq(agendaItems.id, changed.itemId))
    const purpose = about?.patientId ? 'TREAT' : ctx.purpose
    await record(
      tx,
      deps,
      { ...ctx, purpose },
      {
        action: 'U',
        type: done ? 'action.done' : 'action.reopened',
        patients: about?.patientId ? [about.patientId] : [],
        object: { type: 'action', id: actionId },
      },
    )
  })
}
