import { and, eq, isNull, lte } from 'drizzle-orm'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { isSendingHour } from '../../core/time/sending-hours.ts'
import type { Tx } from '../db/database.ts'
import { actions, agendaItems, meetings } from '../db/schema/meetings.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { enqueueTodos, type Todo } from '../outbox/meeting-notice.ts'
import { ownersOf } from './owners.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>

const DAY_MS = 86_400_000
/** Who is late hears of it again after so many days. */
const AGAIN_DAYS = 7

/**
 * Reminds people of what they said they would do: on the day before, on the day after, and every week from then on. What
 * was somebody's who left the team, its lead hears of.
 * `told` holds the day on which each organisation was done; forgotten, nobody is mailed twice.
 */
export async function remindOwners(deps: Works, told: Map<string, string> = new Map()): Promise<void> {
  const now = deps.now().toISOString()
  for (const house of await deps.db.select().from(organisations)) {
    const day = localDate(now, house.timeZone)
    if (told.get(house.id) === day || !isSendingHour(house, now)) continue
    await enqueueTodos(deps.db, deps, { organisationId: house.id, day }, await todosOf(deps.db, house, day))
    told.set(house.id, day)
  }
}

async function todosOf(
  db: Tx,
  { id, timeZone }: { id: string; timeZone: string },
  day: string,
): Promise<Todo[]> {
  const open = await db
    .select({
      ownerId: actions.ownerId,
      teamId: meetings.teamId,
      createdAt: actions.createdAt,
      dueOn: actions.dueOn,
    })
    .from(actions)
    .innerJoin(agendaItems, eq(agendaItems.id, actions.agendaItemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(eq(meetings.organisationId, id), isNull(actions.doneAt), lte(actions.dueOn, moveDate(day, 'P1D'))),
    )
  const whose = await ownersOf(db, open, { day, zone: timeZone })
  const told = open.flatMap((action) =>
    whose(action).staffIds.map((staffId) => ({ staffId, dueOn: action.dueOn })),
  )
  return [...Map.groupBy(told, ({ staffId }) => staffId)].flatMap(([staffId, own]) => {
    const late = own.map(({ dueOn }) => (Date.parse(day) - Date.parse(dueOn)) / DAY_MS)
    return late.some(isNews) ? [{ staffId, open: own.length, late: late.filter((n) => n > 0).length }] : []
  })
}

/** `late`: days since it was due, negative before. */
const isNews = (late: number) => late === -1 || (late > 0 && (late - 1) % AGAIN_DAYS === 0)
