import type { Admission } from '../../../core/feeds/appointment-message.ts'
import type { Directory } from '../../appointments/directory.ts'
import type { Resolved } from '../../appointments/resolve.ts'
import { adoptEvents, personKeyOf } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { numberKey, patientsByNumber } from '../../patients/store.ts'
import { applyEvents } from '../events/apply-events.ts'
import { register } from '../register.ts'
import type { Desk } from './desk.ts'
import type { World } from './world.ts'

// The people that messages about appointments are of: who they are here, and what was told of them besides.

const numbersOf = (chunk: readonly Resolved[]) =>
  chunk.map(({ authority, message }) => ({ authority, number: message.patient.number }))

/** Of those who are known here. */
export async function idsOf(tx: Tx, ctx: Ctx, chunk: readonly Resolved[]): Promise<string[]> {
  const known = await patientsByNumber(tx, ctx, numbersOf(chunk))
  return [...known.values()].map(({ id }) => id)
}

/** Registers whoever is not known yet and may come in; gives the ids of these. */
export async function registerUnknown(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  { language }: Directory,
  chunk: readonly Resolved[],
): Promise<Set<string>> {
  const known = await patientsByNumber(tx, ctx, numbersOf(chunk))
  const unknown = chunk.filter(({ person, outside, side }) => !known.has(person) && !outside && side !== null)
  const people = unknown.map(({ authority, message }) => ({
    ...message.patient,
    authority,
    language: message.patient.language ?? language,
    changedAt: message.patient.changedAt ?? message.changedAt,
  }))
  const first = Map.groupBy(people, numberKey)
  return register(
    tx,
    deps,
    ctx,
    [...first.values()].flatMap(([person]) => person ?? []),
  )
}

/** What was told of these people before they were known here, or on this path, has its consequences now. */
export async function applyToldBefore(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  { versions }: Directory,
  { chunk, world, writes }: { chunk: readonly Resolved[]; world: World; writes: Desk['writes'] },
) {
  const paths = [...writes.enrolments.values()]
  if (paths.length === 0) return
  const begun = new Set(paths.map(({ patientId }) => patientId))
  const people = chunk.flatMap(({ person, authority, message }) => {
    const patient = world.patients.get(person)
    const number = { authority, number: message.patient.number }
    return patient && begun.has(patient.id)
      ? [{ patientId: patient.id, personKey: personKeyOf(deps.seal, number) }]
      : []
  })
  await adoptEvents(tx, deps, people)
  await applyEvents(tx, deps, ctx, versions, [...begun])
}

/** The numbers of those of whom there is no doubt who they are. */
export const bsnsOf = (chunk: readonly Resolved[], admissions: readonly Admission[]) =>
  chunk.flatMap(({ message: { patient, changedAt } }, place) => {
    const { patientId, what } = admissions[place] ?? {}
    return patientId && what !== 'set-aside' && what !== 'skipped'
      ? [{ changedAt, ...patient, patientId }]
      : []
  })
