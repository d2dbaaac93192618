import { and, eq, isNull } from 'drizzle-orm'
import { waitingBsn } from '../acts/aside-bsn.ts'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { BsnKeeper } from '../patients/bsn-keeper.ts'

// Numbers of messages that wait for a person's decision: of those somebody decided about, nothing is kept.

async function waitingOf(tx: Tx, organisationId: string) {
  const rows = await tx
    .select({ id: quarantine.id, message: quarantine.message })
    .from(quarantine)
    .where(and(eq(quarantine.organisationId, organisationId), isNull(quarantine.resolvedAt)))
  return rows.flatMap((row) => {
    const waiting = waitingBsn(row.message)
    return waiting ? [{ ...row, waiting }] : []
  })
}

/** Seals those of an organisation with its newest key, in the caller's transaction; `locked`: those that no key opens. */
export async function resealWaiting(
  tx: Tx,
  keeper: BsnKeeper,
  organisationId: string,
): Promise<{ resealed: number; locked: number }> {
  const told = { resealed: 0, locked: 0 }
  for (const { id, message, waiting } of await waitingOf(tx, organisationId)) {
    const bsn = keeper.open(id, waiting)
    if (!bsn) told.locked++
    else if (waiting.keyId !== keeper.keyIds[0]) {
      const { sealed, keyId } = keeper.close(id, bsn)
      await writeOpen(tx, id, { ...message, bsn: { sealed, keyId } })
      told.resealed++
    }
  }
  return told
}

/** Removes those of an organisation, in the caller's transaction; the messages go on waiting. Gives how many. */
export async function forgetWaiting(tx: Tx, organisationId: string): Promise<number> {
  const rows = await waitingOf(tx, organisationId)
  for (const { id, message } of rows) {
    const { bsn: _, ...rest } = message
    await writeOpen(tx, id, rest)
  }
  return rows.length
}

// Somebody may have decided meanwhile, and then nothing is written over that.
const writeOpen = (tx: Tx, id: string, message: Record<string, unknown>) =>
  tx
    .update(quarantine)
    .set({ message })
    .where(and(eq(quarantine.id, id), isNull(quarantine.resolvedAt)))
