import { and, asc, countDistinct, desc, eq, isNull, ne } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { movings, stuckPaths } from '../db/schema/movings.ts'
import { definitionVersions, teams } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'

const MOST = 200

const stillStuck = (organisationId: string) =>
  and(
    eq(movings.organisationId, organisationId),
    eq(definitionVersions.status, 'published'),
    ne(enrolments.setVersionId, movings.versionId),
    isNull(enrolments.endedOn),
  )

/** How many there are, without whose. */
export async function countStuck(db: Tx, { organisationId }: Ctx): Promise<number> {
  const [row] = await db
    .select({ n: countDistinct(stuckPaths.enrolmentId) })
    .from(stuckPaths)
    .innerJoin(movings, eq(movings.id, stuckPaths.movingId))
    .innerJoin(definitionVersions, eq(definitionVersions.id, movings.versionId))
    .innerJoin(enrolments, eq(enrolments.id, stuckPaths.enrolmentId))
    .where(stillStuck(organisationId))
  return row?.n ?? 0
}

/**
 * Care paths that could not be planned by the version that runs, for whoever can mend what is wrong with their dates: by
 * patient, as the editor who published it sees no patients. At most 200, the last that failed first; what was moved
 * since, has ended or stays for another version is not among them.
 */
export async function openStuck(db: Tx, { organisationId }: Ctx) {
  const rows = await db
    .select({
      path: enrolments.id,
      patientId: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
      team: teams.name,
      version: definitionVersions.version,
      failedAt: stuckPaths.failedAt,
    })
    .from(stuckPaths)
    .innerJoin(movings, eq(movings.id, stuckPaths.movingId))
    .innerJoin(definitionVersions, eq(definitionVersions.id, movings.versionId))
    .innerJoin(enrolments, eq(enrolments.id, stuckPaths.enrolmentId))
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .where(stillStuck(organisationId))
    .orderBy(desc(stuckPaths.failedAt), asc(enrolments.id))
    .limit(MOST)
  return [...new Map(rows.toReversed().map((row) => [row.path, row])).values()].toReversed()
}
