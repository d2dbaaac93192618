import { and, count, eq, gt, isNotNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientBsns } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { type BsnKeeper, bsnKeeper } from '../patients/bsn-keeper.ts'
import { countWaitingLocked, forgetWaiting, resealWaiting } from './waiting-bsns.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'config'>

const PART = 200

/**
 * Seals every citizen service number with the newest key, also of messages that wait, after which the older ones can go. `locked`: how many no key
 * that is set opens, or were tampered with; they stay as they are.
 */
export async function resealBsns(deps: Tools): Promise<{ resealed: number; locked: number }> {
  let resealed = 0
  let broken = 0
  for (const organisationId of await organisationsOf(deps)) {
    const keeper = bsnKeeper(deps.config, organisationId)
    if (!keeper) continue
    for (const keyId of keeper.keyIds.slice(1))
      for (let after: string | undefined = ''; after !== undefined; ) {
        const part = await resealSome(deps, keeper, { organisationId, keyId, after })
        resealed += part.resealed
        broken += part.broken
        after = part.last
      }
    const waiting = await deps.db.transaction((tx) => resealWaiting(tx, keeper, organisationId))
    resealed += waiting.resealed
    broken += waiting.broken
  }
  return { resealed, locked: broken + (await countLocked(deps)) }
}

type Sealed = { organisationId: string; keyId: string; after: string }

/** Some of those that this key sealed, after a patient by id; `last`: of the last of these, none where there are no more. */
const resealSome = ({ db }: Tools, keeper: BsnKeeper, { organisationId, keyId, after }: Sealed) =>
  db.transaction(async (tx) => {
    let broken = 0
    const rows = await tx
      .select()
      .from(patientBsns)
      .where(
        and(
          eq(patientBsns.organisationId, organisationId),
          eq(patientBsns.keyId, keyId),
          gt(patientBsns.patientId, after),
        ),
      )
      .orderBy(patientBsns.patientId)
      .limit(PART)
    for (const { patientId, sealed } of rows) {
      const bsn = keeper.open(patientId, { sealed: sealed ?? '', keyId })
      if (!bsn) broken++
      // One that a feed replaced meanwhile has the newest key already.
      else
        await tx
          .update(patientBsns)
          .set(keeper.close(patientId, bsn))
          .where(and(eq(patientBsns.patientId, patientId), eq(patientBsns.keyId, keyId)))
    }
    return { resealed: rows.length - broken, broken, last: rows[PART - 1]?.patientId }
  })

/**
 * How many numbers are kept, also of messages that wait, that no key opens which is set now: the key was withdrawn, or
 * another one was given.
 */
async function countLocked({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<number> {
  const { organisationId, keyId } = patientBsns
  const kept = await db
    .select({ organisationId, keyId, rows: count() })
    .from(patientBsns)
    .where(isNotNull(patientBsns.sealed))
    .groupBy(organisationId, keyId)
  return kept
    .filter((one) => !bsnKeeper(config, one.organisationId)?.keyIds.includes(one.keyId ?? ''))
    .reduce((sum, { rows }) => sum + rows, await countWaitingLocked({ db, config }))
}

/** Removes all that is kept of an organisation's citizen service numbers; the log says of whom. Gives how many. */
export const forgetBsns = (deps: Tools, organisationId: string): Promise<number> =>
  deps.db.transaction(async (tx) => {
    const removed = await tx
      .delete(patientBsns)
      .where(eq(patientBsns.organisationId, organisationId))
      .returning({ patientId: patientBsns.patientId })
    if (removed.length > 0)
      await record(tx, deps, systemCtx(organisationId, 'uitkomst bsn forget'), {
        action: 'D',
        type: 'patient.bsn-removed',
        patients: removed.map(({ patientId }) => patientId),
      })
    return removed.length + (await forgetWaiting(tx, organisationId))
  })

const organisationsOf = async ({ db }: Tools): Promise<string[]> => {
  const rows = await db.select({ id: organisations.id }).from(organisations)
  return rows.map(({ id }) => id)
}

/** Says in the log that there are numbers which nobody can read, and what to do. */
export async function warnOfLocked(deps: Pick<Deps, 'db' | 'config' | 'log'>): Promise<void> {
  const locked = await countLocked(deps)
  if (locked > 0)
    deps.log.warn(
      { setting: 'BSN_KEY', locked },
      'no key that is set opens these numbers: give their key as well, or remove them with `uitkomst bsn forget`',
    )
}
