import { and, asc, eq, isNull, max, ne } from 'drizzle-orm'
import type { ActionView } from '../../core/consult/decision.ts'
import type { Member } from '../../core/meetings/meeting.ts'
import type { MeetingPart } from '../../core/meetings/meeting-topics.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { actions, agendaItems, meetingMembers, meetings } from '../db/schema/meetings.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import type { Item } from './scope.ts'

/** The list in its order. */
export const itemsOf = (db: Tx, meetingId: string): Promise<Item[]> =>
  db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.place), asc(agendaItems.id))

type NewItem = Pick<
  Item,
  'id' | 'meetingId' | 'topic' | 'subject' | 'enrolmentId' | 'patientId' | 'question' | 'situation'
>

/** Puts something at the end of a list that is held. 409 ('listed') where it stands there. */
export async function addItem(tx: Tx, { now }: Pick<Deps, 'now'>, ctx: Ctx, item: NewItem): Promise<void> {
  const [last] = await tx
    .select({ place: max(agendaItems.place).mapWith(Number) })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, item.meetingId))
  await tx.insert(agendaItems).values({
    ...item,
    place: (last?.place ?? 0) + 1,
    listedBy: ctx.actor.id,
    listedAt: now().toISOString(),
    version: 0,
  })
}

/** What a list says to who puts there what stands there already. */
export const listedOnce = (error: unknown): never => {
  throw isUniqueViolation(error) ? conflict('listed', 'This is on the list already') : error
}

export async function membersOf(db: Tx, meetingId: string): Promise<Member[]> {
  const rows = await db
    .select({
      staffId: meetingMembers.staffId,
      name: staff.name,
      profession: staff.profession,
      present: meetingMembers.present,
      part: meetingMembers.part,
      comesFrom: meetingMembers.comesFrom,
    })
    .from(meetingMembers)
    .innerJoin(staff, eq(staff.id, meetingMembers.staffId))
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(asc(staff.name))
  return rows.map(({ part, ...row }) => ({ ...row, part: part as MeetingPart }))
}

const actionFields = {
  id: actions.id,
  itemId: actions.agendaItemId,
  what: actions.what,
  ownerId: actions.ownerId,
  owner: staff.name,
  dueOn: actions.dueOn,
  doneAt: actions.doneAt,
}

/** What follows from the decisions of a meeting, in the order in which it was written down. */
export const actionsOf = (db: Tx, meetingId: string) =>
  db
    .select(actionFields)
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(staff, eq(staff.id, actions.ownerId))
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(actions.createdAt), asc(actions.id))

/** What a team's meetings about figures left to do, in so far as no patient is behind it; the first due first. */
export const openActionsOf = (db: Tx, teamId: string) =>
  db
    .select(actionFields)
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(staff, eq(staff.id, actions.ownerId))
    .where(
      and(
        eq(meetings.teamId, teamId),
        ne(meetings.kind, 'mdo'),
        isNull(agendaItems.enrolmentId),
        isNull(actions.doneAt),
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.id))

type ActionRow = Awaited<ReturnType<typeof actionsOf>>[number]

/** An action without what it belongs to. */
export const asAction = ({ id, what, ownerId, owner, dueOn, doneAt }: ActionRow): ActionView => ({
  id,
  what,
  ownerId,
  owner,
  dueOn,
  doneAt,
})
