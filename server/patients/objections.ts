import { type AnyColumn, and, eq, exists, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Objection, ObjectionPurpose, Objections } from '../../core/patients/objections.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf } from '../../core/time/months.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientObjections } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

// Whoever objects to the use of their data is left out of what is not their own care. Each question about groups of people
// passes by here: as a condition on single rows that leave the house, as months in what is told of a team.

/** Who objects at an instant to one of these purposes, as a condition on a column of patients. */
export function objectsAt(
  db: Tx,
  patientId: AnyColumn,
  at: string,
  purposes: readonly ObjectionPurpose[] = ['learning'],
): SQL {
  const { madeAt, endedAt, purpose } = patientObjections
  const running = and(lte(madeAt, at), or(isNull(endedAt), gt(endedAt, at)))
  return exists(
    db
      .select({ id: patientObjections.id })
      .from(patientObjections)
      .where(and(eq(patientObjections.patientId, patientId), inArray(purpose, [...purposes]), running)),
  )
}

export type Instant = AnyColumn | SQL.Aliased<string | null>

/** Who objects in the month of an instant, where the question itself works out months: null for those after its last. */
export function objectsInMonth(
  db: Tx,
  patientId: AnyColumn,
  at: Instant,
  monthAt: (instant: Instant) => SQL<string | null>,
): SQL {
  const { madeAt, endedAt, purpose } = patientObjections
  const isLearning = eq(purpose, 'learning')
  const goesOn = or(isNull(monthAt(endedAt)), gt(monthAt(endedAt), monthAt(at)))
  return exists(
    db
      .select({ id: patientObjections.id })
      .from(patientObjections)
      .where(
        and(
          eq(patientObjections.patientId, patientId),
          isLearning,
          lte(monthAt(madeAt), monthAt(at)),
          goesOn,
        ),
      ),
  )
}

/** In which local months the patients of an organisation objected to being learnt from. */
export const readObjections = (
  db: Tx,
  { organisationId, zone }: { organisationId: string; zone: string },
): Promise<Objections> => readAllObjections(db, [organisationId], zone)

/** The same of several organisations of one time zone. */
export async function readAllObjections(
  db: Tx,
  organisationIds: readonly string[],
  zone: string,
): Promise<Objections> {
  const month = (at: string) => monthOf(localDate(at, zone))
  const rows = await db
    .select({
      person: patientObjections.patientId,
      madeAt: patientObjections.madeAt,
      endedAt: patientObjections.endedAt,
    })
    .from(patientObjections)
    .where(
      and(
        inArray(patientObjections.organisationId, [...organisationIds]),
        eq(patientObjections.purpose, 'learning'),
      ),
    )
  const found = new Map<string, Objection[]>()
  for (const { person, madeAt, endedAt } of rows)
    found.set(person, [
      ...(found.get(person) ?? []),
      { from: month(madeAt), until: endedAt && month(endedAt) },
    ])
  return found
}

/** Since when a patient objects to each purpose; what they do not object to is null. */
export async function objectsSince(
  db: Tx,
  patientId: string,
): Promise<Record<ObjectionPurpose, string | null>> {
  const rows = await db
    .select({ purpose: patientObjections.purpose, madeAt: patientObjections.madeAt })
    .from(patientObjections)
    .where(and(eq(patientObjections.patientId, patientId), isNull(patientObjections.endedAt)))
  const since = (purpose: ObjectionPurpose) => rows.find((row) => row.purpose === purpose)?.madeAt ?? null
  return { learning: since('learning'), registers: since('registers') }
}

/** A patient objects, or no longer does; a member of staff may say it for somebody who calls. Saying it again changes nothing. */
export async function sayObjection(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { patientId, objects, purpose = 'learning' }: Said,
): Promise<void> {
  const said = { patientId, purpose }
  await deps.db.transaction(async (tx) => {
    const changed = objects ? await begin(tx, deps, ctx, said) : await end(tx, deps, ctx, said)
    if (changed.length === 0) return
    const type = objects ? 'patient.objected' : 'patient.objection-ended'
    await record(tx, deps, ctx, { action: 'U', type, patients: [patientId], detail: { purpose } })
  })
}

type Said = { patientId: string; objects: boolean; purpose?: ObjectionPurpose }
type Which = { patientId: string; purpose: ObjectionPurpose }

const begin = (
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { organisationId }: Ctx,
  { patientId, purpose }: Which,
) =>
  tx
    .insert(patientObjections)
    .values({ id: newId('obj'), organisationId, patientId, purpose, madeAt: now().toISOString() })
    .onConflictDoNothing()
    .returning({ id: patientObjections.id })

const end = (tx: Tx, { now }: Pick<Deps, 'now'>, { organisationId }: Ctx, { patientId, purpose }: Which) =>
  tx
    .update(patientObjections)
    .set({ endedAt: now().toISOString() })
    .where(
      and(
        eq(patientObjections.patientId, patientId),
        eq(patientObjections.purpose, purpose),
        eq(patientObjections.organisationId, organisationId),
        isNull(patientObjections.endedAt),
      ),
    )
    .returning({ id: patientObjections.id })
