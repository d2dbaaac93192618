import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { isUnfixed } from '../../core/meeting.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'
import { conflict, notFound, Problem } from '../http/problem.ts'

const fields = {
  id: meetings.id,
  series: meetings.series,
  title: meetings.title,
  teamId: meetings.teamId,
  team: teams.name,
  outcomeSet: teams.outcomeSet,
  zone: organisations.timeZone,
  startsAt: meetings.startsAt,
  minutes: meetings.minutes,
  everyWeeks: meetings.everyWeeks,
  chairId: meetings.chairId,
  chair: staff.name,
  closedAt: meetings.closedAt,
}

export type MeetingFacts = Awaited<ReturnType<typeof ownMeeting>>

/** A meeting that the caller belongs to; any other does not exist (404). */
export async function ownMeeting(db: Tx, ctx: Ctx, id: string) {
  const [found] = await db
    .select(fields)
    .from(meetings)
    .innerJoin(meetingMembers, eq(meetingMembers.meetingId, meetings.id))
    .innerJoin(teams, eq(teams.id, meetings.teamId))
    .innerJoin(organisations, eq(organisations.id, meetings.organisationId))
    .innerJoin(staff, eq(staff.id, meetings.chairId))
    .where(
      and(
        eq(meetings.id, id),
        eq(meetings.organisationId, ctx.organisationId),
        eq(meetingMembers.staffId, ctx.actor.id),
      ),
    )
  if (!found) throw notFound('meeting')
  return found
}

/** The same, while it can still be changed. 409 ('meeting_over') once it was ended. */
export async function openMeeting(db: Tx, ctx: Ctx, id: string): Promise<MeetingFacts> {
  const meeting = await ownMeeting(db, ctx, id)
  if (meeting.closedAt) throw meetingOver()
  return meeting
}

/** The same for its chair. 403 ('not_chair') for its other members. */
export async function chairedMeeting(db: Tx, ctx: Ctx, id: string): Promise<MeetingFacts> {
  const meeting = await openMeeting(db, ctx, id)
  if (meeting.chairId !== ctx.actor.id)
    throw new Problem(403, 'not_chair', 'Only the chair of this meeting does this')
  return meeting
}

export const meetingOver = () => conflict('meeting_over', 'This meeting has ended')

export type Item = typeof agendaItems.$inferSelect

/** A patient on the list of this meeting; 404 for one of another. */
export async function itemOf(db: Tx, meetingId: string, itemId: string): Promise<Item> {
  const [item] = await db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId)))
  if (!item) throw notFound('agenda item')
  return item
}

/** The same while nothing is fixed: not confirmed, not put off. 409 ('decided') otherwise. */
export async function openItem(db: Tx, meeting: MeetingFacts, itemId: string): Promise<Item> {
  const item = await itemOf(db, meeting.id, itemId)
  if (!isUnfixed(meeting, item)) throw decided()
  return item
}

const decided = () => conflict('decided', 'What was decided about this patient stands')

/** Nobody ends the meeting before the caller's transaction is over. 409 ('meeting_over') when somebody did. */
export async function holdMeeting(tx: Tx, id: string): Promise<void> {
  const held = await tx
    .update(meetings)
    .set({ minutes: sql`${meetings.minutes}` })
    .where(and(eq(meetings.id, id), isNull(meetings.closedAt)))
    .returning({ id: meetings.id })
  if (held.length === 0) throw meetingOver()
}

/** The same for a patient of its list: nobody confirms meanwhile. 409 ('decided') when somebody did. */
export async function holdItem(tx: Tx, meetingId: string, itemId: string): Promise<void> {
  await holdMeeting(tx, meetingId)
  const held = await tx
    .update(agendaItems)
    .set({ version: sql`${agendaItems.version}` })
    .where(and(eq(agendaItems.id, itemId), isNull(agendaItems.confirmedAt), isNull(agendaItems.postponedTo)))
    .returning({ id: agendaItems.id })
  if (held.length === 0) throw decided()
}

/** The list in its order. */
export const itemsOf = (db: Tx, meetingId: string): Promise<Item[]> =>
  db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.place), asc(agendaItems.id))

export const membersOf = (db: Tx, meetingId: string) =>
  db
    .select({
      staffId: meetingMembers.staffId,
      name: staff.name,
      profession: staff.profession,
      present: meetingMembers.present,
    })
    .from(meetingMembers)
    .innerJoin(staff, eq(staff.id, meetingMembers.staffId))
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(asc(staff.name))

/** What follows from the decisions of a meeting, in the order in which it was written down. */
export const actionsOf = (db: Tx, meetingId: string) =>
  db
    .select({
      id: actions.id,
      itemId: actions.agendaItemId,
      what: actions.what,
      ownerId: actions.ownerId,
      owner: staff.name,
      dueOn: actions.dueOn,
      doneAt: actions.doneAt,
    })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(staff, eq(staff.id, actions.ownerId))
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(actions.createdAt), asc(actions.id))
