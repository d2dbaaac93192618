import { applyEvents } from '../acts/events/apply-events.ts'
import { versionsOfPatients } from '../acts/plan-enrolment.ts'
import { type CareEventRow, eventsNumbered, personKeyOf, writeEvents } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { authorityOf } from '../patients/store.ts'
import { type Current, sideOf } from './measure-report.ts'
import type { GoodRow } from './measure-rows.ts'

// What a file says that happened: an operation, a birth, a loss. It is stored as a feed's word is, and what follows from
// it follows in the same transaction. A file names a thing once for each care path, or by its own number: that is its number.

const CHUNK = 500

/** One thing, by its own number: what has the same number in another outcome set is another one. */
const thingOf = (number: string, outcomeSet: string) => JSON.stringify([number, outcomeSet])

/** What files said before of the things that these rows name. What a colleague took back stays as it is. */
export async function currentEvents(
  db: Tx,
  ctx: Ctx,
  rows: readonly GoodRow[],
): Promise<[string, Current][]> {
  const numbers = rows.flatMap(({ event }) => event?.number ?? [])
  const told = new Map(
    (await eventsNumbered(db, ctx, numbers)).map((one) => [thingOf(one.number, one.outcomeSet), one]),
  )
  return rows.flatMap((row): [string, Current][] => {
    if (!row.event) return []
    const one = told.get(thingOf(row.event.number, row.event.version.set.id))
    const as = {
      id: one?.id ?? '',
      value: one && !one.withdrawnAt ? 1 : 0,
      measuredOn: one?.happenedOn ?? '',
      side: one?.side ?? null,
    }
    // A no to what nobody said, or what somebody took back, changes nothing.
    if (one?.withdrawnBy || (as.value === 0 && row.value === 0))
      return [[row.key, { ...as, value: row.value, measuredOn: row.measuredOn, side: sideOf(row) }]]
    return one ? [[row.key, as]] : []
  })
}

/** The sets of all care paths of these people: read before the transaction. */
export async function versionsFor(
  deps: Pick<Deps, 'db' | 'definitions'>,
  rows: readonly GoodRow[],
): Promise<SetVersions> {
  const versions: SetVersions[] = []
  for (const some of inChunks(peopleOf(rows), CHUNK)) versions.push(await versionsOfPatients(deps, some))
  return new Map(versions.flatMap((some) => [...some]))
}

/** In one order, so that two files never wait for each other. */
const peopleOf = (rows: readonly GoodRow[]) => [...new Set(rows.map(({ patientId }) => patientId))].toSorted()

/** Writes these down and brings the care paths in line with them, in the caller's transaction. */
export async function admitFileEvents(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  versions: SetVersions,
  rows: readonly GoodRow[],
): Promise<void> {
  for (const some of inChunks(peopleOf(rows), CHUNK)) await lockPatients(tx, some)
  await writeEvents(
    tx,
    rows.flatMap((row) => rowOf(deps, ctx, row)),
  )
  for (const some of inChunks(peopleOf(rows), CHUNK)) await applyEvents(tx, deps, ctx, versions, some)
}

function rowOf(
  { now, newId, seal }: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  row: GoodRow,
): CareEventRow[] {
  if (!row.event) return []
  const { careEvent, version, number } = row.event
  const at = now().toISOString()
  return [
    {
      id: newId('evt'),
      organisationId: ctx.organisationId,
      number,
      personKey: personKeyOf(seal, { authority: authorityOf(ctx.organisationId), number: row.patientNumber }),
      patientId: row.patientId,
      outcomeSet: version.set.id,
      meaning: `event:${careEvent.id}`,
      stage: careEvent.stage ?? null,
      turn: careEvent.turn?.to ?? null,
      goesOn: careEvent.turn?.goesOn ?? [],
      value: null,
      side: sideOf(row),
      happenedOn: row.measuredOn,
      changedAt: at,
      withdrawnAt: row.value === 1 ? null : at,
      withdrawnBy: null,
      source: 'csv',
      recordedBy: ctx.actor.id,
      recordedAt: at,
    },
  ]
}
