import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { measureValues } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'

export type MeasureValue = typeof measureValues.$inferSelect
export type NewMeasureValue = { enrolmentId: string; measure: string; value: number; measuredOn: string }

/** The values that count now, oldest first: at most one per enrolment and measure. */
export async function measuresOf(db: Tx, enrolmentIds: readonly string[]): Promise<MeasureValue[]> {
  return readCurrent(db, { enrolmentIds })
}

const readCurrent = listQuery('current_measures', ['enrolmentIds'], (db, { enrolmentIds }) =>
  db
    .select()
    .from(measureValues)
    .where(and(inArray(measureValues.enrolmentId, enrolmentIds), isNull(measureValues.replacedAt)))
    .orderBy(asc(measureValues.measuredOn), asc(measureValues.id)),
)

/** All that was ever recorded for an enrolment, corrected values too, in the order of recording. */
export const measureHistory = (db: Tx, enrolmentId: string): Promise<MeasureValue[]> =>
  db
    .select()
    .from(measureValues)
    .where(eq(measureValues.enrolmentId, enrolmentId))
    .orderBy(asc(measureValues.recordedAt), asc(measureValues.id))

/** Marks values as corrected and gives the ids of those that were still current: a missing one was corrected before. */
export async function replaceMeasures(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(measureValues)
    .set({ replacedAt: now().toISOString() })
    .where(and(inArray(measureValues.id, [...ids]), isNull(measureValues.replacedAt)))
    .returning({ id: measureValues.id })
  return rows.map(({ id }) => id)
}

/** Adds current values. Throws a unique violation where one is current already. */
export async function addMeasures(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  values: readonly NewMeasureValue[],
  source: 'staff' | 'csv' | 'event',
): Promise<void> {
  const recordedAt = now().toISOString()
  const rows = values.map((value) => ({
    ...value,
    id: newId('mea'),
    source,
    recordedBy: ctx.actor.id,
    recordedAt,
  }))
  await writeMeasures(tx, rows)
}

/**
 * Takes back the current value of a measure if this person entered it after an instant, and lets the value stand again
 * that it replaced; false otherwise. What was taken back stays readable as corrected.
 */
export async function takeBackMeasure(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { enrolmentId, measure, by, since }: { enrolmentId: string; measure: string; by: string; since: string },
): Promise<boolean> {
  const [current] = (await measuresOf(tx, [enrolmentId])).filter((one) => one.measure === measure)
  if (!current || current.recordedBy !== by || current.recordedAt <= since) return false
  // Whoever corrects replaces and records at one instant.
  const before = (await measureHistory(tx, enrolmentId)).findLast(
    (one) => one.measure === measure && one.replacedAt === current.recordedAt,
  )
  if ((await replaceMeasures(tx, deps, [current.id])).length === 0) return false
  if (before) await tx.update(measureValues).set({ replacedAt: null }).where(eq(measureValues.id, before.id))
  return true
}

const writeMeasures = rowWriter(measureValues, (insert, size) => insert.prepare(`measures_${size}`))
