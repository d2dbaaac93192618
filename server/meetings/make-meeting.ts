import type { MeetingKind, MeetingPart } from '../../core/meetings/meeting-topics.ts'
import { instantOf } from '../../core/time/dates.ts'
import { teamOf } from '../acts/enrol.ts'
import { record } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { meetingMembers, meetings } from '../db/schema/meetings.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { whoMayJoin } from './who-may-join.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

export type NewMeeting = {
  kind: MeetingKind
  teamId: string
  title: string
  /** Local date and time where the organisation is: '2026-11-24T12:30'. */
  startsAt: string
  minutes: number
  everyWeeks: number
  chairId: string
  memberIds: readonly string[]
}

/**
 * Plans a meeting of one of the caller's teams. The chair is of that team, and always a member. Refuses (422)
 * a chair or members who cannot be: 'unknown_chair', 'unknown_member'.
 */
export async function makeMeeting(deps: Tools, ctx: Ctx, wanted: NewMeeting): Promise<{ id: string }> {
  const { kind, teamId, chairId, startsAt, title, minutes, everyWeeks } = wanted
  if (!ctx.teamIds.includes(teamId)) throw notFound('team')
  const { zone } = await teamOf(deps.db, ctx, teamId)
  const staffIds = [...new Set([chairId, ...wanted.memberIds])]
  await mustBeAble(deps, ctx, { kind, teamId, chairId, staffIds })
  const id = deps.newId('mee')
  const starts = instantOf(startsAt, zone)
  const planned = { id, kind, series: id, teamId, title, startsAt: starts, minutes, everyWeeks, chairId }
  await deps.db.transaction(async (tx) => {
    await addMeeting(tx, deps, ctx, planned, staffIds.map(asMember))
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'meeting.planned',
      object: { type: 'meeting', id },
      detail: { startsAt: starts, members: staffIds.length },
    })
  })
  return { id }
}

type Planned = Omit<NewMeeting, 'memberIds'> & { id: string; series: string }
type Belonging = { staffId: string; part: MeetingPart; comesFrom: string | null }

const asMember = (staffId: string): Belonging => ({ staffId, part: 'member', comesFrom: null })

/** Writes a meeting and who belongs to it; false when its series has one at that instant already. */
export async function addMeeting(
  tx: Tx,
  { now, newId }: Omit<Tools, 'db'>,
  ctx: Ctx,
  planned: Planned,
  people: readonly Belonging[],
): Promise<boolean> {
  const { organisationId, actor } = ctx
  const added = await tx
    .insert(meetings)
    .values({ ...planned, organisationId, createdBy: actor.id, createdAt: now().toISOString() })
    .onConflictDoNothing()
    .returning({ id: meetings.id })
  if (added.length === 0) return false
  await tx
    .insert(meetingMembers)
    .values(people.map((one) => ({ id: newId('mmb'), meetingId: planned.id, ...one })))
  return true
}

type Wanted = { kind: MeetingKind; teamId: string; chairId: string; staffIds: readonly string[] }

/** Refuses (422) who cannot lead a meeting of this team ('unknown_chair'), or belong to one ('unknown_member'). */
export async function mustBeAble(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  ctx: Ctx,
  { kind, teamId, chairId, staffIds }: Wanted,
) {
  const chairs = (await cliniciansOf(db, [teamId], now())).get(teamId) ?? []
  if (!chairs.some(({ id }) => id === chairId))
    throw refused('unknown_chair', 'The chair is somebody of the team')
  const people = new Set((await whoMayJoin(db, ctx, now(), kind)).map(({ id }) => id))
  if (!staffIds.every((id) => people.has(id)))
    throw refused(
      'unknown_member',
      'A member is somebody of this organisation who may see what this meeting sees',
    )
}
