import { and, eq, gt, inArray, isNotNull, isNull, ne, notExists, or } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { careEvents, enrolments } from '../db/schema/care.ts'
import { messages } from '../db/schema/messages.ts'
import { teams } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { blank } from '../outbox/store.ts'

const HOURS = 24
/** At a time; the next round writes the rest. */
const MOST = 500

/**
 * Writes a mail that says thank you to patients who sent answers online in the last day, one a day, in organisations that
 * want that. It is no part of sending them: nobody waits for it. Gives how many were written.
 */
export async function planThanks(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  houses: readonly Organisation[],
): Promise<number> {
  const thankful = new Map(houses.filter(({ thanks }) => thanks).map((house) => [house.id, house]))
  if (thankful.size === 0) return 0
  const since = new Date(deps.now().getTime() - HOURS * 3_600_000).toISOString()
  const answered = await answeredSince(deps.db, [...thankful.keys()], since)
  const rows = answered.map(({ patientId, organisationId }) => {
    const day = localDate(deps.now().toISOString(), thankful.get(organisationId)?.timeZone ?? 'UTC')
    return { ...blank(deps, organisationId, 'thanks'), patientId, batch: `${patientId} thanks ${day}` }
  })
  if (rows.length === 0) return 0
  const made = await deps.db.transaction((tx) =>
    tx.insert(messages).values(rows).onConflictDoNothing().returning({ id: messages.id }),
  )
  return made.length
}

function answeredSince(db: Tx, houseIds: string[], since: string) {
  const thanked = db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.patientId, responses.patientId),
        eq(messages.kind, 'thanks'),
        gt(messages.createdAt, since),
      ),
    )
  // Whom something changed everything for meanwhile is not thanked as if it had not.
  const turned = db
    .select({ id: careEvents.id })
    .from(careEvents)
    .where(
      and(
        eq(careEvents.patientId, responses.patientId),
        isNotNull(careEvents.turn),
        isNull(careEvents.withdrawnAt),
        gt(careEvents.recordedAt, responses.submittedAt),
      ),
    )
  // Who answers for the patient at an address of their own sent it: the patient sent nothing.
  const elsewhere = db
    .select({ id: patientProxies.id })
    .from(patientProxies)
    .where(and(eq(patientProxies.patientId, responses.patientId), isNotNull(patientProxies.email)))
  const theirTeams = db.select({ id: teams.id }).from(teams).where(inArray(teams.organisationId, houseIds))
  return db
    .selectDistinct({ patientId: responses.patientId, organisationId: patients.organisationId })
    .from(responses)
    .innerJoin(patients, eq(patients.id, responses.patientId))
    .innerJoin(enrolments, eq(enrolments.id, responses.enrolmentId))
    .where(
      and(
        inArray(responses.teamId, theirTeams),
        gt(responses.submittedAt, since),
        eq(responses.mode, 'web'),
        or(ne(responses.respondent, 'proxy'), notExists(elsewhere)),
        isNull(responses.enteredBy),
        isNull(enrolments.mailOffAt),
        isNotNull(patients.email),
        isNull(patients.emailDeadAt),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        notExists(thanked),
        notExists(turned),
      ),
    )
    .limit(MOST)
}
