import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { endLinks, sentLinks } from '../links/store.ts'
import { enqueueNewAddress, enqueueNewNumber } from '../outbox/to-patient.ts'

type Tools = Pick<Deps, 'now' | 'newId'>

/**
 * These patients have another address from now on, or none: links that went to the one before open nothing any more,
 * and who had one gets another at the new address. Inside the transaction that changes the addresses; the caller holds
 * the patients' lock.
 */
export async function moveAddresses(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return
  await mailAgain(tx, deps, patientIds)
  const patients = await endLinks(tx, deps, patientIds, 'own')
  if (patients.length === 0) return
  const detail = { links: patients.length }
  await record(tx, deps, ctx, { action: 'U', type: 'links.ended', patients, detail })
}

/**
 * These patients have another telephone number, or none: links that went to the one before by text message open nothing
 * any more, and who had one gets another. The caller holds the patients' lock.
 */
export async function moveNumbers(
  tx: Tx,
  deps: Tools & Pick<Deps, 'seal'>,
  ctx: Ctx,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return
  const patients = await endLinks(tx, deps, patientIds, 'sms')
  if (patients.length === 0) return
  await enqueueNewNumber(tx, deps, [...new Set(patients)])
  const detail = { links: patients.length }
  await record(tx, deps, ctx, { action: 'U', type: 'links.ended', patients, detail })
}

/** Who was sent a link gets another one where they can be reached now, if there is something to answer when it goes. */
export async function mailAgain(tx: Tx, deps: Tools, patientIds: readonly string[]): Promise<void> {
  await enqueueNewAddress(tx, deps, await sentLinks(tx, deps, patientIds))
}
