import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionSteps } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'

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

/** Of what happened in the same instant, writing came before handing in, and that before anything else. */
const turn = sql`case ${definitionSteps.act} when 'written' then 0 when 'submitted' then 1 else 2 end`

/** Whoever did one of these with a version had a hand in it, and does not judge it. */
export const writing = ['written', 'submitted'] as const satisfies readonly Act[]

/** Whether this person wrote or handed in one of these. */
export async function hadAHand(tx: Tx, ctx: Ctx, versions: readonly { id: string }[]): Promise<boolean> {
  const ids = versions.map(({ id }) => id)
  const isOwn = and(
    inArray(definitionSteps.versionId, ids),
    eq(definitionSteps.staffId, ctx.actor.id),
    inArray(definitionSteps.act, [...writing]),
  )
  return (await tx.$count(definitionSteps, isOwn)) > 0
}

export const noReason = () => refused('no_reason', 'Say in a few words why')

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

/** Whoever goes on writing within this time goes on with the same step: a draft is saved every few seconds. */
const SITTING_MS = 3_600_000

/** Writes down that somebody writes in a draft: once a sitting, with the time of the last word. */
export async function addWriting(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  version: Version,
): Promise<void> {
  const [last] = await tx
    .select()
    .from(definitionSteps)
    .where(eq(definitionSteps.versionId, version.id))
    .orderBy(desc(definitionSteps.at), desc(turn), desc(definitionSteps.act), desc(definitionSteps.id))
    .limit(1)
  const now = deps.now()
  const goesOn =
    last?.act === 'written' &&
    last.staffId === ctx.actor.id &&
    now.getTime() - Date.parse(last.at) < SITTING_MS
  if (!goesOn) return addSteps(tx, deps, ctx, 'written', [version])
  await tx.update(definitionSteps).set({ at: now.toISOString() }).where(eq(definitionSteps.id, last.id))
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
    .orderBy(asc(definitionSteps.at), asc(turn), asc(definitionSteps.act), asc(definitionSteps.id))
