import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { Problem, refused } from '../http/problem.ts'
import { leads } from '../staff/leads.ts'
import { mustBeAble } from './make-meeting.ts'
import { holdMeeting, type MeetingFacts, openMeeting } from './scope.ts'
import { membersOf } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/** The chair, and the lead of the team: a chair who is ill or has left must not hold up a meeting. */
export const mayChangePeople = async (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  ctx: Ctx,
  { chairId, teamId, closedAt }: MeetingFacts,
): Promise<boolean> =>
  closedAt === null && (chairId === ctx.actor.id || (await leads(db, ctx, teamId, now())))

/**
 * Says anew who leads a meeting and who belongs to it; the chair always does. Whoever is added sees its patients by
 * name from now on, whoever is taken off no longer. 403 ('not_chair'); 422 for people who cannot be ('unknown_chair',
 * 'unknown_member'), and for taking off who was there already or has something to do ('member_stays').
 */
export async function changePeople(
  deps: Tools,
  ctx: Ctx,
  meetingId: string,
  { chairId, memberIds }: { chairId: string; memberIds: readonly string[] },
): Promise<void> {
  const meeting = await openMeeting(deps.db, ctx, meetingId)
  if (!(await mayChangePeople(deps, ctx, meeting)))
    throw new Problem(403, 'not_chair', 'Only the chair of this meeting or the lead of the team does this')
  const wanted = [...new Set([chairId, ...memberIds])]
  const members = (await membersOf(deps.db, meetingId)).filter(({ part }) => part === 'member')
  const known = new Set(members.map(({ staffId }) => staffId))
  const added = wanted.filter((id) => !known.has(id))
  await mustBeAble(deps, ctx, { kind: meeting.kind, teamId: meeting.teamId, chairId, staffIds: added })
  const removed = [...known].filter((id) => !wanted.includes(id))
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    await tx.update(meetings).set({ chairId }).where(eq(meetings.id, meetingId))
    const rows = added.map((staffId) => ({ id: deps.newId('mmb'), meetingId, staffId }))
    if (rows.length > 0) await tx.insert(meetingMembers).values(rows).onConflictDoNothing()
    await takeOff(tx, meetingId, removed)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.people-changed',
      object: { type: 'meeting', id: meetingId },
      detail: { chairId, added, removed },
    })
  })
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
