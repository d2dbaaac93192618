import { and, asc, eq, gt } from 'drizzle-orm'
import { systemCtx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { staffContext } from '../../staff/context.ts'
import { isRunning } from '../rows.ts'
import { earlierThan, isUnderWay } from './held.ts'
import { type Going, goOn, type Moving, moveAgain, moveNext, type Path, type Works } from './move-paths.ts'
import { readAgain, rest, setAside } from './stuck.ts'

/** So many at once: whoever sends answers meanwhile waits for no more than this. */
const SOME = 50

/**
 * The next fifty care paths go on with the version that runs, and how far it came is kept in the same transaction: what
 * broke off goes on there, and of two that work on it the second does nothing. What is planned and what is open moves;
 * what somebody began, sent or let pass stays with the version in which it was asked. A care path that holds on to what
 * the version no longer has stays where it is. One that cannot be planned is set aside, and tried again once the others
 * are through.
 */
export async function moveSome(deps: Works, open: Moving, most = SOME): Promise<void> {
  if (!(await isRunning(deps.db, open.versionId))) return finish(deps, open, 'overtaken')
  const going = await readGoing(deps, open)
  const some = await readSome(deps.db, open, going, most)
  if (some.length === 0) return tryAgain(deps, open, going, most)
  try {
    await moveNext(deps, open, going, some)
  } catch (error) {
    if (some.length > 1) return oneByOne(deps, open, going, some)
    await stepOver(deps, open, some[0] as Path, error)
  }
}

/** One of these cannot be planned: the others still can. */
async function oneByOne(deps: Works, open: Moving, going: Going, some: readonly Path[]): Promise<void> {
  let at: Moving | null = open
  for (const path of some) {
    if (!at) return
    const here: Moving = at
    at = await moveNext(deps, here, going, [path]).catch((error) => stepOver(deps, here, path, error))
  }
}

/** Where not even this can be written down the database is what fails: the whole step does, and is done again later. */
const stepOver = (deps: Works, open: Moving, path: Path, error: unknown): Promise<Moving | null> =>
  deps.db.transaction(async (tx) => {
    const now = await goOn(tx, open, { behind: path.id })
    if (now) await setAside(tx, deps, open, path, error)
    return now
  })

/** The sweep is through: those that were stuck are tried once more after a rest, and once none is left, it is done. */
async function tryAgain(deps: Works, open: Moving, going: Going, most: number): Promise<void> {
  const again = await readAgain(deps.db, open, most)
  const [first] = again
  if (!first) return finish(deps, open, 'done')
  if (!open.restsUntil) return rest(deps, open, first.tries)
  for (const path of again)
    await moveAgain(deps, open, going, path).catch((error) => setAside(deps.db, deps, open, path, error))
  await goOn(deps.db, open, { restsUntil: null })
}

async function finish({ db, now }: Works, open: Moving, ended: 'done' | 'overtaken'): Promise<void> {
  await goOn(db, open, { finishedAt: now().toISOString(), failedAt: null, restsUntil: null, ended })
}

async function readGoing(deps: Works, open: Moving): Promise<Going> {
  const next = await deps.definitions.version(open.versionId)
  const all = await deps.definitions.everPublished([next.set.id])
  const by = await staffContext(deps.db, open.startedBy, deps.now())
  const ctx = by ?? systemCtx(open.organisationId, 'moving')
  return { next, earlier: earlierThan(next, all.values()), ctx }
}

const readSome = (
  db: Tx,
  { organisationId, behind }: Moving,
  { earlier }: Going,
  most: number,
): Promise<Path[]> =>
  db
    .select({ id: enrolments.id, patientId: enrolments.patientId })
    .from(enrolments)
    .where(and(eq(enrolments.organisationId, organisationId), gt(enrolments.id, behind), isUnderWay(earlier)))
    .orderBy(asc(enrolments.id))
    .limit(most)
