import { and, eq, ne, notExists } from 'drizzle-orm'
import { UNDO_MS } from '../../core/consult/undo.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { holdMeeting } from './scope.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Takes back that a meeting was planned, by whoever did and within ten minutes, as long as nothing hangs on it: nothing
 * stands on its list and nobody of elsewhere was asked. 409 ('too_late', 'meeting_used') otherwise, 404 for anybody else.
 */
export async function undoPlan(deps: Tools, ctx: Ctx, meetingId: string): Promise<void> {
  const own = and(
    eq(meetings.id, meetingId),
    eq(meetings.organisationId, ctx.organisationId),
    eq(meetings.createdBy, ctx.actor.id),
  )
  const [planned] = await deps.db.select({ at: meetings.createdAt }).from(meetings).where(own)
  if (!planned) throw notFound('meeting')
  if (deps.now().getTime() - Date.parse(planned.at) > UNDO_MS)
    throw conflict('too_late', 'This can no longer be taken back')
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const listed = tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
    const asked = tx
      .select({ id: meetingMembers.id })
      .from(meetingMembers)
      .where(and(eq(meetingMembers.meetingId, meetingId), ne(meetingMembers.part, 'member')))
    const gone = await tx
      .delete(meetings)
      .where(and(own, notExists(listed), notExists(asked)))
      .returning({ id: meetings.id })
    if (gone.length === 0) throw conflict('meeting_used', 'This meeting is in use already')
    await record(tx, deps, ctx, {
      action: 'D',
      type: 'meeting.planning-undone',
      object: { type: 'meeting', id: meetingId },
    })
  })
}
