import { inArray } from 'drizzle-orm'
import { assessmentsOf, saveAssessments } from '../assessments/store.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { prolongLinks } from '../links/store.ts'
import { changesOf } from './plan-changes.ts'
import { plansOf } from './plans-of.ts'

type Tools = Pick<Deps, 'now' | 'newId'>

const ENROLMENTS = 500

/** The outcome sets that the open enrolments of these patients are bound to: read before the transaction. */
export async function versionsOfPatients(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  patientIds: readonly string[],
): Promise<SetVersions> {
  const rows = await db
    .selectDistinct({ id: enrolments.setVersionId })
    .from(enrolments)
    .where(inArray(enrolments.patientId, [...patientIds]))
  return definitions.versions(rows.map(({ id }) => id))
}

/**
 * Brings the assessments of these enrolments in line with the facts: adds what is due to be asked, moves what moved,
 * withdraws what no longer applies, and takes that back when it applies again. What was submitted or set by hand stays.
 * What somebody began stays with the version that they began. The caller holds the patients' lock (`lockPatients`). Any
 * number of enrolments; 10 questions for every 500.
 */
export async function planEnrolments(
  tx: Tx,
  tools: Tools,
  versions: SetVersions,
  enrolmentIds: Iterable<string>,
): Promise<void> {
  for (const ids of inChunks([...new Set(enrolmentIds)], ENROLMENTS)) {
    const plans = await plansOf(tx, versions, ids)
    const rows = await assessmentsOf(tx, [...plans.keys()])
    const existing = Map.groupBy(rows, ({ assessment }) => assessment.enrolmentId)
    const changes = [...plans].flatMap(([id, planned]) => changesOf(tools, planned, existing.get(id) ?? []))
    await saveAssessments(tx, changes)
    const before = new Set([...existing.values()].flat().map(({ assessment }) => assessment.id))
    const moved = changes.filter(({ id, withdrawnAt }) => before.has(id) && !withdrawnAt)
    await prolongLinks(
      tx,
      moved.map(({ id }) => id),
    )
  }
}
