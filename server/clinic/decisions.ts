import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ActionView, DecisionView, PatientPart } from '../../core/consult/decision.ts'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetings } from '../db/schema/meetings.ts'
import { staff } from '../db/schema/staff.ts'

/** What meetings decided about a care path and their chair confirmed, the newest first. */
export async function readDecisions(db: Tx, enrolmentId: string): Promise<DecisionView[]> {
  const asked = decisionsOf(db)
  const [decided, todo] = await Promise.all([
    asked.decided.execute({ enrolmentId }),
    asked.todo.execute({ enrolmentId }),
  ])
  const ofItem = Map.groupBy(todo, ({ itemId }) => itemId)
  return decided.map(({ decision, patientPart, ...row }) => ({
    ...row,
    decision: decision ?? '',
    patientPart: patientPart as PatientPart | null,
    actions: (ofItem.get(row.id) ?? []).map(asAction),
  }))
}

type ActionRow = ActionView & { itemId: string }

const asAction = ({ id, what, ownerId, owner, dueOn, doneAt }: ActionRow): ActionView => ({
  id,
  what,
  ownerId,
  owner,
  dueOn,
  doneAt,
})

const decisionsOf = once((db: Tx) => {
  const ofPath = and(
    eq(agendaItems.enrolmentId, sql.placeholder('enrolmentId')),
    isNotNull(agendaItems.confirmedAt),
    isNull(agendaItems.subject), // a case is talked about to learn from it
  )
  const decided = db
    .select({
      id: agendaItems.id,
      meetingId: meetings.id,
      meeting: meetings.title,
      at: meetings.startsAt,
      decision: agendaItems.decision,
      reason: agendaItems.reason,
      patientPart: agendaItems.patientPart,
      confirmedBy: staff.name,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(staff, eq(staff.id, agendaItems.confirmedBy))
    .where(ofPath)
    .orderBy(desc(meetings.startsAt), desc(agendaItems.id))
  const todo = db
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
    .where(ofPath)
    .orderBy(asc(actions.createdAt), asc(actions.id))
  return { decided: decided.prepare('path_decisions'), todo: todo.prepare('path_actions') }
})
