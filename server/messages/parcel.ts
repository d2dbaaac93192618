import { composeMail, isAddressable, type LinkTokens } from '../acts/compose-mails.ts'
import { composeText } from '../acts/compose-texts.ts'
import type { Deps } from '../deps.ts'
import type { MailFacts } from '../outbox/facts.ts'
import { type Failure, failureOf, gatewayFailureOf } from './send-failure.ts'

/** A message as it leaves: to whom, by what, and what it means when that fails. */
export type Parcel = { to: string; send(): Promise<void>; failureOf(error: unknown): Failure }

/** Writes a message for its channel. 'unsendable' where trying again changes nothing; throws for a fault of the house. */
export async function parcelOf(
  deps: Deps,
  facts: MailFacts,
  links: LinkTokens,
): Promise<Parcel | 'unsendable'> {
  if (facts.message.channel === 'sms') {
    const composed = composeText(deps, facts, links)
    if (!composed) return 'unsendable'
    const { text } = composed
    return { to: text.to, send: () => deps.texts.send(text), failureOf: gatewayFailureOf }
  }
  if (!isAddressable(deps, facts)) return 'unsendable'
  const { mail } = await composeMail(deps, facts, links)
  return { to: mail.to, send: () => deps.mail.send(mail), failureOf }
}
