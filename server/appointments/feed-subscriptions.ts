import { and, desc, eq, getTableColumns, gte } from 'drizzle-orm'
import { countEvents, type EventCount, type Heard } from '../../core/feeds/event-count.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { feedSubscriptions } from '../db/schema/patients.ts'
import { serviceKeys } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'

/** A subscription, with the name of the key with which its server signs in. */
export type FeedSubscription = typeof feedSubscriptions.$inferSelect & { sender: string | null }

/** Writes down a sign of life of a subscription, in a transaction, and gives which of its events came; null where it never said. */
export async function noteSubscription(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { organisationId, actor: { id: senderId } }: Ctx,
  { reference, state, heard }: { reference: string; state: string; heard: Heard },
): Promise<EventCount | null> {
  const heardAt = now().toISOString()
  // Written first: of two that come together the second counts from what the first made of it.
  const [row] = await tx
    .insert(feedSubscriptions)
    .values({ id: newId('fsu'), organisationId, senderId, reference, state, heardAt })
    .onConflictDoUpdate({
      target: [feedSubscriptions.organisationId, feedSubscriptions.senderId, feedSubscriptions.reference],
      set: { state, heardAt },
    })
    .returning()
  if (!row) return null
  const count = countEvents(row.count, believed(heard, now()))
  await tx.update(feedSubscriptions).set({ count }).where(eq(feedSubscriptions.id, row.id))
  return count
}

const DAY_MS = 86_400_000

/** A clock that runs a day ahead says nothing: believed once, nothing would ever seem to have happened later. */
const believed = (heard: Heard, now: Date): Heard =>
  heard.at && Date.parse(heard.at) > now.getTime() + DAY_MS ? { ...heard, at: null } : heard

/** The subscriptions of the organisation that gave a sign of life since an instant, the last one first. */
export const subscriptionsSince = (
  db: Tx,
  { organisationId }: Ctx,
  since: string,
): Promise<FeedSubscription[]> =>
  db
    .select({ ...getTableColumns(feedSubscriptions), sender: serviceKeys.name })
    .from(feedSubscriptions)
    .leftJoin(serviceKeys, eq(serviceKeys.id, feedSubscriptions.senderId))
    .where(and(eq(feedSubscriptions.organisationId, organisationId), gte(feedSubscriptions.heardAt, since)))
    .orderBy(desc(feedSubscriptions.heardAt))
