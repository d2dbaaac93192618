import { mayDo } from '../../core/access/access.ts'
import type { AgendaItem, Meeting } from '../../core/meetings/meeting.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { canSignIn } from '../patients/issuer.ts'
import { mayChangePeople } from './change-people.ts'
import { readItems } from './read-items.ts'
import { asAt, attendedMeeting } from './scope.ts'
import { membersOf } from './store.ts'

/** A meeting that the caller belongs to in any way, with its list; who it is about only as far as the caller may know. */
export async function readMeeting(
  deps: Deps,
  ctx: Ctx,
  id: string,
  type: 'meeting.read' | 'meeting.minutes-printed' = 'meeting.read',
): Promise<Meeting> {
  const { db } = deps
  const facts = await attendedMeeting(deps, ctx, id)
  const now = deps.now().toISOString()
  const [members, items, mayChange] = await Promise.all([
    membersOf(db, id),
    readItems(deps, ctx, facts, now),
    mayChangePeople(deps, ctx, facts),
  ])
  const { part, kind } = facts
  await recordRead(deps, asAt(ctx, facts), {
    type,
    patients: items.flatMap(({ item, view }) => (isHidden(view) ? [] : (item.patientId ?? []))),
    object: { type: 'meeting', id },
  })
  const { title, startsAt, minutes, everyWeeks, closedAt, teamId, team, chairId, chair } = facts
  return {
    now,
    id,
    kind,
    title,
    team: { id: teamId, name: team },
    startsAt,
    minutes,
    everyWeeks,
    chair: { id: chairId, name: chair },
    closedAt,
    me: ctx.actor.id,
    mayWrite: part === 'member' && ctx.roles.some((role) => mayDo(role, 'meetings:write')),
    mayChange,
    ofTeam: ctx.teamIds.includes(teamId),
    readable: canSignIn(deps.config),
    members,
    items: items.map(({ view }) => view),
  }
}

/** A case of which the reader is told nothing. */
const isHidden = ({ subject }: AgendaItem) => subject?.kind === 'case' && subject.what === null
