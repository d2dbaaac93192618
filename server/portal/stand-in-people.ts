import { and, asc, countDistinct, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { agreements, responses } from '../db/schema/outcomes.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { patientAuthority } from './authority.ts'
import type { StandInPerson } from './stand-in.ts'

const MOST_PEOPLE = 12

/** The demo's people who can sign in, by name. */
export async function standInPeople({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<StandInPerson[]> {
  const rows = await db
    .select({ subject: patientNumbers.number, given: patients.givenName, family: patients.familyName })
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .where(eq(patientNumbers.authority, patientAuthority(config) ?? ''))
    .orderBy(asc(patientNumbers.number))
    .limit(MOST_PEOPLE)
  return rows.map(({ subject, given, family }) => ({ subject, name: `${given} ${family}` }))
}

/** Lets `count` people of the demo sign in: those with an agreement to read, and the most answers. Harmless when repeated. */
export async function offerStandInPeople(
  tx: Tx,
  { newId, config }: Pick<Deps, 'newId' | 'config'>,
  count: number,
): Promise<void> {
  const authority = patientAuthority(config)
  if (!authority) return
  const answers = countDistinct(responses.id)
  const people = await tx
    .select({ id: responses.patientId })
    .from(responses)
    .innerJoin(agreements, eq(agreements.enrolmentId, responses.enrolmentId))
    .where(and(isNotNull(responses.submittedAt), isNull(agreements.withdrawnAt)))
    .groupBy(responses.patientId)
    .orderBy(desc(answers), asc(responses.patientId))
    .limit(count)
  if (people.length === 0) return
  await tx
    .insert(patientNumbers)
    .values(
      people.map(({ id }, place) => ({
        id: newId('num'),
        patientId: id,
        authority,
        number: `demo-${String(place + 1).padStart(2, '0')}`,
      })),
    )
    .onConflictDoNothing()
}
