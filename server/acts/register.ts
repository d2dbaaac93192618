import { personKeyOf, renumberWaiting } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import {
  addNumber,
  type NewPatient,
  numberKey,
  type PatientNumber,
  patientsByNumber,
  registerPatients,
} from '../patients/store.ts'
import { recordDeaths } from './end-enrolment.ts'
import { dropOfNobody, type ToldOfNobody, toldOfNobody } from './told-of-nobody.ts'

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/**
 * Registers people who are not known yet, with what was told of their numbers before: the other numbers that are theirs,
 * and that they died. Of two numbers of one person the first registers. Gives the ids of the new ones.
 */
export async function register(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  people: readonly NewPatient[],
): Promise<Set<string>> {
  const told = await toldOfNobody(tx, deps, ctx, people)
  const first = Map.groupBy(people, (one) => personOf(told.get(numberKey(one)), one))
  const wanted = [...first.values()].flatMap(([one]) => one ?? [])
  const registered = await registerPatients(tx, deps, ctx, wanted)
  if (told.size > 0) await takeOver(tx, deps, ctx, { wanted, registered, told })
  return registered
}

/** The same for all numbers of one person. */
const personOf = (told: ToldOfNobody | undefined, own: PatientNumber): string =>
  told?.numbers.map(numberKey).toSorted()[0] ?? numberKey(own)

async function takeOver(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  all: { wanted: readonly NewPatient[]; registered: ReadonlySet<string>; told: Map<string, ToldOfNobody> },
) {
  const now = await patientsByNumber(tx, ctx, all.wanted)
  const deaths = new Map<string, string>()
  for (const one of all.wanted) {
    const told = all.told.get(numberKey(one))
    const id = now.get(numberKey(one))?.id
    if (!told || !id || !all.registered.has(id)) continue
    if (told.deceasedOn) deaths.set(id, told.deceasedOn)
    await takeNumbers(tx, deps, ctx, { patientId: id, own: one, numbers: told.numbers })
  }
  // Nobody who has just been registered has a care path that could end.
  await recordDeaths(tx, deps, ctx, new Map(), deaths)
}

/** Whoever has one of these numbers has the others too, and what waits under them; as far as nobody else has them. */
export async function takeNumbers(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  { patientId, own, numbers }: { patientId: string; own: PatientNumber; numbers: readonly PatientNumber[] },
) {
  const taken = await patientsByNumber(tx, ctx, numbers)
  for (const number of numbers.filter((one) => !taken.has(numberKey(one)))) {
    await addNumber(tx, deps, patientId, number)
    await renumberWaiting(tx, personKeyOf(deps.seal, number), personKeyOf(deps.seal, own))
  }
  await dropOfNobody(tx, deps, ctx, numbers)
}
