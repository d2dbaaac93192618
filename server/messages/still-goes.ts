import { and, eq, isNull } from 'drizzle-orm'
import { type LinkTokens, noLinks, readTokens } from '../acts/compose-mails.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { type MailFacts, readFacts } from '../outbox/facts.ts'
import { verdict } from '../outbox/verdict.ts'

/** What was judged so long ago is judged again before it goes: a slow mail server makes a batch last for minutes. */
const FRESH_MS = 5_000

/** A message taken in hand, with its links, and the instant in milliseconds at which it was judged. */
export type InHand = { facts: MailFacts; links: LinkTokens; judgedAt: number }

/**
 * A message in hand as it is at the moment it is to go; null where it must not go any more, which is written down with
 * its reason. A mail that says thank you is looked at again however short it was in hand: after a loss it hurts.
 */
export async function asItGoes(deps: Deps, inHand: InHand): Promise<Omit<InHand, 'judgedAt'> | null> {
  const { facts, judgedAt } = inHand
  const { id, kind } = facts.message
  const now = deps.now()
  const isFresh = now.getTime() - judgedAt < FRESH_MS && kind !== 'thanks'
  if (isFresh || !facts.patient) return inHand
  const at = now.toISOString()
  const [again] = await readFacts(deps.db, [facts.message], at)
  const why = again ? verdict(again, at) : null
  if (!again || why) {
    const unsent = and(eq(messages.id, id), isNull(messages.sentAt))
    await deps.db.update(messages).set({ suppressedAt: at, why, leaseUntil: null }).where(unsent)
    return null
  }
  return { facts: again, links: (await readTokens(deps.db, deps, [id])).get(id) ?? noLinks }
}
