import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem, refused } from '../http/problem.ts'
import { mustBeRight } from './check-text.ts'
import { readUnderWay } from './moving/read-under-way.ts'
import { settleUnderWay, type UnderWay } from './moving/start-moving.ts'
import {
  fingerprintOf,
  goingAlong,
  mustKeep,
  type Row,
  readPublished,
  readWhole,
  type WholeRow,
} from './rows.ts'
import { addSteps, hadAHand } from './steps.ts'
import { moveAll } from './submit-draft.ts'
import { mustBeSigned } from './wording/sign.ts'
import { changedMeanwhile } from './written-by.ts'

type Approval = {
  id: string
  seen: string
  note: string | null
  compared: boolean
  underWay?: UnderWay | undefined
}

/**
 * Publishes what was handed in, with the new instruments that it names; what ran before is retired and goes on for who
 * was enrolled with it, or `underWay` says that they go on with this one. 403 ('own_work') for whoever had a hand in it,
 * 409 ('not_in_review', 'changed_meanwhile'), 422 ('faults', 'instrument_retired', 'under_way_unsaid'; 'not_compared' and
 * 'licence_over' for the wording of others).
 */
export async function publishVersion(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  ctx: Ctx,
  { id, seen, note, compared, underWay }: Approval,
): Promise<Published> {
  const whole = await readWhole(deps.db, id)
  if (whole.row.status !== 'review') throw notInReview()
  if (fingerprintOf(whole) !== seen) throw changedMeanwhile()
  await mustBeRight(deps.db, whole)
  const rows = goingAlong(whole)
  const worded = mustBeSigned(rows, { compared, today: deps.now().toISOString().slice(0, 10) })
  const settled = underWay ? await stateOf(deps, ctx, whole.row, underWay) : null
  await deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const publishedAt = deps.now().toISOString()
    if (!(await moveAll(tx, rows, 'review', { status: 'published', publishedAt }))) throw notInReview()
    await mustBeOthersWork(tx, ctx, rows)
    for (const row of rows) await retireBefore(tx, row)
    await mustStillRun(tx, whole)
    await addSteps(tx, deps, ctx, 'compared', worded)
    await addSteps(tx, deps, ctx, 'published', rows, note)
    await settleUnderWay(tx, deps, ctx, whole.row, underWay)
  })
  return { status: 'published', underWay: settled }
}

/**
 * What publishing came down to for those under way, as it stood then: so many care paths, of which `held` could not go
 * on with this version (`heldBy` what they hold on to), and so many questionnaires begun under the earlier one.
 */
export type Published = {
  status: 'published'
  underWay: (Pick<StandsUnderWay, 'held' | 'heldBy' | 'begun'> & { choice: UnderWay; paths: number }) | null
}
type StandsUnderWay = Awaited<ReturnType<typeof readUnderWay>>

async function stateOf(
  deps: Pick<Deps, 'db' | 'now' | 'definitions'>,
  ctx: Ctx,
  { id, kind }: Row,
  choice: UnderWay,
): Promise<Published['underWay']> {
  if (kind !== 'outcome-set') return null
  const { enrolments: paths, held, heldBy, begun } = await readUnderWay(deps, ctx, id)
  return { choice, paths, held, heldBy, begun }
}

const notInReview = () => conflict('not_in_review', 'This version is not in review, or not with all it names')

async function mustBeOthersWork(tx: Tx, ctx: Ctx, rows: readonly Row[]): Promise<void> {
  if (await hadAHand(tx, ctx, rows))
    throw new Problem(403, 'own_work', 'Whoever wrote a version does not publish it')
}

/** An instrument that a set names may have been followed by a newer version, but not ended. */
async function mustStillRun(tx: Tx, { instruments }: WholeRow): Promise<void> {
  const ids = instruments.map(({ definition }) => definition)
  const running = await readPublished(tx, ids)
  const ended = ids.filter((id) => !running.has(id))
  if (ended.length > 0)
    throw refused('instrument_retired', 'This set names an instrument that was retired', {
      instruments: ended,
    })
}

/** Of one definition, one version is published: the others go on for who was enrolled with them. */
const retireBefore = (tx: Tx, { kind, definition, version }: Row) =>
  tx
    .update(definitionVersions)
    .set({ status: 'retired' })
    .where(
      and(
        eq(definitionVersions.kind, kind),
        eq(definitionVersions.definition, definition),
        eq(definitionVersions.status, 'published'),
        ne(definitionVersions.version, version),
      ),
    )
