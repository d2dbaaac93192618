import { sayRanges } from '../../core/feeds/event-count.ts'
import { noteFeed } from '../appointments/feed-days.ts'
import { noteSubscription } from '../appointments/feed-subscriptions.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { carriedBy, type Notification } from './notification.ts'
import type { Issue } from './outcome.ts'
import type { FhirBundle } from './shapes.ts'
import { countingRefusals, type Taken, takeIn } from './take-in.ts'

const PLACE = 'Bundle.entry[0].resource'

/**
 * Takes in a notification of a subscription: what it carries as if it were sent by itself, and then that it came. Told in
 * this order, so that an event whose resources were refused, or were lost halfway, is still missing.
 */
export async function takeNotification(
  deps: Deps,
  ctx: Ctx,
  bundle: FhirBundle,
  told: Notification,
): Promise<Taken> {
  const taken = told.heard.kind === 'events' ? await takeEvents(deps, ctx, bundle, told) : []
  const { timeZone: zone } = await readOrganisation(deps.db, ctx)
  const count = await deps.db.transaction(async (tx) => {
    if (told.heard.kind !== 'events') await noteFeed(tx, deps, ctx, { source: 'fhir', zone })
    return noteSubscription(tx, deps, ctx, told)
  })
  const missing = count?.missing ?? []
  const gap = missing.length > 0 ? [missed(sayRanges(missing))] : []
  return [...taken, ...[HEARD, ...gap].map((issue) => ({ place: PLACE, issue }))]
}

async function takeEvents(deps: Deps, ctx: Ctx, bundle: FhirBundle, told: Notification): Promise<Taken> {
  const sent = await countingRefusals(deps, ctx, bundle.entry.length - 1, async () => carriedBy(bundle, told))
  return takeIn(deps, ctx, sent)
}

const HEARD: Issue = {
  severity: 'information',
  code: 'informational',
  diagnostics: 'The notification was heard.',
}

const missed = (numbers: string): Issue => ({
  severity: 'warning',
  code: 'incomplete',
  diagnostics: `These events of the subscription did not come: ${numbers}. Send them again.`,
  details: { coding: [{ code: 'events-missing' }] },
})
