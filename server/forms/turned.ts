import { eq } from 'drizzle-orm'
import { turnOf } from '../../core/event-effects.ts'
import { eventsOf } from '../care-events/store.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'

/** A care path since a loss, or since care is no longer meant to cure; `stopped` where it ended. */
type TurnedPath = { stopped: boolean; phone: string }

/** `phones`: of the teams, where nothing runs any more since; no page years later comes back to it. */
export type Turned = { paths: ReadonlyMap<string, TurnedPath>; phones: string[] }

/**
 * The care paths of a patient that took a turn, by id. What was answered before is not held up to them as if nothing had
 * happened. Nearly always there is none, and one question is enough to know that.
 */
export async function turnedPaths(db: Tx, patientId: string): Promise<Turned> {
  const told = (await eventsOf(db, [patientId])).filter(({ turn }) => turn !== null)
  if (told.length === 0) return { paths: new Map(), phones: [] }
  const all = await db
    .select({
      id: enrolments.id,
      outcomeSet: enrolments.outcomeSet,
      side: enrolments.side,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endReason: enrolments.endReason,
      phone: teams.phone,
    })
    .from(enrolments)
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .where(eq(enrolments.patientId, patientId))
  const turned = all.filter((path) => turnOf(path, all, told) !== null)
  const runs = all.some(({ endedOn }) => endedOn === null)
  return {
    paths: new Map(turned.map(({ id, endedOn, phone }) => [id, { stopped: endedOn !== null, phone }])),
    phones: runs ? [] : [...new Set(turned.map(({ phone }) => phone))],
  }
}
