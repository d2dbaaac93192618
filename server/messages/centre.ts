import { and, asc, count, eq, gte, inArray, isNull, lte, min, ne, notInArray, type SQL } from 'drizzle-orm'
import { isSendingHour, mailGoesAgain } from '../../core/time/sending-hours.ts'
import type { Localised } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { messages, setPauses } from '../db/schema/messages.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { atAnyHour } from '../outbox/kinds.ts'
import { isHeld } from '../outbox/pauses.ts'
import { type ComingDay, comingWeek } from './coming-week.ts'
import { licencesToMind } from './licences.ts'
import { mailService } from './mail-service.ts'
import { reachOf, teamsWithin, withinReach } from './reach.ts'
import { lastRound } from './rounds.ts'

const DAYS_BACK = 7
const DAY_MS = 86_400_000

export type Pause = { reason: string; since: string; by: string }
/** An outcome set whose mail somebody looks after. */
export type SetOfMail = { id: string; title: Localised; pause: Pause | null }

/** How mail to patients is doing: what waits, what the last week brought, what comes, what is held back. No names. */
export async function mailCentre(deps: Deps, ctx: Ctx) {
  const { db, config } = deps
  const now = deps.now().toISOString()
  const reach = reachOf(ctx, 'messages:oversee')
  const within = withinReach(db, ctx, reach)
  const house = await readOrganisation(db, ctx)
  const since = new Date(deps.now().getTime() - DAYS_BACK * DAY_MS).toISOString()
  await recordRead(deps, ctx, { type: 'messages.overseen' })
  return {
    service: mailService(config),
    everywhere: reach === null,
    /** `again`: when mail goes again, null where it goes now. */
    hours: { from: house.sendFrom, until: house.sendUntil, again: mailGoesAgain(house, now) },
    rounds: await lastRound(deps),
    waiting: await countWaiting(db, within, now, isSendingHour(house, now)),
    week: {
      days: DAYS_BACK,
      sent: await db.$count(messages, and(within, gte(messages.sentAt, since), isNull(messages.failedAt))),
      failed: await byWhy(db, and(within, gte(messages.failedAt, since))),
      suppressed: await byWhy(db, and(within, gte(messages.suppressedAt, since))),
    },
    coming: (await comingWeek(deps, ctx, house, reach)) satisfies ComingDay[],
    sets: await setsOf(deps, ctx, reach),
    licences: await licencesToMind(deps, ctx, house, reach),
  }
}

const isWaiting = and(isNull(messages.sentAt), isNull(messages.suppressedAt), isNull(messages.failedAt))

/**
 * `due` could go now, `since` is the oldest of them; `asleep` could, were it not outside of the sending hours; `later` was
 * asked for at an hour to come.
 */
async function countWaiting(db: Tx, within: SQL, now: string, isAwake: boolean) {
  const waits = and(within, isWaiting, ne(messages.channel, 'letter'))
  const byDate = and(waits, lte(messages.dueAt, now))
  const due = and(byDate, isAwake ? undefined : inArray(messages.kind, [...atAnyHour]))
  const [oldest] = await db
    .select({ since: min(messages.dueAt) })
    .from(messages)
    .where(due)
  return {
    due: await db.$count(messages, due),
    since: oldest?.since ?? null,
    asleep: isAwake ? 0 : await db.$count(messages, and(byDate, notInArray(messages.kind, [...atAnyHour]))),
    later: (await db.$count(messages, waits)) - (await db.$count(messages, byDate)),
    held: await db.$count(messages, and(waits, isHeld(db))),
  }
}

/** How many, by the code of the reason, the most frequent first. */
async function byWhy(db: Tx, which: SQL | undefined): Promise<{ why: string; n: number }[]> {
  const rows = await db
    .select({ why: messages.why, n: count().mapWith(Number) })
    .from(messages)
    .where(which)
    .groupBy(messages.why)
  return rows.map(({ why, n }) => ({ why: why ?? '', n })).toSorted((one, other) => other.n - one.n)
}

export async function setsOf(
  { db, definitions }: Deps,
  ctx: Ctx,
  reach: readonly string[] | null,
): Promise<SetOfMail[]> {
  const ids = [...new Set((await teamsWithin(db, ctx, reach)).map(({ outcomeSet }) => outcomeSet))]
  const pauses = await openPauses(db, ctx, ids)
  const versions = await Promise.all(ids.map((id) => definitions.current(id)))
  return ids.map((id, place) => ({
    id,
    title: versions[place]?.set.title ?? { nl: id, en: id },
    pause: pauses.get(id) ?? null,
  }))
}

async function openPauses(
  db: Tx,
  { organisationId }: Ctx,
  sets: string[],
): Promise<ReadonlyMap<string, Pause>> {
  const rows = await db
    .select({
      outcomeSet: setPauses.outcomeSet,
      reason: setPauses.reason,
      since: setPauses.pausedAt,
      by: staff.name,
    })
    .from(setPauses)
    .innerJoin(staff, eq(staff.id, setPauses.pausedBy))
    .where(
      and(
        eq(setPauses.organisationId, organisationId),
        inArray(setPauses.outcomeSet, [...sets, '']),
        isNull(setPauses.resumedAt),
      ),
    )
    .orderBy(asc(setPauses.pausedAt))
  return new Map(rows.map(({ outcomeSet, ...pause }) => [outcomeSet, pause]))
}
