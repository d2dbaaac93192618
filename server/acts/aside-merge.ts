import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Directory } from '../appointments/directory.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientNumbers, quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import {
  addNumber,
  numberKey,
  type Patient,
  type PatientNumber,
  patientsByNumber,
} from '../patients/store.ts'
import type { Source } from './admit/desk.ts'
import { verdictsOn } from './aside-person.ts'
import { type Aside, closeAsides } from './aside-verdict.ts'
import { recordDeaths } from './end-enrolment.ts'

// A feed says that two numbers are of one person, and each has a record of its own here: a person decides.

/** `kept` is the number that stays, `gone` the one that is used no more. */
export type Merge = Record<'kept' | 'gone', PatientNumber>
type Stored = Record<string, unknown>

export const isOfMerge = (message: Stored): boolean => 'merge' in message
export const openMerge = (message: Stored): Merge => message.merge as Merge

/** Lets it wait, once, however often the feed says it. Gives 'nothing' where somebody decided that they are two. */
export async function setMergeAside(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  source: Source,
  { merge, patients }: { merge: Merge; patients: readonly [kept: Patient, gone: Patient] },
): Promise<'set-aside' | 'nothing'> {
  const claim = JSON.stringify([numberKey(merge.kept), numberKey(merge.gone)])
  const id = `qua_${createHash('sha256').update(claim).digest('base64url').slice(0, 26)}_merge`
  if ((await verdictsOn(tx, [id])).has(id)) return 'nothing'
  const kept = await tx
    .insert(quarantine)
    .values({
      id,
      organisationId: ctx.organisationId,
      source,
      reason: 'two-records',
      message: { number: merge.gone.number, merge },
      patientId: patients[0].id,
      receivedAt: deps.now().toISOString(),
    })
    .onConflictDoNothing()
    .returning({ id: quarantine.id })
  if (kept.length > 0)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.set-aside',
      patients: patients.map((one) => one.id),
    })
  return 'set-aside'
}

/**
 * They are one person: what comes under the old number from now on is for the record that stays. What stands in the other
 * record stays there, under the old number with the new one behind it; a death is of both.
 */
export async function acceptMerge(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { versions }: Directory,
  aside: Aside,
): Promise<void> {
  const { kept, gone } = openMerge(aside.message)
  await deps.db.transaction(async (tx) => {
    const found = await patientsByNumber(tx, ctx, [kept, gone])
    await lockPatients(
      tx,
      [...found.values()].map(({ id }) => id),
    )
    const known = await patientsByNumber(tx, ctx, [kept, gone])
    const [stays, other] = [known.get(numberKey(kept)), known.get(numberKey(gone))]
    await closeAsides(tx, deps, ctx, [aside], 'accepted', other?.id)
    // Meanwhile joined, or one of them is gone: then there is nothing to move.
    if (!stays || !other || stays.id === other.id) return
    await tx
      .update(patientNumbers)
      .set({ number: `${gone.number} (${kept.number})` })
      .where(and(eq(patientNumbers.authority, gone.authority), eq(patientNumbers.number, gone.number)))
    await addNumber(tx, deps, stays.id, gone)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.number-added',
      patients: [stays.id, other.id],
    })
    const died = stays.deceasedOn ?? other.deceasedOn
    if (died)
      await recordDeaths(tx, deps, ctx, versions, new Map([stays.id, other.id].map((id) => [id, died])))
  })
}
