import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem, refused } from '../http/problem.ts'
import { leads } from '../staff/leads.ts'
import { mustBeAble } from './make-meeting.ts'
import { giveReceipt, openReceipt } from './receipt.ts'
import { holdMeeting, type MeetingFacts, openMeeting, openMeetingOfHouse } from './scope.ts'
import { membersOf } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>

/** The chair, and the lead of the team: a chair who is ill or has left must not hold up a meeting. */
export const mayChangePeople = async (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  ctx: Ctx,
  { chairId, teamId, closedAt }: MeetingFacts,
): Promise<boolean> =>
  closedAt === null && (chairId === ctx.actor.id || (await leads(db, ctx, teamId, now())))

type People = z.infer<typeof people>
const people = z.strictObject({ chairId: z.string(), memberIds: z.array(z.string()) })

/**
 * Says anew who leads a meeting and who belongs to it; the chair always does. Whoever is added sees its patients by
 * name from now on, whoever is taken off no longer. Answers what takes that back. 403 ('not_chair'); 422 for people who
 * cannot be ('unknown_chair', 'unknown_member'), and for taking off who was there already or has something to do
 * ('member_stays'); 409 ('changed_elsewhere') when somebody else did so at this instant.
 */
export async function changePeople(
  deps: Tools,
  ctx: Ctx,
  meetingId: string,
  wanted: People,
): Promise<{ receipt: string }> {
  const meeting = await openMeeting(deps.db, ctx, meetingId)
  if (!(await mayChangePeople(deps, ctx, meeting)))
    throw new Problem(403, 'not_chair', 'Only the chair of this meeting or the lead of the team does this')
  const before = await peopleOf(deps.db, meeting)
  const after = await putPeople(deps, ctx, meeting, { before, wanted })
  return { receipt: giveReceipt(deps, ctx, actOf(meetingId), { before, after }) }
}

/**
 * Takes that back, by whoever did it and within ten minutes, also by a chair who gave the meeting to somebody else. 404
 * and 409 ('too_late') otherwise, ('changed_elsewhere') when its people are no longer those; 422 as for changing them.
 */
export async function undoPeople(deps: Tools, ctx: Ctx, meetingId: string, receipt: string): Promise<void> {
  const shape = z.strictObject({ before: people, after: people })
  const { before, after } = openReceipt(deps, ctx, { act: actOf(meetingId), receipt, shape })
  const meeting = await openMeetingOfHouse(deps.db, ctx, meetingId)
  await putPeople(deps, ctx, meeting, { before: after, wanted: before })
}

const actOf = (meetingId: string) => `people-changed:${meetingId}`

async function peopleOf(db: Tx, { id, chairId }: MeetingFacts): Promise<People> {
  const members = (await membersOf(db, id)).filter(({ part }) => part === 'member')
  return { chairId, memberIds: members.map(({ staffId }) => staffId).sort() }
}

/** Answers who they are then. */
async function putPeople(
  deps: Tools,
  ctx: Ctx,
  meeting: MeetingFacts,
  { before, wanted }: { before: People; wanted: People },
): Promise<People> {
  const { chairId } = wanted
  const memberIds = [...new Set([chairId, ...wanted.memberIds])].sort()
  const added = memberIds.filter((id) => !before.memberIds.includes(id))
  const removed = before.memberIds.filter((id) => !memberIds.includes(id))
  await mustBeAble(deps, ctx, { kind: meeting.kind, teamId: meeting.teamId, chairId, staffIds: added })
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meeting.id)
    // Read again once it is held: whoever changed it at this instant is not overwritten.
    const now = await peopleOf(tx, await openMeetingOfHouse(tx, ctx, meeting.id))
    if (JSON.stringify(now) !== JSON.stringify(before))
      throw conflict('changed_elsewhere', 'Who belongs to this meeting was changed since')
    await tx.update(meetings).set({ chairId }).where(eq(meetings.id, meeting.id))
    const rows = added.map((staffId) => ({ id: deps.newId('mmb'), meetingId: meeting.id, staffId }))
    if (rows.length > 0) await tx.insert(meetingMembers).values(rows).onConflictDoNothing()
    await takeOff(tx, meeting.id, removed)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.people-changed',
      object: { type: 'meeting', id: meeting.id },
      detail: { chairId, added, removed },
    })
  })
  return { chairId, memberIds }
}

/** Takes people off who were not there and have nothing to do; 422 ('member_stays') for others. */
export async function takeOff(tx: Tx, meetingId: string, staffIds: readonly string[]) {
  if (staffIds.length === 0) return
  const toDo = tx
    .select({ id: actions.id })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .where(and(eq(agendaItems.meetingId, meetingId), eq(actions.ownerId, meetingMembers.staffId)))
  const gone = await tx
    .delete(meetingMembers)
    .where(
      and(
        eq(meetingMembers.meetingId, meetingId),
        inArray(meetingMembers.staffId, [...staffIds]),
        isNull(meetingMembers.present),
        notExists(toDo),
      ),
    )
    .returning({ id: meetingMembers.id })
  if (gone.length < staffIds.length)
    throw refused('member_stays', 'Who was there already, or has something to do, stays a member')
}
