import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { contentHashOf } from '../definitions/install.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'
import { checkText, faulty } from './check-text.ts'
import { mustKeep } from './rows.ts'
import { addSteps } from './steps.ts'
import { changedMeanwhile } from './submit-draft.ts'

/**
 * Gives a draft another text. It stays the same version of the same definition. 409 ('not_a_draft', or
 * 'changed_meanwhile' where `seen` is not what is stored), 422 ('faults').
 */
export async function changeDraft(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { id, text, seen }: { id: string; text: string; seen: string },
): Promise<{ contentHash: string }> {
  const checked = await checkText(deps.db, text)
  if ('faults' in checked) throw faulty(checked.faults)
  const [only, ...others] = checked.right
  if (!only || others.length > 0) throw conflict('another_definition', 'A draft is one definition')
  const { kind, content } = only
  const contentHash = contentHashOf(content)
  return deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const text = { content: JSON.stringify(content), contentHash }
    const before = { id, kind, definition: content.id, version: content.version, contentHash: seen }
    const changed = await replaceDraft(tx, before, text)
    if (!changed) throw await whyNot(tx, id, seen)
    await addSteps(tx, deps, ctx, 'written', [changed])
    return { contentHash }
  })
}

type Draft = { id: string; kind: string; definition: string; version: number; contentHash: string }

/** Gives a draft these words, as long as it is still what it was; null where it is not. */
export async function replaceDraft(
  tx: Tx,
  before: Draft,
  { content, contentHash }: { content: string; contentHash: string },
): Promise<Draft | null> {
  const isThis = and(
    eq(definitionVersions.id, before.id),
    eq(definitionVersions.kind, before.kind),
    eq(definitionVersions.definition, before.definition),
    eq(definitionVersions.version, before.version),
    eq(definitionVersions.contentHash, before.contentHash),
    eq(definitionVersions.status, 'draft'),
  )
  const [changed] = await tx
    .update(definitionVersions)
    .set({ content, contentHash })
    .where(isThis)
    .returning()
  return changed ?? null
}

async function whyNot(tx: Tx, id: string, seen: string) {
  const [row] = await tx.select().from(definitionVersions).where(eq(definitionVersions.id, id))
  if (!row) return notFound('definition')
  if (row.status !== 'draft') return conflict('not_a_draft', 'This version is no draft')
  return row.contentHash === seen
    ? conflict('another_definition', 'This text is of another definition or version')
    : changedMeanwhile()
}
