import { and, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { isUnfixed } from '../../core/meetings/meeting.ts'
import type { MeetingKind, MeetingPart } from '../../core/meetings/meeting-topics.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, Problem } from '../http/problem.ts'

const fields = {
  id: meetings.id,
  kind: meetings.kind,
  organisationId: meetings.organisationId,
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
  part: meetingMembers.part,
}

export type MeetingFacts = Awaited<ReturnType<typeof ownMeeting>>

async function findMeeting(db: Tx, id: string, whose: SQL | undefined) {
  const [found] = await db
    .select(fields)
    .from(meetings)
    .innerJoin(meetingMembers, eq(meetingMembers.meetingId, meetings.id))
    .innerJoin(teams, eq(teams.id, meetings.teamId))
    .innerJoin(organisations, eq(organisations.id, meetings.organisationId))
    .innerJoin(staff, eq(staff.id, meetings.chairId))
    .where(and(eq(meetings.id, id), whose))
  if (!found) throw notFound('meeting')
  return { ...found, kind: found.kind as MeetingKind, part: found.part as MeetingPart }
}

/** A meeting that the caller is a member of; any other does not exist (404). */
const ownMeeting = (db: Tx, ctx: Ctx, id: string) =>
  findMeeting(
    db,
    id,
    and(
      eq(meetings.organisationId, ctx.organisationId),
      eq(meetingMembers.staffId, ctx.actor.id),
      eq(meetingMembers.part, 'member'),
    ),
  )

/** So long after its start a guest still finds a meeting. */
const GUEST_MS = 7 * 86_400_000

/** How the caller belongs to meetings: at home, as who speaks for patients, or as a guest until a week after its start. */
export const belonging = (ctx: Ctx, now: Date): SQL | undefined =>
  and(
    eq(meetingMembers.staffId, ctx.actor.id),
    or(
      and(
        eq(meetings.organisationId, ctx.organisationId),
        inArray(meetingMembers.part, ['member', 'representative']),
      ),
      and(
        eq(meetingMembers.part, 'guest'),
        gt(meetings.startsAt, new Date(now.getTime() - GUEST_MS).toISOString()),
      ),
    ),
  )

/** A meeting that the caller belongs to, also as a guest or as who speaks for patients: to read. 404 for any other. */
export const attendedMeeting = ({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, id: string) =>
  findMeeting(db, id, belonging(ctx, now()))

/** Who reads, as the log has it: in the house of the meeting; for care only where it is about patients. */
export const asAt = (ctx: Ctx, { organisationId, kind }: MeetingFacts): Ctx => ({
  ...ctx,
  organisationId,
  purpose: kind === 'mdo' ? 'TREAT' : 'HOPERAT',
})

/** A meeting of the caller's, while it can still be changed. 409 ('meeting_over') once it was ended. */
export async function openMeeting(db: Tx, ctx: Ctx, id: string): Promise<MeetingFacts> {
  const meeting = await ownMeeting(db, ctx, id)
  if (meeting.closedAt) throw meetingOver()
  return meeting
}

/** As openMeeting, also for who has just taken themself off: what shows that it is theirs is the receipt of that act. */
export async function openMeetingOfHouse(db: Tx, ctx: Ctx, id: string): Promise<MeetingFacts> {
  const ofChair = eq(meetingMembers.staffId, meetings.chairId)
  const meeting = await findMeeting(db, id, and(eq(meetings.organisationId, ctx.organisationId), ofChair))
  if (meeting.closedAt) throw meetingOver()
  return meeting
}

/** As openMeeting, for its chair. 403 ('not_chair') for its other members. */
export async function chairedMeeting(db: Tx, ctx: Ctx, id: string): Promise<MeetingFacts> {
  const meeting = await openMeeting(db, ctx, id)
  if (meeting.chairId !== ctx.actor.id)
    throw new Problem(403, 'not_chair', 'Only the chair of this meeting does this')
  return meeting
}

export const meetingOver = () => conflict('meeting_over', 'This meeting has ended')

export type Item = typeof agendaItems.$inferSelect

/** What is on the list of this meeting; 404 for what is on another. */
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

const decided = () => conflict('decided', 'What was decided about this stands')

/** Nobody ends the meeting before the caller's transaction is over. 409 ('meeting_over') when somebody did. */
export async function holdMeeting(tx: Tx, id: string): Promise<void> {
  const held = await tx
    .update(meetings)
    .set({ minutes: sql`${meetings.minutes}` })
    .where(and(eq(meetings.id, id), isNull(meetings.closedAt)))
    .returning({ id: meetings.id })
  if (held.length === 0) throw meetingOver()
}

/** The same for what is on its list: nobody confirms meanwhile. 409 ('decided') when somebody did. */
export async function holdItem(tx: Tx, meetingId: string, itemId: string): Promise<void> {
  await holdMeeting(tx, meetingId)
  const held = await tx
    .update(agendaItems)
    .set({ version: sql`${agendaItems.version}` })
    .where(and(eq(agendaItems.id, itemId), isNull(agendaItems.confirmedAt), isNull(agendaItems.postponedTo)))
    .returning({ id: agendaItems.id })
  if (held.length === 0) throw decided()
}
