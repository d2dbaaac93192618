import { and, eq, ne } from 'drizzle-orm'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { missingInstruments } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound, Problem, refused } from '../http/problem.ts'
import { keepsDefinitions } from '../organisations/keeper.ts'

/**
 * Publishes a draft; what was published before is retired and goes on for who was enrolled with it. 409
 * ('not_a_draft') when somebody was first, 403 where another organisation keeps the definitions, 422 ('instruments_missing') for a set that could not be asked.
 */
export async function publishDraft(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  id: string,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await keepsDefinitions(tx, ctx)))
      throw new Problem(403, 'not_the_keeper', 'Another organisation of this installation publishes for all')
    const [draft] = await tx
      .update(definitionVersions)
      .set({ status: 'published', publishedAt: deps.now().toISOString() })
      .where(and(eq(definitionVersions.id, id), eq(definitionVersions.status, 'draft')))
      .returning({
        kind: definitionVersions.kind,
        definition: definitionVersions.definition,
        version: definitionVersions.version,
        content: definitionVersions.content,
      })
    if (!draft) {
      if ((await tx.$count(definitionVersions, eq(definitionVersions.id, id))) === 0)
        throw notFound('definition')
      throw conflict('not_a_draft', 'This version was published already')
    }
    const { kind, definition, version, content } = draft
    if (kind === 'outcome-set') await mustBeWhole(tx, content)
    await tx
      .update(definitionVersions)
      .set({ status: 'retired' })
      .where(
        and(
          eq(definitionVersions.kind, kind),
          eq(definitionVersions.definition, definition),
          eq(definitionVersions.status, 'published'),
          ne(definitionVersions.id, id),
        ),
      )
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'definition.published',
      object: { type: kind, id },
      detail: { definition, version },
    })
  })
}

async function mustBeWhole(tx: Tx, content: string): Promise<void> {
  const instruments = await missingInstruments(tx, JSON.parse(content) as OutcomeSet)
  if (instruments.length > 0)
    throw refused('instruments_missing', 'This set names instruments that are not installed', { instruments })
}
