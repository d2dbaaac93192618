import { and, eq, isNull, sql } from 'drizzle-orm'
import { waitingBsn } from '../acts/aside-bsn.ts'
import type { Db, Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { type BsnKeeper, bsnKeeper } from '../patients/bsn-keeper.ts'

// Numbers of messages that wait for a person's decision: of those somebody decided about, nothing is kept.

/** Of one organisation, or of all. */
async function waitingOf(tx: Db | Tx, of?: string) {
  const { id, organisationId, message, resolvedAt } = quarantine
  const rows = await tx
    .select({ id, organisationId, message })
    .from(quarantine)
    .where(
      and(
        of === undefined ? undefined : eq(organisationId, of),
        isNull(resolvedAt),
        sql`cast(${message} as text) like '%"sealed"%'`,
      ),
    )
  return rows.flatMap((row) => {
    const waiting = waitingBsn(row.message)
    return waiting ? [{ ...row, waiting }] : []
  })
}

/** How many of these no key opens that is set now. */
export async function countWaitingLocked({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<number> {
  const all = await waitingOf(db)
  return all.filter(
    ({ organisationId, waiting }) => !bsnKeeper(config, organisationId)?.keyIds.includes(waiting.keyId),
  ).length
}

/** Seals those of an organisation with its newest key, in the caller's transaction; `broken`: those that were tampered with. */
export async function resealWaiting(
  tx: Tx,
  keeper: BsnKeeper,
  organisationId: string,
): Promise<{ resealed: number; broken: number }> {
  const told = { resealed: 0, broken: 0 }
  for (const { id, message, waiting } of await waitingOf(tx, organisationId)) {
    if (!keeper.keyIds.includes(waiting.keyId)) continue
    const bsn = keeper.open(id, waiting)
    if (!bsn) told.broken++
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
