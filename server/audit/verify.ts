import { asc, count, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { auditAnchors, auditEvents, auditSeals } from '../db/schema/audit.ts'
import type { Deps } from '../deps.ts'
import { type Anchor, anchorKey, isSigned, readOutside } from './anchor.ts'
import { BEGINNING, hashOn, type Sealable } from './chain.ts'
import { withPatients } from './seal.ts'

const CHUNK = 1000
/** More than this many findings say nothing new. */
const MOST_FINDINGS = 100

type Finding = { number: number; what: string }
export type Verdict = { sealed: number; unsealed: number; anchors: number; broken: Finding[] }

/**
 * Goes through the whole log in order: every line still has the content it was sealed with, no seal is missing,
 * and every signed anchor, in the database and outside, still stands on the chain. Reads only.
 */
export async function verifyAudit({
  db,
  config,
  secret,
}: Pick<Deps, 'config' | 'secret'> & { db: Tx }): Promise<Verdict> {
  const key = anchorKey(secret)
  const inside = await db.select().from(auditAnchors).orderBy(asc(auditAnchors.number))
  const outside = readOutside(config)
  const anchors = [...inside, ...outside.filter((anchor) => anchor !== null)]
  const broken: Finding[] = outside.flatMap((anchor) =>
    anchor ? [] : [{ number: 0, what: 'a line of the file with anchors cannot be read' }],
  )
  for (const anchor of anchors)
    if (!isSigned(key, anchor))
      broken.push({ number: anchor.number, what: 'the signature of an anchor is wrong' })

  const chain = await walk(
    db,
    Map.groupBy(anchors, ({ number }) => number),
    broken,
  )
  for (const { number } of anchors)
    if (number > chain.last) broken.push({ number, what: 'the chain ends before a signed anchor' })
  const [open] = await db
    .select({ number: count().mapWith(Number) })
    .from(auditEvents)
    .leftJoin(auditSeals, eq(auditSeals.eventId, auditEvents.id))
    .where(isNull(auditSeals.number))
  return {
    sealed: chain.sealed,
    unsealed: open?.number ?? 0,
    anchors: anchors.length,
    broken: broken.slice(0, MOST_FINDINGS),
  }
}

type Chain = { last: number; hash: string; sealed: number }
type Sealed = typeof auditSeals.$inferSelect

async function walk(db: Tx, anchors: Map<number, Anchor[]>, broken: Finding[]): Promise<Chain> {
  const chain = { last: 0, hash: BEGINNING, sealed: 0 }
  for (;;) {
    const chunk = await nextSeals(db, chain.last)
    if (chunk.length === 0) return chain
    for (const { seal, line } of chunk) {
      const signed = anchors.get(seal.number) ?? []
      const findings = [
        ...faultsOf(seal, chain, line),
        ...(signed.some(({ hash }) => hash !== seal.hash)
          ? ['this seal is not the one that was signed']
          : []),
      ]
      broken.push(...findings.map((what) => ({ number: seal.number, what })))
      Object.assign(chain, { last: seal.number, hash: seal.hash, sealed: chain.sealed + 1 })
    }
  }
}

async function nextSeals(db: Tx, after: number) {
  const rows = await db
    .select({ seal: auditSeals, event: auditEvents })
    .from(auditSeals)
    .leftJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
    .where(gt(auditSeals.number, after))
    .orderBy(asc(auditSeals.number))
    .limit(CHUNK)
  const events = rows.flatMap(({ event }) => (event ? [event] : []))
  const lines = new Map((await withPatients(db, events)).map((line) => [line.event.id, line]))
  return rows.map(({ seal }) => ({ seal, line: lines.get(seal.eventId) }))
}

function faultsOf(seal: Sealed, { last, hash }: Chain, line: Sealable | undefined): string[] {
  const faults: string[] = []
  if (seal.number !== last + 1) faults.push('seals before this one are missing')
  else if (seal.previous !== hash) faults.push('this seal does not stand on the one before')
  if (!line) faults.push('the line of this seal is missing')
  else if (hashOn(seal.previous, line) !== seal.hash) faults.push('this line was changed after it was sealed')
  return faults
}
