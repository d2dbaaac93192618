import { and, eq, inArray } from 'drizzle-orm'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { mustKeep, type Row, readWhole } from './rows.ts'
import { addSteps, noReason } from './steps.ts'

const ENDABLE = ['draft', 'review', 'published']

/**
 * Ends a version: a draft is given up, a published one is given to nobody any more, and goes on for who has it. 422
 * ('in_use') while a team or a published set needs it, ('no_reason') without a word on why a published one goes, 409
 * ('retired_already').
 */
export async function retireVersion(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const { row } = await readWhole(tx, id)
    if (row.status === 'retired') throw conflict('retired_already', 'This version was retired already')
    // Ended first, and given back where somebody needs it: whoever begins to work with it meanwhile waits for this.
    await tx.update(definitionVersions).set({ status: 'retired' }).where(eq(definitionVersions.id, id))
    await mustBeUnused(tx, row)
    if (row.kind === 'instrument') await mustBeUnnamed(tx, row)
    if (row.status === 'published' && note === null) throw noReason()
    await addSteps(tx, deps, ctx, 'retired', [row], note)
  })
}

/** No team works with the published version of a set. */
async function mustBeUnused(tx: Tx, { kind, definition, status }: Row): Promise<void> {
  if (kind !== 'outcome-set' || status !== 'published') return
  if ((await tx.$count(teams, eq(teams.outcomeSet, definition))) > 0)
    throw refused('in_use', 'A team works with this set')
}

/** No set names an instrument that is published, handed in or being written. */
async function mustBeUnnamed(tx: Tx, { definition, version }: Row): Promise<void> {
  const sets = await tx
    .select({ content: definitionVersions.content })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, 'outcome-set'), inArray(definitionVersions.status, ENDABLE)))
  const naming = sets
    .map(({ content }) => JSON.parse(content) as OutcomeSet)
    .filter((set) => set.instruments.some((one) => one.id === definition && one.version === version))
  if (naming.length > 0)
    throw refused('in_use', 'An outcome set names this instrument', { sets: naming.map(({ id }) => id) })
}
