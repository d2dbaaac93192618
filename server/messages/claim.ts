import { and, asc, eq, inArray, isNull, lt, lte, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { given } from '../db/given.ts'
import { listQuery, type Places } from '../db/list-query.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { addLinks } from '../links/store.ts'
import { type MailFacts, readFacts } from '../outbox/facts.ts'
import { asking, atAnyHour } from '../outbox/kinds.ts'
import { anyPause, isHeld } from '../outbox/pauses.ts'
import { verdict, type Why } from '../outbox/verdict.ts'
import { lockPatients } from '../patients/lock.ts'
import type { Channel } from '../patients/texting.ts'
import { awakeAt } from './awake.ts'
import { leaseFrom } from './lease.ts'

/** Somebody may want to unsubscribe long after the questions closed. */
const OPT_OUT_DAYS = 400

const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString()

export type Claim = { taken: number; suppressed: number; toSend: MailFacts[] }

/**
 * Takes messages that are due in hand, so that no other sender does, and in the same transaction decides whether each
 * may still go: what has been answered, ended, cancelled or refused meanwhile is suppressed with its reason, the rest
 * get their links. What is only about paused outcome sets is not taken and goes on waiting. `only` takes one message by
 * its id.
 */
export async function claimDue(
  deps: Deps,
  limit: number,
  { channel = 'mail', only }: { channel?: Channel; only?: string } = {},
): Promise<Claim> {
  const now = deps.now().toISOString()
  const awake = await awakeAt(deps.db, now)
  return deps.db.transaction(async (tx) => {
    const houses = ['', ...awake.map(({ id }) => id)] // by night there is mail that goes at any hour
    const leaseUntil = leaseFrom(deps.now())
    const take = only === undefined ? takeDue : takeOne
    const taken = await take(tx, { houses }, { now, leaseUntil, limit, only, channel })
    // An act on a patient in between (another address, links ended) is done before this looks, or waits for it.
    await lockPatients(
      tx,
      taken.flatMap(({ patientId }) => patientId ?? []),
    )
    const facts = await readFacts(tx, taken, now)
    const judged = facts.map((one) => ({ one, why: verdict(one, now) }))
    const toSend = judged.flatMap(({ one, why }) => (why === null ? [one] : []))
    await suppress(tx, judged, now)
    await addLinks(
      tx,
      deps,
      toSend.flatMap((one) => linksOf(one, now)),
    )
    return { taken: taken.length, suppressed: judged.length - toSend.length, toSend }
  })
}

// Finding a message locks it, so of two senders only one has it. Who takes what is due passes over what another has just
// found and takes the next: waiting for it would end with nothing in hand. SQLite has one writer anyway.
function taking(tx: Tx, houses: Places, only?: SQL) {
  const now = sql.placeholder('now')
  const free = and(
    isNull(messages.sentAt),
    isNull(messages.suppressedAt),
    isNull(messages.failedAt),
    eq(messages.channel, sql.placeholder('channel')),
    lte(messages.dueAt, now),
    or(isNull(messages.leaseUntil), lt(messages.leaseUntil, now)),
    or(inArray(messages.kind, [...atAnyHour]), inArray(messages.organisationId, houses)),
    or(notExists(anyPause(tx)), not(isHeld(tx))),
    only,
  )
  const found = tx
    .select({ id: messages.id })
    .from(messages)
    .where(free)
    .orderBy(asc(messages.dueAt), asc(messages.id))
    .limit(sql.placeholder('limit'))
  const locking = dialect === 'sqlite' ? found : found.for('update', only ? {} : { skipLocked: true })
  const due = tx.$with('due').as(locking) // not within the condition: there it might be run more than once
  return tx
    .with(due)
    .update(messages)
    .set({ leaseUntil: given('leaseUntil', messages.leaseUntil) })
    .where(inArray(messages.id, tx.select({ id: due.id }).from(due)))
    .returning()
}

const takeDue = listQuery('take_due', ['houses'], (tx, { houses }) => taking(tx, houses))
const takeOne = listQuery('take_one', ['houses'], (tx, { houses }) =>
  taking(tx, houses, eq(messages.id, sql.placeholder('only'))),
)

async function suppress(tx: Tx, judged: readonly { one: MailFacts; why: Why | null }[], now: string) {
  for (const [why, group] of Map.groupBy(judged, ({ why }) => why)) {
    if (why === null) continue
    const ids = group.map(({ one }) => one.message.id)
    await tx
      .update(messages)
      .set({ suppressedAt: now, why, leaseUntil: null })
      .where(inArray(messages.id, ids))
  }
}

function linksOf({ message, asked }: MailFacts, now: string) {
  const { id: messageId, patientId, kind, channel } = message
  if (!patientId) return []
  const optOut = {
    kind: 'opt-out' as const,
    patientId,
    messageId,
    diesAt: later(now, OPT_OUT_DAYS * 86_400_000),
  }
  const diesAt = asked
    .map(({ linkDeadAt }) => linkDeadAt)
    .toSorted()
    .at(-1)
  const asks = (asking as readonly string[]).includes(kind)
  const answer = { kind: 'answer' as const, patientId, messageId, typed: channel === 'sms' }
  return asks && diesAt ? [{ ...answer, diesAt }, optOut] : [optOut]
}
