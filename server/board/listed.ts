import { and, asc, eq, isNull } from 'drizzle-orm'
import type { BoardCard } from '../../core/consult/board.ts'
import type { Tx } from '../db/database.ts'
import { agendaItems, meetings } from '../db/schema/meetings.ts'

/** On the list of which meeting a team's patients stand, by care path: the first to come that has not decided. */
export async function readListed(
  db: Tx,
  teamId: string,
): Promise<Map<string, NonNullable<BoardCard['listed']>>> {
  const rows = await db
    .select({
      enrolmentId: agendaItems.enrolmentId,
      meetingId: meetings.id,
      startsAt: meetings.startsAt,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(meetings.teamId, teamId),
        eq(meetings.kind, 'mdo'),
        isNull(meetings.closedAt),
        isNull(agendaItems.confirmedAt),
        isNull(agendaItems.postponedTo),
      ),
    )
    .orderBy(asc(meetings.startsAt))
  return new Map(
    rows
      .toReversed()
      .flatMap(({ enrolmentId, ...listed }) => (enrolmentId ? [[enrolmentId, listed] as const] : [])),
  )
}
