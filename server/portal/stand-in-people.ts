import { and, asc, countDistinct, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { agreements, responses } from '../db/schema/outcomes.ts'
import { patientIdentities, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { linkIdentities, subjectKey } from '../patients/identities.ts'
import { patientIssuer } from '../patients/issuer.ts'
import type { StandInPerson } from './stand-in.ts'

const MOST_PEOPLE = 12

/** The demo's people who can sign in, by name. The stand-in knows each by their id here. */
export async function standInPeople({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<StandInPerson[]> {
  const rows = await db
    .select({ subject: patients.id, given: patients.givenName, family: patients.familyName })
    .from(patientIdentities)
    .innerJoin(patients, eq(patients.id, patientIdentities.patientId))
    .where(eq(patientIdentities.issuer, patientIssuer(config) ?? ''))
    .orderBy(asc(patientIdentities.id))
    .limit(MOST_PEOPLE)
  return rows.map(({ subject, given, family }) => ({ subject, name: `${given} ${family}` }))
}

/** Lets `count` people of the demo sign in: those with an agreement to read, and the most answers. Harmless when repeated. */
export async function offerStandInPeople(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now' | 'config' | 'seal'>,
  count: number,
): Promise<void> {
  const issuer = patientIssuer(deps.config)
  if (!issuer) return
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
  for (const { id, organisationId } of people)
    await linkIdentities(tx, deps, systemCtx(organisationId, 'demo'), [
      { patientId: id, issuer, subjectKey: subjectKey(deps.seal, issuer, id) },
    ])
}
