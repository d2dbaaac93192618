import { auditAnchors } from '../db/schema/audit.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'
import { anchorKey, keepOutside, signAnchor } from './anchor.ts'
import { lastSeal, sealEverything, sealLate, sealNew } from './seal.ts'

const EVERY_MS = 2_000
/** Anchors are signed this often. */
const HOUR_MS = 3_600_000

type Sealing = Pick<Deps, 'db' | 'now' | 'log' | 'config' | 'secret'>

/** Signs where the chain stands and keeps it in the database and outside of it; nothing when it stands where it stood. */
export async function anchor({ db, now, config, secret }: Omit<Sealing, 'log'>): Promise<void> {
  const tail = await lastSeal(db)
  if (!tail) return
  const signed = signAnchor(anchorKey(secret), {
    number: tail.number,
    hash: tail.hash,
    at: now().toISOString(),
  })
  const made = await db
    .insert(auditAnchors)
    .values(signed)
    .onConflictDoNothing()
    .returning({ number: auditAnchors.number })
  if (made.length > 0) keepOutside(config, signed)
}

/** Seals every few seconds and anchors every hour, and both once more when stopped. Several processes may do so at once. */
export function startSealer(deps: Sealing): () => Promise<void> {
  let anchoredAt = 0

  // What is not sealed now is sealed at the next pass; the lines themselves are already there.
  async function pass() {
    await sealNew(deps)
    if (deps.now().getTime() - anchoredAt < HOUR_MS) return
    await (anchoredAt === 0 ? sealEverything(deps) : sealLate(deps))
    await anchor(deps)
    anchoredAt = deps.now().getTime()
  }
  const last = () => {
    anchoredAt = 0
    return pass()
  }
  return inTurns(deps, pass, { every: EVERY_MS, fails: 'sealing the audit log failed', last })
}
