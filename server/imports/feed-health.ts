import { sayRanges } from '../../core/feeds/event-count.ts'
import { moveDate } from '../../core/time/dates.ts'
import { type FeedDay, feedDaysSince } from '../appointments/feed-days.ts'
import { subscriptionsSince } from '../appointments/feed-subscriptions.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'

export type FeedHealth = {
  source: string
  /** Instant of the last message. */
  lastAt: string
  taken: number
  refused: number
  /** Of the seven days until today. */
  week: { taken: number; refused: number }
  /** Code of the last refusal of the last seven days. */
  lastFault: string | null
}

export type SubscriptionHealth = {
  reference: string
  /** The name of the key with which its server signs in; null where that is not known any more. */
  sender: string | null
  /** What its server last said of it. */
  state: string
  /** Instant of its last sign of life. */
  heardAt: string
  /** Numbers of events that did not come, such as '4, 7–9'; empty where all did, null where none was ever named. */
  missing: string | null
  /** Instant of the first event after its server counted anew without saying so; null where it never did. */
  anewAt: string | null
}

/** The subscriptions that gave a sign of life in the last thirty days. */
export async function subscriptionHealth(db: Tx, ctx: Ctx, today: string): Promise<SubscriptionHealth[]> {
  const rows = await subscriptionsSince(db, ctx, moveDate(today, '-P30D'))
  return rows.map(({ reference, sender, state, heardAt, count }) => ({
    reference,
    sender,
    state,
    heardAt,
    missing: count && sayRanges(count.missing),
    anewAt: count?.anewAt ?? null,
  }))
}

/** How each feed that spoke in the last thirty days is; the counts beside it are of today. */
export async function feedHealth(db: Tx, ctx: Ctx, today: string): Promise<FeedHealth[]> {
  const days = await feedDaysSince(db, ctx, moveDate(today, '-P30D'))
  const weekFrom = moveDate(today, '-P6D')
  return [...Map.groupBy(days, ({ source }) => source)].map(([source, all]) => {
    const week = all.filter(({ day }) => day >= weekFrom)
    const now = all.find(({ day }) => day === today)
    return {
      source,
      lastAt: all[0]?.lastAt ?? '',
      taken: now?.taken ?? 0,
      refused: now?.refused ?? 0,
      week: { taken: sumOf(week, 'taken'), refused: sumOf(week, 'refused') },
      lastFault: week.find(({ lastFault }) => lastFault !== null)?.lastFault ?? null,
    }
  })
}

const sumOf = (days: readonly FeedDay[], what: 'taken' | 'refused') =>
  days.reduce((sum, day) => sum + day[what], 0)
