import { asc, inArray } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionSteps } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'

/**
 * What people do with a version: write it, hand it in, send it back, compare its wording with the owner's, publish it,
 * end it, have earlier answers scored by it; and what those do who were under way: keep theirs, or go on with this one.
 */
export type Act =
  | 'written'
  | 'submitted'
  | 'returned'
  | 'compared'
  | 'published'
  | 'kept'
  | 'moving'
  | 'retired'
  | 'rescored'

export type Version = { id: string; kind: string; definition: string; version: number }

/** Whoever did one of these with a version had a hand in it, and does not judge it. */
export const writing = ['written', 'submitted'] as const satisfies readonly Act[]

/** Writes down who did this with these versions, on each and in the log, in the transaction of the act. */
export async function addSteps(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  act: Act,
  versions: readonly Version[],
  note: string | null = null,
): Promise<void> {
  if (versions.length === 0) return
  const { id: staffId, name: staffName } = ctx.actor
  const at = deps.now().toISOString()
  const rows = versions.map(({ id: versionId }) => ({
    id: deps.newId('dst'),
    versionId,
    act,
    staffId,
    staffName,
    note,
    at,
  }))
  await tx.insert(definitionSteps).values(rows)
  for (const { id, kind, definition, version } of versions)
    await record(tx, deps, ctx, {
      action: act === 'written' ? 'C' : 'U',
      type: `definition.${act}`,
      object: { type: kind, id },
      detail: { definition, version },
    })
}

/** What was done with these versions, the first in front. */
export const stepsOf = (db: Tx, versionIds: readonly string[]) =>
  db
    .select({
      versionId: definitionSteps.versionId,
      act: definitionSteps.act,
      staffId: definitionSteps.staffId,
      staffName: definitionSteps.staffName,
      note: definitionSteps.note,
      at: definitionSteps.at,
    })
    .from(definitionSteps)
    .where(inArray(definitionSteps.versionId, [...versionIds]))
    .orderBy(asc(definitionSteps.at), asc(definitionSteps.act), asc(definitionSteps.id))
