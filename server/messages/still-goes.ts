import { and, eq, isNull } from 'drizzle-orm'
import { type LinkTokens, noLinks, readTokens } from '../acts/compose-mails.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { type MailFacts, readFacts } from '../outbox/facts.ts'
import { verdict } from '../outbox/verdict.ts'
import { leaseFrom } from './lease.ts'

/** What was judged so long ago is judged again before it goes: a slow mail server makes a batch last for minutes. */
const FRESH_MS = 5_000

/** A message taken in hand, with its links, and the instant in milliseconds at which it was judged. */
export type InHand = { facts: MailFacts; links: LinkTokens; judgedAt: number }
type Going = Omit<InHand, 'judgedAt'>

/**
 * A message in hand as it is at the moment it is to go. 'suppressed' where it must not go any more, which is written down
 * with its reason; 'taken' where it waited for so long that another sender has it. A mail that says thank you is looked
 * at again however short it was in hand: after a loss it hurts.
 */
export async function asItGoes(deps: Deps, inHand: InHand): Promise<Going | 'suppressed' | 'taken'> {
  const { facts, judgedAt } = inHand
  const now = deps.now()
  const age = now.getTime() - judgedAt // less than nothing where the clock was put back meanwhile
  const isFresh = age >= 0 && age < FRESH_MS
  if (!isFresh && !(await heldOn(deps, facts, now))) return 'taken'
  return facts.patient && (!isFresh || facts.message.kind === 'thanks')
    ? judgedAgain(deps, facts, now.toISOString())
    : inHand
}

// Whoever is slow must not send what another took up after the lease had run out.
async function heldOn({ db }: Deps, { message }: MailFacts, now: Date): Promise<boolean> {
  const stillOurs = and(
    eq(messages.id, message.id),
    eq(messages.leaseUntil, message.leaseUntil ?? ''),
    isNull(messages.sentAt),
  )
  const held = await db
    .update(messages)
    .set({ leaseUntil: leaseFrom(now) })
    .where(stillOurs)
    .returning({ id: messages.id })
  return held.length > 0
}

async function judgedAgain(deps: Deps, { message }: MailFacts, at: string): Promise<Going | 'suppressed'> {
  const { id } = message
  const [again] = await readFacts(deps.db, [message], at)
  const why = again ? verdict(again, at) : null
  if (!again || why) {
    const unsent = and(eq(messages.id, id), isNull(messages.sentAt))
    await deps.db.update(messages).set({ suppressedAt: at, why, leaseUntil: null }).where(unsent)
    return 'suppressed'
  }
  return { facts: again, links: (await readTokens(deps.db, deps, [id])).get(id) ?? noLinks }
}
