import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { agendaItems, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { casesOf } from './cases.ts'
import { holdItem, holdMeeting, openItem, openMeeting } from './scope.ts'
import { addItem, itemsOf, listedOnce } from './store.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>
type Listing = { meetingId: string; enrolmentId: string; question: string; situation: string | null }

/** The MDOs on whose list a care path of the caller's team can be put or stands, and what was flagged about it. */
export async function meetingsFor(deps: Tools, ctx: Ctx, enrolmentId: string) {
  const { db, now } = deps
  const { teamId, patientId } = await ownEnrolment(db, ctx, enrolmentId, now())
  const rows = await db
    .select({
      id: meetings.id,
      title: meetings.title,
      startsAt: meetings.startsAt,
      itemId: agendaItems.id,
    })
    .from(meetings)
    .leftJoin(
      agendaItems,
      and(eq(agendaItems.meetingId, meetings.id), eq(agendaItems.enrolmentId, enrolmentId)),
    )
    .where(and(eq(meetings.teamId, teamId), eq(meetings.kind, 'mdo'), isNull(meetings.closedAt)))
    .orderBy(asc(meetings.startsAt))
  await recordRead(deps, ctx, {
    type: 'meeting.lists-read',
    patients: [patientId],
    object: { type: 'enrolment', id: enrolmentId },
  })
  return {
    meetings: rows.map(({ itemId, ...meeting }) => ({ ...meeting, listed: itemId !== null })),
    cases: await casesOf(db, enrolmentId),
  }
}

/**
 * Puts a patient of the caller's team on the list of one of that team's MDOs, at the end: from now on its members
 * see who it is. 409 'listed' or 'meeting_over'.
 */
export async function listPatient(deps: Tools, ctx: Ctx, listing: Listing): Promise<{ id: string }> {
  const { meetingId, enrolmentId, question, situation } = listing
  const { teamId, patientId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const [meeting] = await deps.db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.teamId, teamId), eq(meetings.kind, 'mdo')))
  if (!meeting) throw notFound('meeting')
  const id = deps.newId('agi')
  const topic = `patient:${enrolmentId}`
  const item = { id, meetingId, topic, subject: null, enrolmentId, patientId, question, situation }
  await deps.db
    .transaction(async (tx) => {
      await holdMeeting(tx, meetingId)
      await addItem(tx, deps, ctx, item)
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'meeting.patient-listed',
        patients: [patientId],
        object: { type: 'meeting', id: meetingId },
      })
    })
    .catch(listedOnce)
  return { id }
}

/** Takes a patient or a subject off the list again, as long as nothing was decided. */
export async function unlistPatient(
  deps: Tools,
  ctx: Ctx,
  { meetingId, itemId }: { meetingId: string; itemId: string },
): Promise<void> {
  const { patientId } = await openItem(deps.db, await openMeeting(deps.db, ctx, meetingId), itemId)
  await deps.db.transaction(async (tx) => {
    await holdItem(tx, meetingId, itemId)
    const removed = await tx
      .delete(agendaItems)
      .where(and(eq(agendaItems.id, itemId), isNull(agendaItems.confirmedAt), isNull(agendaItems.decision)))
      .returning({ id: agendaItems.id })
    if (removed.length === 0) throw conflict('decided', 'Something was decided about this')
    await record(tx, deps, ctx, {
      action: 'D',
      type: patientId ? 'meeting.patient-unlisted' : 'meeting.subject-unlisted',
      patients: patientId ? [patientId] : [],
      object: { type: 'meeting', id: meetingId },
    })
  })
}

/** Puts the list in another order. Refuses (422, 'list_changed') an order of another list than there is now. */
export async function orderList(
  deps: Tools,
  ctx: Ctx,
  { meetingId, itemIds }: { meetingId: string; itemIds: readonly string[] },
): Promise<void> {
  await openMeeting(deps.db, ctx, meetingId)
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const known = (await itemsOf(tx, meetingId)).map(({ id }) => id)
    if (known.toSorted().join() !== itemIds.toSorted().join())
      throw refused('list_changed', 'The list has changed; look at it again')
    if (known.length === 0) return
    const places = itemIds.map((id, place) => sql`when ${id} then cast(${place + 1} as integer)`)
    await tx
      .update(agendaItems)
      .set({ place: sql`case ${agendaItems.id} ${sql.join(places, sql` `)} else ${agendaItems.place} end` })
      .where(eq(agendaItems.meetingId, meetingId))
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.list-ordered',
      object: { type: 'meeting', id: meetingId },
    })
  })
}
