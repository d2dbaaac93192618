import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { mustBeRight } from './check-text.ts'
import { fingerprintOf, goingAlong, mustKeep, type Row, readWhole, type WholeRow } from './rows.ts'
import { addSteps, hadAHand, noReason } from './steps.ts'
import { changedMeanwhile } from './written-by.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Hands a draft in, to be judged by somebody else; from then on it does not change. New instruments that a set names
 * go with it. 409 ('not_a_draft', 'changed_meanwhile'), 422 ('faults') where something is wrong with it,
 * ('unfinished') where the text that somebody is writing in one of them still has faults.
 */
export async function submitDraft(
  deps: Works,
  ctx: Ctx,
  { id, seen, note }: { id: string; seen: string; note: string | null },
): Promise<void> {
  const whole = await readWhole(deps.db, id)
  if (fingerprintOf(whole) !== seen) throw changedMeanwhile()
  mustBeFinished(whole)
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

/** What is handed in is all that was written: nobody judges an older text while the writer thinks of the newer one. */
function mustBeFinished(whole: WholeRow): void {
  const open = goingAlong(whole).filter(({ unfinished }) => unfinished !== null)
  if (open.length > 0)
    throw refused('unfinished', 'There are faults in the text that is being written', {
      definitions: open.map(({ definition }) => definition),
    })
}

/**
 * Sends back what was handed in: its writers go on with it, and read why; 422 ('no_reason') without a word. Who had a hand
 * in it takes it back, and need not say so to themselves.
 */
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
    if (note === null && !(await hadAHand(tx, ctx, rows))) throw noReason()
    await addSteps(tx, deps, ctx, 'returned', rows, note)
  })
}

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
        isNull(definitionVersions.unfinished),
        inArray(definitionVersions.contentHash, hashes),
      ),
    )
    .returning({ id: definitionVersions.id })
  return moved.length === rows.length
}
