import { inArray } from 'drizzle-orm'
import { mayBeAsked } from '../../core/instruments/licence.ts'
import { localDate } from '../../core/time/dates.ts'
import { askedInstruments } from '../acts/asked.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import type { MailFacts } from '../outbox/facts.ts'
import { asking } from '../outbox/kinds.ts'
import { type Claim, claimDue } from './claim.ts'

/**
 * The same as `claimDue`, without what asks only questions that no licence allows to be asked today: a licence may have
 * ended between the evening on which a mail was planned and the morning on which it goes.
 */
export async function claimAllowed(
  deps: Deps,
  ...how: [number, Parameters<typeof claimDue>[2]]
): Promise<Claim> {
  const { taken, suppressed, toSend } = await claimDue(deps, ...how)
  const isAllowed = await allowedIn(deps, toSend)
  const over = toSend.filter((one) => !isAllowed(one)).map(({ message }) => message.id)
  if (over.length > 0)
    await deps.db
      .update(messages)
      .set({ suppressedAt: deps.now().toISOString(), why: 'licence-over', leaseUntil: null })
      .where(inArray(messages.id, over))
  return { taken, suppressed: suppressed + over.length, toSend: toSend.filter(isAllowed) }
}

async function allowedIn({ definitions, now }: Deps, all: readonly MailFacts[]) {
  const versions = await definitions.versions(
    all.flatMap(({ asked }) => asked.map((one) => one.setVersionId)),
  )
  const at = now().toISOString()
  return ({ message, asked, organisation }: MailFacts): boolean => {
    const day = localDate(at, organisation.timeZone)
    const isAsking = (asking as readonly string[]).includes(message.kind) && asked.length > 0
    return (
      !isAsking ||
      asked.some(({ setVersionId, moment }) => {
        const version = versions.get(setVersionId)
        return (
          version !== undefined &&
          askedInstruments(version, moment).instruments.some((one) => mayBeAsked(one, day))
        )
      })
    )
  }
}
