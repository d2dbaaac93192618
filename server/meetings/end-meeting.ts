import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Member } from '../../core/meetings/meeting.ts'
import { moveInstant } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { meetingMembers, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { carryOver } from './carry-over.ts'
import { addMeeting } from './make-meeting.ts'
import { chairedMeeting, holdMeeting, type MeetingFacts, meetingOver, openMeeting } from './scope.ts'
import { membersOf } from './store.ts'
import { whoMayJoin } from './who-may-join.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/** Records whether a member was there. */
export async function recordPresence(
  deps: Tools,
  ctx: Ctx,
  { meetingId, staffId, present }: { meetingId: string; staffId: string; present: boolean },
): Promise<void> {
  await openMeeting(deps.db, ctx, meetingId)
  await deps.db.transaction(async (tx) => {
    await holdMeeting(tx, meetingId)
    const known = await tx
      .update(meetingMembers)
      .set({ present })
      .where(and(eq(meetingMembers.meetingId, meetingId), eq(meetingMembers.staffId, staffId)))
      .returning({ id: meetingMembers.id })
    if (known.length === 0) throw notFound('member')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.presence-recorded',
      object: { type: 'meeting', id: meetingId },
      detail: { staffId, present },
    })
  })
}

/**
 * The chair ends a meeting. One that recurs is planned again with the same people, but for guests; whoever was not decided about comes
 * onto the list of the next of its series, if there is one. Gives the id of that.
 */
export async function endMeeting(deps: Tools, ctx: Ctx, meetingId: string): Promise<{ next: string | null }> {
  const meeting = await chairedMeeting(deps.db, ctx, meetingId)
  const next = await deps.db.transaction(async (tx) => {
    const closed = await tx
      .update(meetings)
      .set({ closedAt: deps.now().toISOString() })
      .where(and(eq(meetings.id, meetingId), isNull(meetings.closedAt)))
      .returning({ id: meetings.id })
    if (closed.length === 0) throw meetingOver()
    if (meeting.everyWeeks > 0) await planNext(tx, deps, ctx, meeting)
    const following = await nextOf(tx, meeting)
    if (following) await carryOver(tx, deps, meeting, following)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'meeting.ended',
      object: { type: 'meeting', id: meetingId },
    })
    return following
  })
  return { next }
}

async function planNext(tx: Tx, deps: Tools, ctx: Ctx, meeting: MeetingFacts) {
  const { kind, series, teamId, title, minutes, everyWeeks, chairId } = meeting
  const startsAt = nextTime(meeting, deps.now().toISOString())
  const members = await membersOf(tx, meeting.id)
  const able = new Set((await whoMayJoin(tx, ctx, deps.now(), kind)).map(({ id }) => id))
  const comesAgain = ({ staffId, part }: Member) =>
    part === 'representative' || (part === 'member' && (staffId === chairId || able.has(staffId)))
  const staying = members
    .filter(comesAgain)
    .map(({ staffId, part, comesFrom }) => ({ staffId, part, comesFrom }))
  const planned = {
    id: deps.newId('mee'),
    kind,
    series,
    teamId,
    title,
    startsAt,
    minutes,
    everyWeeks,
    chairId,
  }
  await addMeeting(tx, deps, ctx, planned, staying)
}

/** The first turn of the series that is still to come: one that was ended late is not planned in the past. */
function nextTime({ startsAt, everyWeeks, zone }: MeetingFacts, now: string): string {
  const turn = (times: number) => moveInstant(startsAt, `P${7 * everyWeeks * times}DT0M`, zone)
  let times = 1
  while (turn(times) <= now) times += 1
  return turn(times)
}

async function nextOf(tx: Tx, { series, startsAt }: MeetingFacts): Promise<string | null> {
  const [next] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.series, series), gt(meetings.startsAt, startsAt), isNull(meetings.closedAt)))
    .orderBy(asc(meetings.startsAt))
    .limit(1)
  return next?.id ?? null
}
