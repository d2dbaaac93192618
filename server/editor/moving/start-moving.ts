import { and, eq, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { movings } from '../../db/schema/movings.ts'
import type { Deps } from '../../deps.ts'
import { conflict, refused } from '../../http/problem.ts'
import { type Row, readWhole } from '../rows.ts'
import { addSteps } from '../steps.ts'
import { workThrough } from '../work-through.ts'
import { moveSome } from './move-some.ts'

/** What becomes of who is under way with an earlier version: they keep it, or go on with the new one. */
export type UnderWay = 'keep' | 'move'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Whoever publishes a set says what those of their organisation do who are under way with an earlier version of it; what
 * they chose stands in its history. 422 ('under_way_unsaid') where there are such and nothing was chosen.
 */
export async function settleUnderWay(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  row: Row,
  choice: UnderWay | undefined,
): Promise<void> {
  if (row.kind !== 'outcome-set' || !(await isAnybodyUnderWay(tx, ctx, row))) return
  if (!choice) throw refused('under_way_unsaid', 'Say what those do who are under way: keep or move')
  if (choice === 'move') return begin(tx, deps, ctx, row)
  await addSteps(tx, deps, ctx, 'kept', [row])
}

/**
 * Those of the caller's organisation who are under way with an earlier version go on with the one that runs. It is done in
 * turns. 409 ('not_running') where this is not the version that runs, ('moving_already') while it goes on,
 * ('nobody_under_way') where there is nobody.
 */
export async function startMoving({ db, now, newId }: Works, ctx: Ctx, id: string): Promise<void> {
  const { row } = await readWhole(db, id)
  if (row.kind !== 'outcome-set' || row.status !== 'published')
    throw conflict('not_running', 'Care paths go on with the published version only')
  await db.transaction(async (tx) => {
    if (!(await isAnybodyUnderWay(tx, ctx, row)))
      throw conflict('nobody_under_way', 'Nobody is under way with an earlier version')
    await begin(tx, { now, newId }, ctx, row)
  })
}

const isAnybodyUnderWay = async (tx: Tx, { organisationId }: Ctx, { id, definition }: Row) => {
  const [one] = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.organisationId, organisationId),
        eq(enrolments.outcomeSet, definition),
        sql`${enrolments.setVersionId} <> ${id}`,
        isNull(enrolments.endedOn),
      ),
    )
    .limit(1)
  return one !== undefined
}

async function begin(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, ctx: Ctx, row: Row): Promise<void> {
  const { organisationId, actor } = ctx
  const started = { organisationId, startedBy: actor.id, startedAt: deps.now().toISOString() }
  const added = await tx
    .insert(movings)
    .values({ id: deps.newId('mov'), versionId: row.id, ...started, behind: '', moved: 0, stayed: 0 })
    .onConflictDoNothing()
    .returning({ id: movings.id })
  if (added.length === 0) throw conflict('moving_already', 'Care paths are going over already')
  await addSteps(tx, deps, ctx, 'moving', [row])
}

/** Goes on with what was begun; gives whether there may be more. */
export const moveOn = (deps: Works & Pick<Deps, 'definitions' | 'log'>): Promise<boolean> =>
  workThrough(deps, {
    next: async (without) => (await openMovings(deps, without))[0],
    step: (open) => moveSome(deps, open),
    fail: (id, rest) => deps.db.update(movings).set(rest).where(eq(movings.id, id)),
    fails: 'care paths did not go on with a newer version',
  })

const openMovings = ({ db, now }: Works, without: readonly string[]) =>
  db
    .select()
    .from(movings)
    .where(
      and(
        isNull(movings.finishedAt),
        or(isNull(movings.restsUntil), lte(movings.restsUntil, now().toISOString())),
        notInArray(movings.id, [...without]),
      ),
    )
    .orderBy(sql`${movings.failedAt} asc nulls first`, movings.startedAt, movings.id)
    .limit(1)
