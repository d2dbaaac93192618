import { and, count, eq, exists, gte, isNotNull, isNull, like, or } from 'drizzle-orm'
import { type Language, ourLanguage } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { links, messages } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { openAddress, openContent } from '../outbox/content.ts'
import type { Message } from '../outbox/facts.ts'
import { enqueueElsewhereForStaff } from '../outbox/store.ts'
import { enqueueElsewhere } from '../outbox/to-patient.ts'
import { keepingTraits } from '../patients/former-traits.ts'
import { endProxyAddress } from '../patients/proxy-address.ts'
import type { Returned } from './read-return.ts'

/** A mailbox that sent back so many mails within so many days is taken for dead, though it says that it may yet work. */
const MOST_BOUNCES = 3
const DAYS = 30

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>

/**
 * What a mail that came back means here: one that bounced did not arrive, and its address may be dead; who wrote an
 * answer is told that nobody reads it there, and where to go. Nothing of what was written is kept. Again is harmless.
 */
export async function takeReturn(deps: Tools, messageId: string, returned: Returned): Promise<void> {
  if (returned.what === 'automatic') return
  await deps.db.transaction(async (tx) => {
    if (returned.what === 'bounced') return markBounced(tx, deps, messageId, returned)
    const [sent] = await tx
      .select({ message: messages, language: organisations.language })
      .from(messages)
      .innerJoin(organisations, eq(organisations.id, messages.organisationId))
      .where(and(eq(messages.id, messageId), isNotNull(messages.sentAt)))
    if (sent) await sayElsewhere(tx, deps, sent.message, ourLanguage(sent.language))
  })
}

/** To the address that we wrote to, whatever address the answer came from. */
async function sayElsewhere(
  tx: Tx,
  deps: Tools,
  { id, organisationId, patientId, proxyId, address, content, kind }: Message,
  language: Language,
) {
  if (patientId) await enqueueElsewhere(tx, deps, patientId, 'mail', proxyId)
  // Two machines would go on for ever; and whoever answered for a patient is no colleague, and was told already.
  if (!address || kind === 'elsewhere' || kind === 'proxy-ended') return
  const to = openAddress(deps.seal, id, address)
  const known = content ? openContent(deps.seal, id, content).language : language
  await enqueueElsewhereForStaff(tx, deps, { organisationId, to, language: known })
}

async function markBounced(
  tx: Tx,
  deps: Tools,
  messageId: string,
  { status, addressDead }: Extract<Returned, { what: 'bounced' }>,
) {
  const at = deps.now().toISOString()
  const [message] = await tx
    .update(messages)
    .set({ failedAt: at, why: status ? `bounce ${status}` : 'bounce' })
    .where(and(eq(messages.id, messageId), isNotNull(messages.sentAt), isNull(messages.failedAt)))
    .returning()
  if (!message?.patientId) return
  const since = new Date(deps.now().getTime() - DAYS * 86_400_000).toISOString()
  if (!addressDead && (await bouncesOf(tx, message, since)) < MOST_BOUNCES) return
  if (!(await wentToToday(tx, messageId))) return
  const { proxyId: id, why } = message
  if (id) return endProxyAddress(tx, deps, { id }, { id: messageId, why: why ?? 'bounce' })
  const works = and(
    eq(patients.id, message.patientId),
    isNull(patients.emailDeadAt),
    isNotNull(patients.email),
  )
  const dead = await keepingTraits(tx, deps, [message.patientId], async () =>
    tx.update(patients).set({ emailDeadAt: at }).where(works).returning({ id: patients.id }),
  )
  if (dead.length > 0)
    await record(tx, deps, systemCtx(message.organisationId, 'mail'), {
      action: 'U',
      type: 'patient.address-dead',
      patients: [message.patientId],
      object: { type: 'message', id: messageId },
      detail: { why: message.why },
    })
}

/**
 * How often the mailbox of today sent something back. Only what is said of addresses and mailboxes counts (RFC 3463, x.1
 * and x.2): a provider that refuses the sender, or cannot be reached, says nothing of who lives there.
 */
async function bouncesOf(tx: Tx, { patientId, proxyId }: Message, since: string): Promise<number> {
  const [row] = await tx
    .select({ n: count().mapWith(Number) })
    .from(messages)
    .where(
      and(
        eq(messages.patientId, patientId ?? ''),
        proxyId ? eq(messages.proxyId, proxyId) : isNull(messages.proxyId),
        gte(messages.failedAt, since),
        or(like(messages.why, 'bounce _.1.%'), like(messages.why, 'bounce _.2.%')),
        exists(tx.select({ id: links.id }).from(links).where(aliveOf(messages.id))),
      ),
    )
  return row?.n ?? 0
}

/** Whether the mail went to the address of today: another address ends the links of the mail before it. */
async function wentToToday(tx: Tx, messageId: string): Promise<boolean> {
  return (await tx.$count(links, aliveOf(messageId))) > 0
}

const aliveOf = (messageId: string | typeof messages.id) =>
  and(eq(links.messageId, messageId), isNull(links.revokedAt))
