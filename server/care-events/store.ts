import { and, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { careEvents } from '../db/schema/care.ts'
import type { Seal } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { numberKey, type PatientNumber } from '../patients/store.ts'

export type CareEventRow = typeof careEvents.$inferSelect

/** Under which key something waits that was told of somebody who is not known here: their number cannot be read from it. */
export const personKeyOf = (seal: Pick<Seal, 'key'>, number: PatientNumber): string =>
  seal.key(`care-event:${numberKey(number)}`)

/** All that was told of these patients, also what was withdrawn. */
export const eventsOf = (tx: Tx, patientIds: readonly string[]): Promise<CareEventRow[]> =>
  readOfPatients(tx, { patientIds })

const readOfPatients = listQuery('care_events_of', ['patientIds'], (tx, { patientIds }) =>
  tx.select().from(careEvents).where(inArray(careEvents.patientId, patientIds)),
)

/** What was told before under these numbers of a sender. */
export const eventsNumbered = (tx: Tx, { organisationId }: Ctx, numbers: readonly string[]) =>
  readNumbered(tx, { numbers }, { organisationId })

const readNumbered = listQuery('care_events_numbered', ['numbers'], (tx, { numbers }) =>
  tx
    .select()
    .from(careEvents)
    .where(
      and(
        eq(careEvents.organisationId, sql.placeholder('organisationId')),
        inArray(careEvents.number, numbers),
      ),
    ),
)

/** One thing that was told: its number with its sender, for which outcome set and as what. */
const thingOf = ({ number, outcomeSet, meaning }: Pick<CareEventRow, 'number' | 'outcomeSet' | 'meaning'>) =>
  JSON.stringify([number, outcomeSet, meaning])

/**
 * Writes what was told; of two messages about one thing the later holds, and what a person withdrew stays so. Gives those
 * rows that this wrote. In few statements: only rows about one thing go after each other.
 */
export async function writeEvents(tx: Tx, rows: readonly CareEventRow[]): Promise<Set<CareEventRow>> {
  const written = new Set<CareEventRow>()
  for (const wave of wavesOf(rows)) {
    const done = new Set((await upsertEvents(tx, wave)).flat().map(thingOf))
    for (const row of wave) if (done.has(thingOf(row))) written.add(row)
  }
  return written
}

/** One statement may not write the same thing twice. */
function wavesOf(rows: readonly CareEventRow[]): CareEventRow[][] {
  const waves: CareEventRow[][] = []
  for (const same of Map.groupBy(rows, thingOf).values())
    for (const [turn, row] of same.entries()) {
      const wave = waves[turn] ?? []
      wave.push(row)
      waves[turn] = wave
    }
  return waves
}

/** What a later message may say otherwise: all but which thing it is about; and of whom, once nobody has it any more. */
const saidAnew = {
  personKey: sql`excluded.person_key`,
  patientId: sql`excluded.patient_id`,
  stage: sql`excluded.stage`,
  turn: sql`excluded.turn`,
  goesOn: sql`excluded.goes_on`,
  value: sql`excluded.value`,
  side: sql`excluded.side`,
  happenedOn: sql`excluded.happened_on`,
  changedAt: sql`excluded.changed_at`,
  withdrawnAt: sql`excluded.withdrawn_at`,
  source: sql`excluded.source`,
  recordedBy: sql`excluded.recorded_by`,
  recordedAt: sql`excluded.recorded_at`,
}

const upsertEvents = rowWriter(careEvents, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [careEvents.organisationId, careEvents.number, careEvents.outcomeSet, careEvents.meaning],
      set: saidAnew,
      setWhere: and(
        or(
          eq(careEvents.personKey, sql`excluded.person_key`),
          // The same patient by another number.
          eq(careEvents.patientId, sql`excluded.patient_id`),
          isNotNull(careEvents.withdrawnAt),
        ),
        lte(careEvents.changedAt, sql`excluded.changed_at`),
        isNull(careEvents.withdrawnBy),
      ) as SQL,
    })
    .returning({
      number: careEvents.number,
      outcomeSet: careEvents.outcomeSet,
      meaning: careEvents.meaning,
    })
    .prepare(`care_events_${size}`),
)

/** A person decided about all that was told under one number of a sender: that it is not so, or is of somebody else. */
export const changeEvents = (
  tx: Tx,
  { organisationId, number }: Pick<CareEventRow, 'organisationId' | 'number'>,
  change: Partial<Pick<CareEventRow, 'withdrawnAt' | 'patientId' | 'personKey' | 'changedAt'>>,
) =>
  tx
    .update(careEvents)
    .set(change)
    .where(and(eq(careEvents.organisationId, organisationId), eq(careEvents.number, number)))

/**
 * What waited for these people is theirs now, and is told of them from now on: what was written to them meanwhile was
 * written without it. Gives the ids of those for whom something waited.
 */
export async function adoptEvents(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  people: readonly { patientId: string; personKey: string }[],
): Promise<string[]> {
  const waiting = await readWaiting(tx, { keys: people.map(({ personKey }) => personKey) })
  const keys = new Set(waiting.map(({ personKey }) => personKey))
  const adopted = people.filter(({ personKey }) => keys.has(personKey))
  for (const { patientId, personKey } of adopted)
    await tx
      .update(careEvents)
      .set({ patientId, recordedAt: now().toISOString() })
      .where(and(eq(careEvents.personKey, personKey), isNull(careEvents.patientId)))
  return adopted.map(({ patientId }) => patientId)
}

const readWaiting = listQuery('care_events_waiting', ['keys'], (tx, { keys }) =>
  tx
    .selectDistinct({ personKey: careEvents.personKey })
    .from(careEvents)
    .where(and(inArray(careEvents.personKey, keys), isNull(careEvents.patientId))),
)

/** What waits for whoever has one number waits for whoever has another, who is the same person. Gives whether anything did. */
export async function renumberWaiting(tx: Tx, from: string, to: string): Promise<boolean> {
  const moved = await tx
    .update(careEvents)
    .set({ personKey: to })
    .where(and(eq(careEvents.personKey, from), isNull(careEvents.patientId)))
    .returning({ id: careEvents.id })
  return moved.length > 0
}

/** Withdraws one event by hand; gives whose it was, null where it is not this patient's, not of this outcome set, or was withdrawn before. */
export async function withdrawEvent(
  tx: Tx,
  { id, patientId, outcomeSet, now, by }: Record<'id' | 'patientId' | 'outcomeSet' | 'now' | 'by', string>,
): Promise<CareEventRow | null> {
  const [row] = await tx
    .update(careEvents)
    .set({ withdrawnAt: now, withdrawnBy: by })
    .where(
      and(
        eq(careEvents.id, id),
        eq(careEvents.patientId, patientId),
        eq(careEvents.outcomeSet, outcomeSet),
        isNull(careEvents.withdrawnAt),
      ),
    )
    .returning()
  return row ?? null
}

/** Forgets what was told of people who never became known here. `before`: instant. */
export const forgetWaiting = (db: Tx, before: string) =>
  db.delete(careEvents).where(and(isNull(careEvents.patientId), lt(careEvents.recordedAt, before)))
