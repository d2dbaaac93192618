import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { planEnrolments, versionsOfPatients } from '../../acts/plan-enrolment.ts'
import { lockAssessments } from '../../assessments/store.ts'
import { record } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { movings } from '../../db/schema/movings.ts'
import type { SetVersions } from '../../definitions/moved.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { lockPatients } from '../../patients/lock.ts'
import { isRunning } from '../rows.ts'
import { type Earlier, isFree, isUnderWay } from './held.ts'
import { isStuckNoMore } from './stuck.ts'

export type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions' | 'log'>
export type Moving = typeof movings.$inferSelect
export type Path = { id: string; patientId: string }
/** What care paths go over to, from what, and in whose name. */
export type Going = { next: SetVersion; earlier: readonly Earlier[]; ctx: Ctx }

/**
 * Moves these care paths in one transaction, and keeps with them how far it came. Gives the row as it stands then; null
 * where somebody else moved it on, or another version runs since: then nothing is written.
 */
export async function moveNext(
  deps: Works,
  open: Moving,
  going: Going,
  paths: readonly Path[],
): Promise<Moving | null> {
  const versions = await versionsFor(deps, going, paths)
  return deps.db.transaction(async (tx) => {
    if (!(await isRunning(tx, open.versionId))) return null
    const free = await takeFree(tx, going, paths)
    const stayed = open.stayed + paths.length - free.length
    const behind = paths.at(-1)?.id ?? open.behind
    const step = { behind, moved: open.moved + free.length, stayed, failedAt: null, restsUntil: null }
    const now = await goOn(tx, open, step)
    if (now && free.length > 0) await moveThese(tx, deps, going, versions, free)
    return now
  })
}

/** The same with one that was stuck. */
export async function moveAgain(deps: Works, open: Moving, going: Going, path: Path): Promise<void> {
  const versions = await versionsFor(deps, going, [path])
  await deps.db.transaction(async (tx) => {
    if (!(await isRunning(tx, open.versionId))) return
    const free = await takeFree(tx, going, [path])
    const [moved, stayed] = [free.length, 1 - free.length]
    await tx
      .update(movings)
      .set({ moved: sql`${movings.moved} + ${moved}`, stayed: sql`${movings.stayed} + ${stayed}` })
      .where(eq(movings.id, open.id))
    await isStuckNoMore(tx, open, path)
    if (moved > 0) await moveThese(tx, deps, going, versions, free)
  })
}

/** Moves it on from where it was seen; null where somebody else has done so. */
export async function goOn(tx: Tx, { id, behind }: Moving, change: Partial<Moving>): Promise<Moving | null> {
  const isThere = and(eq(movings.id, id), eq(movings.behind, behind), isNull(movings.finishedAt))
  const [gone] = await tx.update(movings).set(change).where(isThere).returning()
  return gone ?? null
}

async function versionsFor(deps: Works, { next }: Going, paths: readonly Path[]): Promise<SetVersions> {
  const people = paths.map(({ patientId }) => patientId)
  return new Map([...(await versionsOfPatients(deps, people)), [next.id, next] as const])
}

/** Those of them that are still under way and hold on to nothing that was lost; their patients wait until this is done. */
async function takeFree(tx: Tx, { earlier }: Going, some: readonly Path[]): Promise<Path[]> {
  await lockPatients(
    tx,
    some.map(({ patientId }) => patientId),
  )
  const ids = some.map(({ id }) => id)
  return tx
    .select({ id: enrolments.id, patientId: enrolments.patientId })
    .from(enrolments)
    .where(and(inArray(enrolments.id, ids), isUnderWay(earlier), isFree(tx, earlier)))
}

async function moveThese(
  tx: Tx,
  deps: Works,
  { next, ctx }: Going,
  versions: SetVersions,
  paths: readonly Path[],
): Promise<void> {
  const ids = paths.map(({ id }) => id)
  await lockAssessments(tx, ids)
  await tx
    .update(enrolments)
    .set({ setVersionId: next.id, movedAt: deps.now().toISOString() })
    .where(inArray(enrolments.id, ids))
  await planEnrolments(tx, deps, versions, ids)
  await record(tx, deps, ctx, {
    action: 'U',
    type: 'enrolment.moved',
    patients: [...new Set(paths.map(({ patientId }) => patientId))],
    object: { type: 'outcome-set', id: next.id },
    detail: { definition: next.set.id, version: next.set.version },
  })
}
