import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { lineAt } from '../../core/definitions/json-places.ts'
import { capFault } from '../../core/json-caps.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { contentHashOf } from '../definitions/install.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { faulty } from './check-text.ts'
import { checkDraft } from './draft-text.ts'
import { draftHashOf, mustKeep, type Row, readWhole } from './rows.ts'
import { addWriting } from './steps.ts'
import { writtenMeanwhile } from './written-by.ts'

/**
 * Gives a draft another text. What is right becomes the version; what is not yet is kept beside the last that was, as
 * it was typed, and is read as a definition by nobody. Gives what the draft is now, for `seen` of the next time. 409
 * ('not_a_draft', or 'changed_meanwhile' where `seen` is not what is stored), 422 ('faults') for a text that is too
 * large to be a definition: that alone is not kept.
 */
export async function changeDraft(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { id, text, seen }: { id: string; text: string; seen: string },
): Promise<{ draftHash: string }> {
  const cap = capFault(text)
  if (cap) throw faulty([{ ...OF_WHOLE, message: cap.message, line: lineAt(text, cap.offset) }])
  const { row } = await readWhole(deps.db, id)
  const checked = await checkDraft(deps.db, row, text)
  const change = 'faults' in checked ? unfinished(text) : finished(checked.right.content)
  return deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const changed = await replaceDraft(tx, { id, draftHash: seen }, change)
    if (!changed) throw await whyNot(tx, ctx, id)
    await addWriting(tx, deps, ctx, changed)
    return { draftHash: draftHashOf(changed) }
  })
}

const OF_WHOLE = { file: '', at: '', where: null }

type Content = Parameters<typeof contentHashOf>[0]
type Change = Pick<Row, 'unfinished' | 'unfinishedHash'> & Partial<Pick<Row, 'content' | 'contentHash'>>

/** A text without faults: it is the draft, and nothing stands beside it. */
export const finished = (content: Content): Change => ({
  content: JSON.stringify(content),
  contentHash: contentHashOf(content),
  unfinished: null,
  unfinishedHash: null,
})

const unfinished = (typed: string): Change => {
  const text = typed.toWellFormed().replaceAll('\0', '') // PostgreSQL keeps neither
  return { unfinished: text, unfinishedHash: createHash('sha256').update(text).digest('hex') }
}

/** Gives a draft these words, as long as it is still what somebody saw; null where it is not. */
export async function replaceDraft(
  tx: Tx,
  seen: { id: string; draftHash: string },
  change: Change,
): Promise<Row | null> {
  const [changed] = await tx
    .update(definitionVersions)
    .set(change)
    .where(
      and(
        eq(definitionVersions.id, seen.id),
        eq(definitionVersions.status, 'draft'),
        sql`coalesce(${definitionVersions.unfinishedHash}, ${definitionVersions.contentHash}) = ${seen.draftHash}`,
      ),
    )
    .returning()
  return changed ?? null
}

async function whyNot(tx: Tx, ctx: Ctx, id: string) {
  const { row } = await readWhole(tx, id)
  if (row.status !== 'draft') return conflict('not_a_draft', 'This version is no draft')
  return writtenMeanwhile(tx, ctx, row)
}
