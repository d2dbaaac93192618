import { and, eq } from 'drizzle-orm'
import { type FeedRules, noFeedRules } from '../../core/feeds/feed-rules.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { feedRules } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'

/** The organisation's matching rules, and which version of them this is: 0 before anybody wrote one. */
export async function readFeedRules(
  db: Tx,
  { organisationId }: Ctx,
): Promise<{ content: FeedRules; version: number }> {
  const [found] = await db
    .select({ content: feedRules.content, version: feedRules.version })
    .from(feedRules)
    .where(eq(feedRules.organisationId, organisationId))
  return found ?? { content: noFeedRules, version: 0 }
}

/** Replaces the rules; 409 ('changed_meanwhile') when they are no longer the version that was read. */
export async function saveFeedRules(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { content, version }: { content: FeedRules; version: number },
): Promise<{ version: number }> {
  const row = { content, version: version + 1, changedAt: deps.now().toISOString(), changedBy: ctx.actor.id }
  return deps.db.transaction(async (tx) => {
    const insert = tx.insert(feedRules).values({ organisationId: ctx.organisationId, ...row })
    const saved = await (version === 0
      ? insert.onConflictDoNothing().returning({ version: feedRules.version })
      : tx
          .update(feedRules)
          .set(row)
          .where(and(eq(feedRules.organisationId, ctx.organisationId), eq(feedRules.version, version)))
          .returning({ version: feedRules.version }))
    const [now] = saved
    if (!now)
      throw conflict('changed_meanwhile', 'Somebody else just changed these rules; look at them again')
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'feed.rules-changed',
      detail: { rules: content.rules.length, version: now.version },
    })
    return now
  })
}
