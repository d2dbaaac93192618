import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { planEnrolments, versionsOfPatients } from '../../acts/plan-enrolment.ts'
import { lockAssessments } from '../../assessments/store.ts'
import { record } from '../../audit/store.ts'
import { type Ctx, systemCtx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { movings } from '../../db/schema/movings.ts'
import { definitionVersions } from '../../db/schema/organisations.ts'
import type { SetVersions } from '../../definitions/moved.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { lockPatients } from '../../patients/lock.ts'
import { staffContext } from '../../staff/context.ts'
import { type Earlier, earlierThan, isFree, isUnderWay } from './held.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>

/** So many at once: whoever sends answers meanwhile waits for no more than this. */
const SOME = 50

export type Moving = typeof movings.$inferSelect

/**
 * The next fifty care paths go on with the version that runs, and how far it came is kept in the same transaction: what
 * broke off goes on there, and of two that work on it the second does nothing. What is planned and what is open moves;
 * what somebody began, sent or let pass stays with the version in which it was asked. A care path that holds on to what
 * the version no longer has stays where it is.
 */
export async function moveSome(deps: Works, open: Moving, most = SOME): Promise<void> {
  if (!(await isRunning(deps.db, open.versionId)))
    return deps.db.transaction(async (tx) => {
      await goOn(tx, open, { ...finished(deps), ended: 'overtaken' })
    })
  const next = await deps.definitions.version(open.versionId)
  const all = await deps.definitions.everPublished([next.set.id])
  const earlier = earlierThan(next, all.values())
  const some = await readSome(deps.db, open, { earlier, most })
  const last = some.at(-1)
  const by = await staffContext(deps.db, open.startedBy, deps.now())
  const ctx = by ?? systemCtx(open.organisationId, 'moving')
  const people = some.map(({ patientId }) => patientId)
  const versions = new Map([...(await versionsOfPatients(deps, people)), [next.id, next] as const])
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, people)
    const free = await readFree(tx, some, earlier)
    const counts = { moved: open.moved + free.length, stayed: open.stayed + some.length - free.length }
    const step = last ? { behind: last.id, failedAt: null, ...counts } : finished(deps)
    if ((await goOn(tx, open, step)) && free.length > 0)
      await moveThese(tx, deps, ctx, { next, versions }, free)
  })
}

const finished = ({ now }: Works) => ({ finishedAt: now().toISOString(), failedAt: null, ended: 'done' })

const isRunning = async (db: Tx, id: string): Promise<boolean> =>
  (await db.$count(
    definitionVersions,
    and(eq(definitionVersions.id, id), eq(definitionVersions.status, 'published')),
  )) > 0

/** Moves it on from where it was seen; false where somebody else has done so. */
async function goOn(tx: Tx, { id, behind }: Moving, change: Partial<Moving>): Promise<boolean> {
  const isThere = and(eq(movings.id, id), eq(movings.behind, behind), isNull(movings.finishedAt))
  const gone = await tx.update(movings).set(change).where(isThere).returning({ id: movings.id })
  return gone.length > 0
}

type Path = { id: string; patientId: string }

type Which = { earlier: readonly Earlier[]; most: number }

const readSome = (db: Tx, { organisationId, behind }: Moving, { earlier, most }: Which): Promise<Path[]> =>
  db
    .select({ id: enrolments.id, patientId: enrolments.patientId })
    .from(enrolments)
    .where(and(eq(enrolments.organisationId, organisationId), gt(enrolments.id, behind), isUnderWay(earlier)))
    .orderBy(asc(enrolments.id))
    .limit(most)

/** Those of them that are still under way and hold on to nothing that was lost. */
const readFree = (tx: Tx, some: readonly Path[], earlier: readonly Earlier[]): Promise<Path[]> =>
  tx
    .select({ id: enrolments.id, patientId: enrolments.patientId })
    .from(enrolments)
    .where(
      and(
        inArray(
          enrolments.id,
          some.map(({ id }) => id),
        ),
        isUnderWay(earlier),
        isFree(tx, earlier),
      ),
    )

type Going = { next: SetVersion; versions: SetVersions }

async function moveThese(tx: Tx, deps: Works, ctx: Ctx, { next, versions }: Going, paths: readonly Path[]) {
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
