import { eq } from 'drizzle-orm'
import { turnOf } from '../../core/schedule/event-effects.ts'
import { eventsOf } from '../care-events/store.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'

/** By id, the care paths since a loss, or since care is no longer meant to cure; `stopped` where it ended. */
type Turned = ReadonlyMap<string, { stopped: boolean }>

/**
 * The care paths of a patient that took a turn. What was answered before is not held up to them as if nothing had
 * happened. Nearly always there is none, and one question is enough to know that.
 */
export async function turnedPaths(db: Tx, patientId: string): Promise<Turned> {
  const told = (await eventsOf(db, [patientId])).filter(({ turn }) => turn !== null)
  if (told.length === 0) return new Map()
  const all = await db
    .select({
      id: enrolments.id,
      outcomeSet: enrolments.outcomeSet,
      side: enrolments.side,
      startedOn: enrolments.startedOn,
      endedOn: enrolments.endedOn,
      endReason: enrolments.endReason,
    })
    .from(enrolments)
    .where(eq(enrolments.patientId, patientId))
  const turned = all.filter((path) => turnOf(path, all, told) !== null)
  return new Map(turned.map(({ id, endedOn }) => [id, { stopped: endedOn !== null }]))
}

/**
 * Whom to call where no care path runs any more, whyever the last ended: a page behind a link must not tell a loss from
 * a treatment that is over. Empty while one runs.
 */
export async function phonesAfterwards(db: Tx, patientId: string): Promise<string[]> {
  const paths = await db
    .select({ endedOn: enrolments.endedOn, phone: teams.phone })
    .from(enrolments)
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .where(eq(enrolments.patientId, patientId))
  return paths.some(({ endedOn }) => endedOn === null) ? [] : [...new Set(paths.map(({ phone }) => phone))]
}
