import { and, eq, inArray, notExists } from 'drizzle-orm'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { mustKeep, type Row, readWhole } from './rows.ts'
import { addSteps } from './steps.ts'

const ENDABLE = ['draft', 'review', 'published']

/**
 * Ends a version: a draft is given up, a published one is given to nobody any more, and goes on for who has it. 422
 * ('in_use') while a team or a published set needs it, 409 ('retired_already').
 */
export async function retireVersion(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  const { row } = await readWhole(deps.db, id)
  if (row.status === 'retired') throw conflict('retired_already', 'This version was retired already')
  await deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const [ended] = await tx
      .update(definitionVersions)
      .set({ status: 'retired' })
      .where(and(eq(definitionVersions.id, id), inArray(definitionVersions.status, ENDABLE), isFree(tx, row)))
      .returning({ id: definitionVersions.id })
    if (!ended) throw refused('in_use', 'A team works with this set')
    if (row.kind === 'instrument') await mustBeUnnamed(tx, row)
    await addSteps(tx, deps, ctx, 'retired', [row], note)
  })
}

/** No team works with the published version of a set. */
const isFree = (tx: Tx, { kind, definition, status }: Row) =>
  kind === 'outcome-set' && status === 'published'
    ? notExists(tx.select({ id: teams.id }).from(teams).where(eq(teams.outcomeSet, definition)))
    : undefined

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
