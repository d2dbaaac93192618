import { type FeedSource, noteFeed } from '../appointments/feed-days.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import { record } from '../audit/store.ts'
import { adoptEvents, personKeyOf, renumberWaiting } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { lockPatients } from '../patients/lock.ts'
import { addNumber, numberKey, type PatientNumber, patientsByNumber } from '../patients/store.ts'
import { applyEvents } from './events/apply-events.ts'
import { versionsOfPatients } from './plan-enrolment.ts'

/** A number as a message names it. */
type Told = { number: string; authority?: string | undefined }
export type Merged = 'joined' | 'nothing' | 'both-known'

/**
 * Two numbers are of one person: whoever is known under one is known under the other too, so that a message with either
 * finds them, and what was told under it before holds for them; of somebody who is not known yet it waits under the number
 * that stays. Where each has a record of its own nothing is joined: that
 * takes a person's judgement.
 */
export async function mergeNumbers(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions'>,
  ctx: Ctx,
  { kept, gone }: { kept: Told; gone: Told },
  source: FeedSource,
): Promise<Merged> {
  const { content: rules } = await readFeedRules(deps.db, ctx)
  const { timeZone: zone } = await readOrganisation(deps.db, ctx)
  const one = patientNumberOf(ctx.organisationId, rules, kept)
  const other = patientNumberOf(ctx.organisationId, rules, gone)
  const before = await patientsByNumber(deps.db, ctx, [one, other])
  const versions = await versionsOfPatients(
    deps,
    [...before.values()].map(({ id }) => id),
  )
  return deps.db.transaction(async (tx) => {
    const found = await patientsByNumber(tx, ctx, [one, other])
    await lockPatients(
      tx,
      [...found.values()].map(({ id }) => id),
    )
    const known = await patientsByNumber(tx, ctx, [one, other])
    const [first, second] = [known.get(numberKey(one)), known.get(numberKey(other))]
    if (first && second && first.id !== second.id) return 'both-known'
    await noteFeed(tx, deps, ctx, { source, zone, taken: 1 })
    const patient = first ?? second
    const keyOf = (number: PatientNumber) => personKeyOf(deps.seal, number)
    if (!patient) return (await renumberWaiting(tx, keyOf(other), keyOf(one))) ? 'joined' : 'nothing'
    if (first?.id === second?.id) return 'nothing'
    const added = first ? other : one
    await addNumber(tx, deps, patient.id, added)
    // What was told under that number waited for somebody to have it.
    await adoptEvents(tx, deps, [{ patientId: patient.id, personKey: keyOf(added) }])
    await applyEvents(tx, deps, ctx, versions, [patient.id])
    await record(tx, deps, ctx, { action: 'U', type: 'patient.number-added', patients: [patient.id] })
    return 'joined'
  })
}
