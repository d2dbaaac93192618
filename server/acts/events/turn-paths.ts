import { eq, inArray } from 'drizzle-orm'
import { inTime, isTurned } from '../../../core/schedule/event-effects.ts'
import { record } from '../../audit/store.ts'
import type { CareEventRow } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { enrolments } from '../../db/schema/care.ts'
import { patients } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import type { EndReason, Enrolment } from '../../enrolments/store.ts'
import type { PathEvents } from './apply-events.ts'

type End = Pick<Enrolment, 'endedOn' | 'endReason'>
type Turning = PathEvents & { path: Enrolment }

/** Ends what a turn ends and opens what only a withdrawn turn had ended; gives the paths as they are then. */
export async function turnPaths(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  all: readonly Turning[],
): Promise<PathEvents[]> {
  const wanted = all.map((one) => ({ ...one, end: endOf(one, all) }))
  const changed = wanted.filter(({ path, end }) => end !== null && !isSameEnd(path, end))
  const died = await deathsOf(tx, changed)
  const done: PathEvents[] = []
  for (const { path, events, end } of wanted) {
    const now =
      end && changed.some((one) => one.path.id === path.id) ? orDead(end, died.get(path.patientId)) : null
    done.push({ path: now ? { ...path, ...now } : path, events })
    if (now) await writeEnd(tx, deps, ctx, path, now)
  }
  return done
}

/** How a path should stand by its turns; null where they say nothing of it. */
function endOf({ path, events }: Turning, all: readonly Turning[]): End | null {
  const turns = events.filter(({ turn }) => turn !== null)
  const [first] = inTime(turns.filter(({ withdrawnAt, goesOn }) => !withdrawnAt && goesOn.length === 0))
  const isByTurn = isTurned(path.endReason)
  if (turns.length === 0 || (path.endedOn !== null && !isByTurn)) return null
  if (first) return endBy(first)
  return isByTurn && hasRoom(path, all) ? { endedOn: null, endReason: null } : null
}

const endBy = ({ happenedOn, turn }: CareEventRow): End => ({
  endedOn: happenedOn,
  endReason: turn satisfies string | null,
})

/** One open path of a kind: who was enrolled anew meanwhile stays on that one. */
const hasRoom = ({ id, patientId, outcomeSet, side }: Enrolment, all: readonly Turning[]) =>
  !all.some(
    ({ path }) =>
      path.id !== id &&
      path.patientId === patientId &&
      path.outcomeSet === outcomeSet &&
      path.side === side &&
      path.endedOn === null,
  )

const isSameEnd = (a: End, b: End) => a.endedOn === b.endedOn && a.endReason === b.endReason

/** Nothing begins again for who died meanwhile. */
const orDead = (end: End, diedOn: string | undefined): End =>
  end.endedOn === null && diedOn ? { endedOn: diedOn, endReason: 'deceased' satisfies EndReason } : end

async function deathsOf(tx: Tx, of: readonly Turning[]): Promise<ReadonlyMap<string, string>> {
  if (of.length === 0) return new Map()
  const ids = of.map(({ path }) => path.patientId)
  const rows = await tx
    .select({ id: patients.id, on: patients.deceasedOn })
    .from(patients)
    .where(inArray(patients.id, ids))
  return new Map(rows.flatMap(({ id, on }) => (on ? [[id, on] as const] : [])))
}

async function writeEnd(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { id, patientId }: Enrolment,
  end: End,
) {
  await tx
    .update(enrolments)
    .set({ endedOn: end.endedOn, endReason: end.endReason })
    .where(eq(enrolments.id, id))
  await record(tx, deps, ctx, {
    action: 'U',
    type: end.endedOn ? 'enrolment.ended' : 'enrolment.reopened',
    patients: [patientId],
    object: { type: 'enrolment', id },
    detail: { reason: end.endReason, endedOn: end.endedOn },
  })
}
