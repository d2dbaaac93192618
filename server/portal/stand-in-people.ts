import { and, asc, countDistinct, desc, eq, exists, gte, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { moveDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { agreements, responses } from '../db/schema/outcomes.ts'
import { patientIdentities, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { patientIssuer } from '../patients/issuer.ts'
import { offerStandIn } from '../patients/stand-in.ts'
import type { StandInPerson } from './stand-in.ts'

type Offers = Pick<Deps, 'db' | 'newId' | 'now' | 'config' | 'seal'>

const MOST_PEOPLE = 200

/**
 * The demo's people who can sign in, by name: whoever was offered before, and of today (UTC) those in the clinics, those
 * who answered and those with whom something was agreed. The stand-in knows each by their id here.
 */
export async function standInPeople(deps: Offers): Promise<StandInPerson[]> {
  const { db, config } = deps
  const today = await peopleOfToday(deps)
  if (today.length > 0) await db.transaction((tx) => offerStandIn(tx, deps, today))
  const rows = await db
    .select({ subject: patients.id, given: patients.givenName, family: patients.familyName })
    .from(patientIdentities)
    .innerJoin(patients, eq(patients.id, patientIdentities.patientId))
    .where(eq(patientIdentities.issuer, patientIssuer(config) ?? ''))
    .orderBy(asc(patients.searchName), asc(patientIdentities.id))
    .limit(MOST_PEOPLE)
  return rows.map(({ subject, given, family }) => ({ subject, name: `${given} ${family}` }))
}

function peopleOfToday({ db, now }: Offers) {
  const day = now().toISOString().slice(0, 10)
  const begin = `${day}T00:00:00.000Z`
  const end = `${moveDate(day, 'P1D')}T00:00:00.000Z`
  const visits = db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.patientId, patients.id),
        isNotNull(appointments.enrolmentId),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, begin),
        lt(appointments.startsAt, end),
      ),
    )
  const answered = db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.patientId, patients.id), gte(responses.startedAt, begin)))
  const agreed = db
    .select({ id: agreements.id })
    .from(agreements)
    .innerJoin(enrolments, eq(enrolments.id, agreements.enrolmentId))
    .where(and(eq(enrolments.patientId, patients.id), gte(agreements.agreedAt, begin)))
  return db
    .select({ id: patients.id, organisationId: patients.organisationId })
    .from(patients)
    .where(or(exists(visits), exists(answered), exists(agreed)))
    .limit(MOST_PEOPLE)
}

/** Lets `count` people of the demo sign in: those with an agreement to read, and the most answers. Harmless when repeated. */
export async function offerStandInPeople(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now' | 'config' | 'seal'>,
  count: number,
): Promise<void> {
  if (!patientIssuer(deps.config)) return
  const answers = countDistinct(responses.id)
  const people = await tx
    .select({ id: responses.patientId, organisationId: teams.organisationId })
    .from(responses)
    .innerJoin(agreements, eq(agreements.enrolmentId, responses.enrolmentId))
    .innerJoin(teams, eq(teams.id, responses.teamId))
    .where(and(isNotNull(responses.submittedAt), isNull(agreements.withdrawnAt)))
    .groupBy(responses.patientId, teams.organisationId)
    .orderBy(desc(answers), asc(responses.patientId))
    .limit(count)
  await offerStandIn(tx, deps, people)
}
