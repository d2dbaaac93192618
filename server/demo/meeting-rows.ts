import { and, asc, eq, gte, isNotNull, isNull, lte, max, ne, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { actions, agendaItems, meetings } from '../db/schema/meetings.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientNumbers } from '../db/schema/patients.ts'

/** So many patients are talked about each time. */
export const LISTED = 4

/** The first MDO of a team that has not ended. */
export const openMeetings = once((db: Tx) =>
  db
    .select({ id: meetings.id, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.teamId, sql.placeholder('teamId')),
        eq(meetings.kind, 'mdo'),
        isNull(meetings.closedAt),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(1)
    .prepare('demo_meetings'),
)

/** The meetings of a team about figures. */
export const figureMeetings = once((db: Tx) =>
  db
    .select({ id: meetings.id, kind: meetings.kind, closedAt: meetings.closedAt })
    .from(meetings)
    .where(and(eq(meetings.teamId, sql.placeholder('teamId')), ne(meetings.kind, 'mdo')))
    .orderBy(asc(meetings.startsAt))
    .prepare('demo_figure_meetings'),
)

/** What people of a team were to do by a day, and did not say they did. */
export const dueActions = once((db: Tx) =>
  db
    .select({ id: actions.id, ownerId: actions.ownerId, number: patientNumbers.number })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, agendaItems.patientId))
    .where(
      and(
        eq(meetings.teamId, sql.placeholder('teamId')),
        isNull(actions.doneAt),
        lte(actions.dueOn, sql.placeholder('today')),
      ),
    )
    .prepare('demo_due_actions'),
)

/** Who is on a list and was not decided about. */
export const listed = once((db: Tx) =>
  db
    .select({ id: agendaItems.id, number: patientNumbers.number })
    .from(agendaItems)
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, agendaItems.patientId))
    .where(and(eq(agendaItems.meetingId, sql.placeholder('meetingId')), isNull(agendaItems.confirmedAt)))
    .orderBy(asc(agendaItems.place))
    .prepare('demo_listed'),
)

/** Who of a team answered since an instant and was never on a list, the first to answer first. */
export const neverTalkedAbout = once((db: Tx) =>
  db
    .select({ enrolmentId: enrolments.id, number: patientNumbers.number, at: max(responses.submittedAt) })
    .from(responses)
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, enrolments.patientId))
    .leftJoin(agendaItems, eq(agendaItems.enrolmentId, enrolments.id))
    .where(
      and(
        eq(responses.teamId, sql.placeholder('teamId')),
        isNotNull(responses.submittedAt),
        gte(responses.submittedAt, sql.placeholder('since')),
        isNull(enrolments.endedOn),
        isNull(agendaItems.id),
      ),
    )
    .groupBy(enrolments.id, patientNumbers.number)
    .orderBy(asc(max(responses.submittedAt)), asc(patientNumbers.number))
    .limit(LISTED)
    .prepare('demo_never_talked_about'),
)
