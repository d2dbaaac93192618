import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { mustBeRight } from './check-text.ts'
import { fingerprintOf, goingAlong, mustKeep, type Row, readWhole } from './rows.ts'
import { addSteps } from './steps.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Hands a draft in, to be judged by somebody else; from then on it does not change. New instruments that a set names
 * go with it. 409 ('not_a_draft', 'changed_meanwhile'), 422 ('faults') where something is wrong with it.
 */
export async function submitDraft(
  deps: Works,
  ctx: Ctx,
  { id, seen, note }: { id: string; seen: string; note: string | null },
): Promise<void> {
  const whole = await readWhole(deps.db, id)
  if (fingerprintOf(whole) !== seen) throw changedMeanwhile()
  await mustBeRight(deps.db, whole)
  await deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    // An instrument may have been handed in by itself, or with another set.
    const rows = goingAlong(whole).filter((row) => row.id === id || row.status === 'draft')
    const moved = await moveAll(tx, rows, 'draft', { status: 'review' })
    if (!moved) throw conflict('not_a_draft', 'This version is no draft, or was changed meanwhile')
    await addSteps(tx, deps, ctx, 'submitted', rows, note)
  })
}

/** Sends back what was handed in: its writers go on with it. Who handed it in may take it back. */
export async function returnDraft(
  deps: Works,
  ctx: Ctx,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  const whole = await readWhole(deps.db, id)
  await deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const rows = goingAlong(whole).filter((row) => row.id === id || row.status === 'review')
    if (!(await moveAll(tx, rows, 'review', { status: 'draft' })))
      throw conflict('not_in_review', 'This version is not in review')
    await addSteps(tx, deps, ctx, 'returned', rows, note)
  })
}

export const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'Somebody changed this meanwhile; look at it again')

type Change = { status: string; publishedAt?: string }

/** Moves all of these from one status to another, as they were read; false where one of them is not that any more. */
export async function moveAll(tx: Tx, rows: readonly Row[], from: string, change: Change): Promise<boolean> {
  const hashes = rows.map(({ contentHash }) => contentHash)
  const moved = await tx
    .update(definitionVersions)
    .set(change)
    .where(
      and(
        inArray(
          definitionVersions.id,
          rows.map(({ id }) => id),
        ),
        eq(definitionVersions.status, from),
        inArray(definitionVersions.contentHash, hashes),
      ),
    )
    .returning({ id: definitionVersions.id })
  return moved.length === rows.length
}
