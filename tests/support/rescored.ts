import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '../../server/db/database.ts'
import { definitionVersions } from '../../server/db/schema/organisations.ts'
import { responses, scores } from '../../server/db/schema/outcomes.ts'
import { rescorings } from '../../server/db/schema/rescorings.ts'
import { staff } from '../../server/db/schema/staff.ts'
import type { Team } from '../../server/teams/scope.ts'

const AT = '2026-03-02T08:00:00.000Z'
const NEXT_SCORING = 99
/** Each newer score changes running figures too, and that takes a while. */
const SOME = 100

/** A rescoring that is done: of the latest scores of a team on a scale there are newer ones, half of what they were. */
export async function scoreAgain(
  db: Tx,
  { id: teamId, organisationId }: Team,
  { instrument, scale }: { instrument: string; scale: string },
): Promise<void> {
  const there = await db
    .select({ score: scores })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(
      and(
        eq(responses.teamId, teamId),
        eq(scores.instrument, instrument),
        eq(scores.scale, scale),
        isNotNull(scores.value),
      ),
    )
    .orderBy(desc(responses.submittedAt), responses.id)
    .limit(SOME)
  const newer = there.map(({ score }) => ({
    ...score,
    scoringVersion: NEXT_SCORING,
    value: (score.value ?? 0) / 2,
  }))
  await db.insert(scores).values(newer)
  const [version] = await db.select({ id: definitionVersions.id }).from(definitionVersions).limit(1)
  const by = { id: 'sta-rescores', organisationId, name: 'Esra Polat', createdAt: AT }
  await db
    .insert(staff)
    .values({ ...by, profession: 'methodologist', email: 'esra@example.nl', language: 'nl' })
  await db.insert(rescorings).values({
    id: 'rsc-done',
    organisationId,
    versionId: version?.id ?? '',
    startedBy: by.id,
    note: 'Reverse items are turned round',
    startedAt: AT,
    behind: '',
    done: newer.length,
    total: newer.length,
    finishedAt: AT,
    ended: 'done',
  })
}
