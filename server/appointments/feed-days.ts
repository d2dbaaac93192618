import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { feedDays } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

export type FeedSource = 'api' | 'fhir' | 'hl7'
export type FeedDay = typeof feedDays.$inferSelect

/** Counts messages of a feed on their day: those taken in belong into the transaction that takes them in. */
export async function noteFeed(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ctx: Ctx,
  {
    source,
    zone,
    ...count
  }: { source: FeedSource; zone: string; taken?: number; refused?: number; fault?: string },
): Promise<void> {
  const lastAt = now().toISOString()
  const day = localDate(lastAt, zone)
  await tx
    .insert(feedDays)
    .values({
      id: `${ctx.organisationId}_${source}_${day}`,
      organisationId: ctx.organisationId,
      source,
      day,
      taken: count.taken ?? 0,
      refused: count.refused ?? 0,
      lastAt,
      lastFault: count.fault ?? null,
    })
    .onConflictDoUpdate({
      target: feedDays.id,
      set: {
        taken: sql`${feedDays.taken} + excluded.taken`,
        refused: sql`${feedDays.refused} + excluded.refused`,
        lastAt: sql`excluded.last_at`,
        lastFault: sql`coalesce(excluded.last_fault, ${feedDays.lastFault})`,
      },
    })
}

/** The days of the organisation's feeds since one, newest first. */
export const feedDaysSince = (db: Tx, { organisationId }: Ctx, since: string): Promise<FeedDay[]> =>
  db
    .select()
    .from(feedDays)
    .where(and(eq(feedDays.organisationId, organisationId), gte(feedDays.day, since)))
    .orderBy(desc(feedDays.lastAt))
