import { pathsOf } from '../../../core/schedule/event-effects.ts'
import { type CareEventRow, eventsOf } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { type SetVersions, withMoved } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import { type Enrolment, enrolmentsOf } from '../../enrolments/store.ts'
import { planEnrolments } from '../plan-enrolment.ts'
import { enterByEvents } from './enter-by-events.ts'
import { measureByEvents } from './measure-by-events.ts'
import { turnPaths } from './turn-paths.ts'

/** A care path with what was told that has a consequence for it, withdrawn events too. */
export type PathEvents = { path: Enrolment; events: CareEventRow[] }

/**
 * Brings the care paths of these patients, as far as they are of these outcome sets, in line with what was told of them:
 * an end by a turn, or its undoing; the stages that began; the measures; and what is asked. In the caller's transaction and under the caller's lock; once more
 * changes nothing.
 */
export async function applyEvents(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  given: SetVersions,
  patientIds: readonly string[],
): Promise<void> {
  const events = await eventsOf(tx, [...new Set(patientIds)])
  if (events.length === 0) return
  const concerned = [...new Set(events.flatMap(({ patientId }) => patientId ?? []))]
  const all = withEvents(events, await enrolmentsOf(tx, ctx, concerned))
  const sets = new Set([...given.values()].map(({ set }) => set.id))
  const before = all.filter(({ path }) => sets.has(path.outcomeSet))
  const bound = before.map(({ path }) => path.setVersionId)
  const versions = await withMoved(tx, given, bound)
  const ofPaths = await turnPaths(tx, deps, ctx, before)
  await enterByEvents(tx, deps, versions, ofPaths)
  await measureByEvents(tx, deps, ctx, versions, ofPaths)
  await planEnrolments(
    tx,
    deps,
    versions,
    ofPaths.map(({ path }) => path.id),
  )
}

function withEvents(events: readonly CareEventRow[], paths: readonly Enrolment[]): PathEvents[] {
  const byPatient = Map.groupBy(paths, ({ patientId }) => patientId)
  const found = events.flatMap((event) =>
    pathsOf(event, byPatient.get(event.patientId ?? '') ?? []).map(({ id }) => ({ id, event })),
  )
  const byPath = Map.groupBy(found, ({ id }) => id)
  // A path that an event no longer belongs to has to let go of what stood on it.
  const known = new Set(events.flatMap(({ patientId }) => patientId ?? []))
  return paths
    .filter(({ patientId }) => known.has(patientId))
    .map((path) => ({ path, events: (byPath.get(path.id) ?? []).map(({ event }) => event) }))
}
