import { inArray, sql } from 'drizzle-orm'
import type { FeedRules } from '../../core/feeds/feed-rules.ts'
import type { ToldBsn } from '../../core/patients/bsn.ts'
import { inUtc } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientBsns } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { BsnKeeper } from './bsn-keeper.ts'

type Row = typeof patientBsns.$inferSelect
/** Of whom something is told; `changedAt`: how old it is (instant, any offset). */
export type BsnOf = ToldBsn & { patientId: string; changedAt?: string | undefined }

/** How an organisation keeps numbers, and whose it believes. */
type House = { bsn: BsnKeeper | null; feedRules: Pick<FeedRules, 'verifiesBsn'> }

/**
 * Keeps the numbers that a feed or a file tells of patients, where the organisation keeps any. Another number than before
 * is no longer verified, unless the organisation says that this source verifies them; what is older than what is known changes nothing. Where what was sent is no number, that is
 * noted, and not what it was. Under the caller's lock.
 */
export async function keepBsns(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { bsn: keeper, feedRules }: House,
  source: string,
  people: readonly BsnOf[],
): Promise<void> {
  const told = people.filter(({ bsn, bsnFault }) => bsn || bsnFault)
  if (!keeper || told.length === 0) return
  const ids = told.map(({ patientId }) => patientId)
  const before = await tx.select().from(patientBsns).where(inArray(patientBsns.patientId, ids))
  const rows = new Map(before.map((row) => [row.patientId, row]))
  const verifier = feedRules.verifiesBsn?.find((one) => one === source) ?? null
  const changed = new Map<string, Row>()
  const news = new Set<string>()
  for (const one of told) {
    const known = rows.get(one.patientId) ?? noneOf(one.patientId, ctx)
    const next = afterTold(keeper, known, one, { now: deps.now().toISOString(), verifier })
    if (!next) continue
    rows.set(one.patientId, next)
    changed.set(one.patientId, next)
    if (saysMore(known, next)) news.add(one.patientId)
  }
  if (changed.size === 0) return
  await write(tx, [...changed.values()])
  if (news.size > 0)
    await record(tx, deps, ctx, { action: 'U', type: 'patient.bsn-kept', patients: [...news] })
}

const noneOf = (patientId: string, { organisationId }: Ctx): Row => ({
  patientId,
  organisationId,
  sealed: null,
  finder: null,
  keyId: null,
  toldAt: null,
  wrongAt: null,
  ...unverified,
})

const unverified = { verifiedAt: null, verifiedBy: null, verifiedReason: null }

type Told = { now: string; verifier: string | null }

// That the same number was told again is no news to the log.
const saysMore = (before: Row, next: Row) =>
  (['finder', 'wrongAt', 'verifiedAt'] as const).some((part) => before[part] !== next[part])

/** Null where nothing changes. */
function afterTold(keeper: BsnKeeper, row: Row, { bsn, changedAt }: BsnOf, told: Told): Row | null {
  const { now } = told
  const at = changedAt === undefined || inUtc(changedAt) > now ? now : inUtc(changedAt)
  if (row.toldAt !== null && at < row.toldAt) return null
  if (!bsn) return row.wrongAt === null ? { ...row, wrongAt: now } : null
  const isSame = row.finder !== null && keeper.findersOf(bsn).includes(row.finder)
  if (!isSame) {
    const closed = keeper.close(row.patientId, bsn)
    return { ...row, ...closed, ...unverified, ...verifiedBySource(told), toldAt: at, wrongAt: null }
  }
  // Told again counts from then on: what is older than that and comes later changes nothing.
  const isNews = isMended(row, told) || row.toldAt !== at
  return isNews
    ? { ...row, ...(row.verifiedAt ? {} : verifiedBySource(told)), toldAt: at, wrongAt: null }
    : null
}

const isMended = ({ wrongAt, verifiedAt }: Row, { verifier }: Told) =>
  wrongAt !== null || (verifiedAt === null && verifier !== null)

const verifiedBySource = ({ now, verifier }: Told) =>
  verifier === null ? {} : { verifiedAt: now, verifiedReason: verifier }

const write = (tx: Tx, rows: Row[]) =>
  tx
    .insert(patientBsns)
    .values(rows)
    .onConflictDoUpdate({
      target: patientBsns.patientId,
      set: {
        sealed: sql`excluded.sealed`,
        finder: sql`excluded.finder`,
        keyId: sql`excluded.key_id`,
        toldAt: sql`excluded.told_at`,
        wrongAt: sql`excluded.wrong_at`,
        verifiedAt: sql`excluded.verified_at`,
        verifiedBy: sql`excluded.verified_by`,
        verifiedReason: sql`excluded.verified_reason`,
      },
    })
