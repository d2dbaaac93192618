import { and, inArray, isNull } from 'drizzle-orm'
import type { ClinicalMeasure } from '../../../core/outcome-sets/measure.ts'
import { moveDate } from '../../../core/time/dates.ts'
import type { CareEventRow } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { stageEntries } from '../../db/schema/care.ts'
import type { SetVersions } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import {
  addMeasures,
  type MeasureValue,
  measuresOf,
  type NewMeasureValue,
  replaceMeasures,
} from '../../measures/store.ts'
import type { PathEvents } from './apply-events.ts'

type Entry = { enrolmentId: string; stage: string; enteredOn: string }

/** The clinical measures that were told, each within its window; what a person or a file gave stays as it is. */
export async function measureByEvents(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  versions: SetVersions,
  all: readonly PathEvents[],
): Promise<void> {
  const ofPaths = all.filter(({ events }) => events.some(isMeasured))
  const ids = ofPaths.map(({ path }) => path.id)
  if (ids.length === 0) return
  const known = new Map((await measuresOf(tx, ids)).map((one) => [keyOf(one), one]))
  const entries = Map.groupBy(await entriesOf(tx, ids), ({ enrolmentId }) => enrolmentId)
  const told = ofPaths.flatMap(({ path, events }) => {
    const measures = versions.get(path.setVersionId)?.set.measures ?? []
    return measures.flatMap((measure) => {
      const of = events.filter(({ meaning }) => meaning === `measure:${measure.id}`)
      if (measure.kind === 'scale' || of.length === 0) return []
      const value = measuredIn(measure, of, entries.get(path.id) ?? [])
      return [{ key: `${path.id} ${measure.id}`, now: value && { ...value, enrolmentId: path.id } }]
    })
  })
  await bringUp(tx, deps, ctx, known, told)
}

const isMeasured = ({ meaning }: CareEventRow) => meaning.startsWith('measure:')
const keyOf = ({ enrolmentId, measure }: { enrolmentId: string; measure: string }) =>
  `${enrolmentId} ${measure}`

const entriesOf = (tx: Tx, ids: readonly string[]): Promise<Entry[]> =>
  tx
    .select({
      enrolmentId: stageEntries.enrolmentId,
      stage: stageEntries.stage,
      enteredOn: stageEntries.enteredOn,
    })
    .from(stageEntries)
    .where(and(inArray(stageEntries.enrolmentId, [...ids]), isNull(stageEntries.withdrawnAt)))

/** Yes, if it happened at all within the window; of a number the last. Null where nothing was told of that time. */
function measuredIn(measure: ClinicalMeasure, of: readonly CareEventRow[], entries: readonly Entry[]) {
  const { stage, within, until } = measure.window
  const entered = dateOf(entries, stage, '')
  if (entered === null) return null
  const last = within ? moveDate(entered, within) : until ? dateOf(entries, until, entered) : null
  const inWindow = of.filter(
    ({ withdrawnAt, happenedOn }) =>
      !withdrawnAt && happenedOn >= entered && (last === null || happenedOn <= last),
  )
  const inOrder = inWindow.toSorted((a, b) => (rank(measure, a) < rank(measure, b) ? -1 : 1))
  const one = inOrder.at(-1)
  return one && { measure: measure.id, value: one.value ?? 0, measuredOn: one.happenedOn }
}

const rank = ({ kind }: ClinicalMeasure, { value, happenedOn, id }: CareEventRow) =>
  `${kind === 'event' ? value : ''} ${happenedOn} ${id}`

const dateOf = (entries: readonly Entry[], wanted: string, from: string): string | null =>
  entries
    .filter(({ stage, enteredOn }) => stage === wanted && enteredOn >= from)
    .map(({ enteredOn }) => enteredOn)
    .toSorted()[0] ?? null

type Told = { key: string; now: NewMeasureValue | null | undefined }

async function bringUp(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  known: ReadonlyMap<string, MeasureValue>,
  told: readonly Told[],
) {
  const changed = told.filter(({ key, now }) => {
    const before = known.get(key)
    if (before && before.source !== 'event') return false
    return before?.value !== now?.value || before?.measuredOn !== now?.measuredOn
  })
  await replaceMeasures(
    tx,
    deps,
    changed.flatMap(({ key }) => known.get(key)?.id ?? []),
  )
  await addMeasures(
    tx,
    deps,
    ctx,
    changed.flatMap(({ now }) => now ?? []),
    'event',
  )
}
