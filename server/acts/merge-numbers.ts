import { type FeedSource, noteFeed } from '../appointments/feed-days.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import { record } from '../audit/store.ts'
import { adoptEvents, personKeyOf, renumberWaiting } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { lockPatients } from '../patients/lock.ts'
import { numberKey, type PatientNumber, patientsByNumber } from '../patients/store.ts'
import { setMergeAside } from './aside-merge.ts'
import { recordDeaths } from './end-enrolment.ts'
import { applyEvents } from './events/apply-events.ts'
import { versionsOfPatients } from './plan-enrolment.ts'
import { takeNumbers } from './register.ts'
import { keepOfNobody, toldOfNobody } from './told-of-nobody.ts'

/** A number as a message names it. */
type Told = { number: string; authority?: string | undefined }
export type Merged = 'joined' | 'nothing' | 'set-aside'

/**
 * Two numbers are of one person: whoever is known under one is known under the other too, so that a message with either
 * finds them, and what was told under it before holds for them; of somebody who is not known yet it is kept that both numbers
 * are theirs. Where each has a record of its own it waits for a person's decision.
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
    await noteFeed(tx, deps, ctx, { source, zone, taken: 1 })
    if (!first && !second) return keepBoth(tx, deps, ctx, source, { one, other })
    if (first?.id === second?.id) return 'nothing'
    if (first && second)
      return setMergeAside(tx, deps, ctx, source, {
        merge: { kept: one, gone: other },
        patients: [first, second],
      })
    const [own, added] = first ? [one, other] : [other, one]
    await join(tx, deps, ctx, versions, { patientId: (first ?? second)?.id ?? '', own, added })
    return 'joined'
  })
}

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/** Nobody has either number yet: whoever is known by one first has the other too. */
async function keepBoth(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  source: FeedSource,
  { one, other }: Record<'one' | 'other', PatientNumber>,
): Promise<Merged> {
  const isNew = await keepOfNobody(tx, deps, ctx, source, [{ numbers: [one, other] }])
  const moved = await renumberWaiting(tx, personKeyOf(deps.seal, other), personKeyOf(deps.seal, one))
  return isNew || moved ? 'joined' : 'nothing'
}

/** A patient gets another number, with what was told under it while nobody had it. */
async function join(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  versions: SetVersions,
  { patientId, own, added }: { patientId: string; own: PatientNumber; added: PatientNumber },
) {
  const told = (await toldOfNobody(tx, deps, ctx, [added])).get(numberKey(added))
  await takeNumbers(tx, deps, ctx, { patientId, own, numbers: told?.numbers ?? [added] })
  await adoptEvents(tx, deps, [{ patientId, personKey: personKeyOf(deps.seal, own) }])
  if (told?.deceasedOn) await recordDeaths(tx, deps, ctx, versions, new Map([[patientId, told.deceasedOn]]))
  await applyEvents(tx, deps, ctx, versions, [patientId])
  await record(tx, deps, ctx, { action: 'U', type: 'patient.number-added', patients: [patientId] })
}
