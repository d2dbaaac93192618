import { isSendingHour } from '../../core/time/sending-hours.ts'
import { noLinks, readTokens } from '../acts/compose-mails.ts'
import type { Deps } from '../deps.ts'
import type { MailFacts } from '../outbox/facts.ts'
import { atAnyHour } from '../outbox/kinds.ts'
import { type Channel, canSendTexts } from '../patients/texting.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { createDomainRate, type DomainRate } from './domain-rate.ts'
import { claimAllowed } from './licensed.ts'
import { canSend } from './mail-service.ts'
import { markFailed, markSent, markUnsendable, postpone, release } from './mark.ts'
import { type Parcel, parcelOf } from './parcel.ts'
import { asItGoes, type InHand } from './still-goes.ts'
import { endTexts } from './without-gateway.ts'

const BATCH = 50
/** As many at once as the mail server gets connections. */
const AT_ONCE = 5

export type Sent = { sent: number; suppressed: number; retried: number; failed: number }
type Outcome = keyof Sent
/** What holds mail back for a while: a mail server in trouble, a provider that has had enough for this minute. */
type Brakes = { breaker: Breaker; rate: DomainRate }

/**
 * Sends what is due until nothing is left, mail and text messages beside each other, and says what became of it. What
 * has no server or gateway waits, except in a demo, where it counts as sent and is read in the inbox page. Any number
 * of processes may do this at once.
 */
export async function sendDue(
  deps: Deps,
  breaker: Breaker = createBreaker(),
  rate: DomainRate = createDomainRate(deps.config.MAIL_PER_MINUTE),
  textBreaker: Breaker = createBreaker(),
): Promise<Sent> {
  const [mail, texts] = await Promise.allSettled([
    sendBy(deps, 'mail', { breaker, rate }),
    sendBy(deps, 'sms', { breaker: textBreaker, rate: createDomainRate(0) }),
  ])
  if (mail.status === 'rejected') throw mail.reason
  if (texts.status === 'rejected') throw texts.reason
  return added(mail.value, texts.value)
}

const nothing: Sent = { sent: 0, suppressed: 0, retried: 0, failed: 0 }
const added = (one: Sent, other: Sent): Sent => ({
  sent: one.sent + other.sent,
  suppressed: one.suppressed + other.suppressed,
  retried: one.retried + other.retried,
  failed: one.failed + other.failed,
})

/** The same by one channel; `gotOn` is told after each batch. */
export async function sendBy(
  deps: Deps,
  channel: Channel,
  brakes: Brakes,
  gotOn: () => Promise<void> = async () => {},
): Promise<Sent> {
  const all = { ...nothing }
  if (channel === 'mail' ? !canSend(deps.config) : !canSendTexts(deps.config))
    return channel === 'mail' ? all : { ...all, suppressed: await endTexts(deps) }
  while (!brakes.breaker.isOpen(deps.now())) {
    const { taken, suppressed, toSend } = await claimAllowed(deps, BATCH, { channel })
    all.suppressed += suppressed
    for (const outcome of await deliver(deps, brakes, toSend)) all[outcome] += 1
    if (taken < BATCH) break
    await gotOn()
  }
  return all
}

/** Sends one mail at once, if it is due; for a person who waits for the outcome. */
export async function sendOne(deps: Deps, messageId: string): Promise<void> {
  if (!canSend(deps.config)) return
  const { toSend } = await claimAllowed(deps, 1, { only: messageId })
  await deliver(deps, { breaker: createBreaker(), rate: createDomainRate(0) }, toSend)
}

async function deliver(deps: Deps, brakes: Brakes, batch: readonly MailFacts[]): Promise<Outcome[]> {
  const judgedAt = deps.now().getTime()
  const tokens = await readTokens(
    deps.db,
    deps,
    batch.map(({ message }) => message.id),
  )
  const waiting = [...batch]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let facts = waiting.shift(); facts; facts = waiting.shift()) {
      const links = tokens.get(facts.message.id) ?? noLinks
      const outcome = await goOn(deps, brakes, { facts, links, judgedAt })
      if (outcome) outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return outcomes
}

/** Gives null where it was given back, or is another's by now. */
async function goOn(deps: Deps, brakes: Brakes, inHand: InHand): Promise<Outcome | null> {
  const going = await asItGoes(deps, inHand)
  if (going === 'suppressed') return going
  if (going === 'taken') return null
  const isMoved = going.facts.patient !== null && going.links.optOut === null // to another address, since it was taken
  const mayGo = mayGoAt(going.facts, deps.now().toISOString()) // the hours may have ended since it was taken
  if (!isMoved && mayGo && !brakes.breaker.isOpen(deps.now())) return write(deps, brakes, going)
  await release(deps, [going.facts])
  return null
}

const isAwaited = ({ message }: MailFacts) => (atAnyHour as readonly string[]).includes(message.kind)

const mayGoAt = (facts: MailFacts, now: string) => isAwaited(facts) || isSendingHour(facts.organisation, now)

/** Gives null where it has to wait for its turn. */
async function write(
  deps: Deps,
  { breaker, rate }: Brakes,
  { facts, links }: Omit<InHand, 'judgedAt'>,
): Promise<Outcome | null> {
  const parcel = await parcelOf(deps, facts, links).catch(() => 'not-written' as const)
  if (parcel === 'unsendable' || parcel === 'not-written')
    deps.log.error({ messageId: facts.message.id, why: parcel }, 'a mail cannot be written')
  if (parcel === 'unsendable') {
    await markUnsendable(deps, facts)
    return 'failed'
  }
  // Whatever else went wrong is a fault of the house: it may be mended before the last try.
  if (parcel === 'not-written')
    return markFailed(deps, facts, { why: parcel, final: false, addressDead: false })
  const wait = isAwaited(facts) ? 0 : rate.takes(parcel.to, deps.now())
  if (wait === 0) return post(deps, breaker, facts, parcel)
  await postpone(deps, facts, wait)
  return null
}

// Outside of any transaction: a slow mail server must not hold a row. Whoever dies between the two lines is
// followed by a sender that sends the same mail again, with the same Message-ID and the same link.
async function post(deps: Deps, breaker: Breaker, facts: MailFacts, parcel: Parcel): Promise<Outcome> {
  const failure = await parcel.send().then(() => null, parcel.failureOf)
  if (failure === null) {
    breaker.worked()
    await markSent(deps, facts, parcel.to)
    return 'sent'
  }
  if (!failure.final) breaker.failed(deps.now())
  const { why, addressDead } = failure
  deps.log.warn({ messageId: facts.message.id, why, addressDead }, 'a mail was not taken')
  return markFailed(deps, facts, failure)
}
