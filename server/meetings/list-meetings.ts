import { and, count, desc, eq, exists, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import type { MeetingRow } from '../../core/meetings/meeting.ts'
import type { MeetingKind } from '../../core/meetings/meeting-topics.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import { teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { belonging } from './scope.ts'

/** So many of those that have ended; of those that have not, all. */
const MOST_ENDED = 60

/** Meetings that the caller belongs to and those of the caller's teams, the latest first; nothing of any patient. */
export async function listMeetings({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx) {
  const [open, ended] = await Promise.all([
    readRows(db, ctx, now(), isNull(meetings.closedAt)),
    readRows(db, ctx, now(), isNotNull(meetings.closedAt)).limit(MOST_ENDED),
  ])
  const rows = [...open, ...ended].sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
  const ids = rows.map(({ id }) => id)
  const [counts, own] = await Promise.all([countItems(db, ids), membershipsIn(db, ctx, now(), ids)])
  const list = rows.map(
    (row): MeetingRow => ({
      ...row,
      kind: row.kind as MeetingKind,
      isMember: own.has(row.id),
      items: counts.get(row.id)?.items ?? 0,
      confirmed: counts.get(row.id)?.confirmed ?? 0,
    }),
  )
  return { now: now().toISOString(), meetings: list }
}

const readRows = (db: Tx, ctx: Ctx, now: Date, which: SQL) =>
  db
    .select({
      id: meetings.id,
      kind: meetings.kind,
      title: meetings.title,
      team: teams.name,
      startsAt: meetings.startsAt,
      minutes: meetings.minutes,
      everyWeeks: meetings.everyWeeks,
      chair: staff.name,
      closedAt: meetings.closedAt,
    })
    .from(meetings)
    .innerJoin(teams, eq(teams.id, meetings.teamId))
    .innerJoin(staff, eq(staff.id, meetings.chairId))
    .where(
      and(
        which,
        or(
          and(
            eq(meetings.organisationId, ctx.organisationId),
            inArray(meetings.teamId, [...ctx.teamIds, '']),
          ),
          exists(membership(db, ctx, now)),
        ),
      ),
    )
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .$dynamic()

const membership = (db: Tx, ctx: Ctx, now: Date) =>
  db
    .select({ id: meetingMembers.id })
    .from(meetingMembers)
    .where(and(eq(meetingMembers.meetingId, meetings.id), belonging(ctx, now)))

async function membershipsIn(
  db: Tx,
  ctx: Ctx,
  now: Date,
  meetingIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ id: meetingMembers.meetingId })
    .from(meetingMembers)
    .innerJoin(meetings, eq(meetings.id, meetingMembers.meetingId))
    .where(and(inArray(meetingMembers.meetingId, [...meetingIds, '']), belonging(ctx, now)))
  return new Set(rows.map(({ id }) => id))
}

async function countItems(db: Tx, meetingIds: readonly string[]) {
  const rows = await db
    .select({
      id: agendaItems.meetingId,
      items: count(agendaItems.id),
      confirmed: count(agendaItems.confirmedAt),
    })
    .from(agendaItems)
    .where(inArray(agendaItems.meetingId, [...meetingIds, '']))
    .groupBy(agendaItems.meetingId)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
