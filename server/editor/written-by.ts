import { and, desc, eq } from 'drizzle-orm'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionSteps } from '../db/schema/organisations.ts'
import { storedInstrument, storedSet } from '../definitions/stored.ts'
import { conflict } from '../http/problem.ts'
import { draftHashOf, type Row } from './rows.ts'

/** Who wrote a version last, and when; `by` is null for what came from a file and was never written in since. */
async function writerOf(tx: Tx, { actor }: Ctx, { id, createdAt }: Row) {
  const [last] = await tx
    .select({ staffId: definitionSteps.staffId, by: definitionSteps.staffName, at: definitionSteps.at })
    .from(definitionSteps)
    .where(and(eq(definitionSteps.versionId, id), eq(definitionSteps.act, 'written')))
    .orderBy(desc(definitionSteps.at), desc(definitionSteps.id))
    .limit(1)
  return { by: last?.by ?? null, at: last?.at ?? createdAt, mine: last?.staffId === actor.id }
}

export const changedMeanwhile = (detail?: Record<string, unknown>) =>
  conflict('changed_meanwhile', 'Somebody changed this meanwhile; look at it again', detail)

/** Two people write one draft: the second is told who was first, and what they would put their own in the place of. */
export const writtenMeanwhile = async (tx: Tx, ctx: Ctx, row: Row) =>
  changedMeanwhile({ ...(await writerOf(tx, ctx, row)), seen: draftHashOf(row) })

/** Drafts that somebody is asked about before a file takes their place: whose they are and from when. */
export async function describeDrafts(tx: Tx, ctx: Ctx, rows: readonly Row[]) {
  const drafts = []
  for (const row of rows) drafts.push({ ...about(row), ...(await writerOf(tx, ctx, row)) })
  return drafts
}

const about = (row: Row) => {
  const title = row.kind === 'instrument' ? titleForStaff(storedInstrument(row)) : storedSet(row).title
  return { id: row.id, title, version: row.version, seen: draftHashOf(row) }
}
