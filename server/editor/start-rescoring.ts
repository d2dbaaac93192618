import { and, desc, eq, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { rescorings } from '../db/schema/rescorings.ts'
import { staff } from '../db/schema/staff.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { countAnswered, type Rescoring, rescoreSome } from './rescore.ts'
import { isRunning, readWhole } from './rows.ts'
import { workThrough } from './work-through.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/**
 * Begins to score what was answered to this instrument in the caller's organisation once more, by the version that runs
 * now. It is done in turns, and not while somebody waits for it. 409 ('not_running') where this is not the version that
 * runs, ('rescoring_already') while the one before goes on.
 */
export async function startRescoring(
  deps: Works,
  ctx: Ctx,
  { id, note }: { id: string; note: string },
): Promise<void> {
  const { row } = await readWhole(deps.db, id)
  const { organisationId, actor } = ctx
  await deps.db.transaction(async (tx) => {
    if (row.kind !== 'instrument' || !(await isRunning(tx, id)))
      throw conflict('not_running', 'Answers are scored again by the published version only')
    const total = await countAnswered(tx, organisationId, storedInstrument(row).id)
    const started = {
      organisationId,
      versionId: id,
      startedBy: actor.id,
      startedAt: deps.now().toISOString(),
    }
    const added = await tx
      .insert(rescorings)
      .values({ id: deps.newId('rsc'), ...started, note, behind: '', done: 0, total })
      .onConflictDoNothing()
      .returning({ id: rescorings.id })
    if (added.length === 0)
      throw conflict('rescoring_already', 'Earlier answers are being scored again already')
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'definition.rescoring',
      object: { type: row.kind, id },
      detail: { definition: row.definition, version: row.version },
    })
  })
}

/** Goes on with what was begun; gives whether there may be more. */
export const rescoreOn = (deps: Works & Pick<Deps, 'log'>): Promise<boolean> =>
  workThrough(deps, {
    next: async (without) => (await openRescorings(deps, without))[0],
    step: (open) => rescoreSome(deps, open),
    fail: (id, rest) => deps.db.update(rescorings).set(rest).where(eq(rescorings.id, id)),
    fails: 'earlier answers were not scored again',
  })

const openRescorings = ({ db, now }: Works, without: readonly string[]) =>
  db
    .select()
    .from(rescorings)
    .where(
      and(
        isNull(rescorings.finishedAt),
        or(isNull(rescorings.restsUntil), lte(rescorings.restsUntil, now().toISOString())),
        notInArray(rescorings.id, [...without]),
      ),
    )
    .orderBy(sql`${rescorings.failedAt} asc nulls first`, rescorings.startedAt, rescorings.id)
    .limit(1)

/** The last rescoring by a version in the caller's organisation: by whom, and how much of it is done; null without one. */
export async function readRescoring(db: Tx, { organisationId }: Ctx, versionId: string) {
  const [last] = await db
    .select({ row: rescorings, by: staff.name })
    .from(rescorings)
    .innerJoin(staff, eq(staff.id, rescorings.startedBy))
    .where(and(eq(rescorings.organisationId, organisationId), eq(rescorings.versionId, versionId)))
    .orderBy(desc(rescorings.startedAt))
    .limit(1)
  if (!last) return null
  const { startedAt, failedAt, finishedAt, ended } = last.row
  return { by: last.by, startedAt, failedAt, finishedAt, ended, share: shareOf(last.row) }
}

/** No number of people: of a small group it would tell who answered. */
const shareOf = ({ done, total }: Rescoring) => (total === 0 ? 1 : Math.min(1, done / total))
