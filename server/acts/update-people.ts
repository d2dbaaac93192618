import type { PersonMessage } from '../../core/feeds/appointment-message.ts'
import type { Directory } from '../appointments/directory.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { keepBsns } from '../patients/bsns.ts'
import { saveContacts } from '../patients/contact.ts'
import { type Patient, patientsByNumber } from '../patients/store.ts'
import type { Source } from './admit/desk.ts'
import { setAsidePeople } from './aside-person.ts'
import { decidePeople, isElsewhere, numbersOf, type PersonUpdate } from './decide-people.ts'
import { recordDeaths } from './end-enrolment.ts'
import { moveAddresses, moveNumbers } from './move-address.ts'
import { keepOfNobody } from './told-of-nobody.ts'

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/**
 * Takes over what a feed or a file says about people we know: how they are reached, unless something newer was said, and
 * that they died, which ends what was planned however old the message is: no feed takes a death back. In the caller's
 * transaction and under the caller's lock.
 */
export async function updatePeople(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  people: readonly PersonMessage[],
  source: Source,
): Promise<PersonUpdate[]> {
  const known = await patientsByNumber(tx, ctx, numbersOf(directory, people))
  const { updates, rows, deaths, doubts } = await decidePeople(tx, deps, directory, people, known)
  await setAsidePeople(tx, { ...deps, bsn: directory.bsn }, ctx, source, doubts)
  await writeContacts(tx, deps, ctx, [...known.values()], rows)
  await recordDeaths(tx, deps, ctx, directory.versions, deaths)
  const sure = people.flatMap((person, place) => {
    const { what, patientId } = updates[place] ?? {}
    return patientId && (what === 'changed' || what === 'unchanged') ? [{ ...person, patientId }] : []
  })
  await keepOfNobody(tx, deps, ctx, source, diedUnknown(directory, people, updates))
  await keepBsns(tx, deps, ctx, directory, source, sure)
  return updates
}

/** Who died before anybody here knew them: an older booking may still come. */
const diedUnknown = (
  directory: Directory,
  people: readonly PersonMessage[],
  updates: readonly PersonUpdate[],
) => {
  const numbers = numbersOf(directory, people)
  return people.flatMap(({ deceasedOn }, place) => {
    const number = numbers[place]
    return deceasedOn && number && updates[place]?.what === 'unknown'
      ? [{ numbers: [number], deceasedOn }]
      : []
  })
}

async function writeContacts(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  before: readonly Patient[],
  after: ReadonlyMap<string, Patient>,
) {
  const changed = before.flatMap((row) => {
    const now = after.get(row.id)
    return now && now !== row ? [{ now, before: row }] : []
  })
  if (changed.length === 0) return
  await saveContacts(
    tx,
    deps,
    changed.map(({ now }) => now),
  )
  const patients = changed.flatMap(({ now, before }) => (isElsewhere(now, before) ? [now.id] : []))
  if (patients.length > 0)
    await record(tx, deps, ctx, { action: 'U', type: 'patient.contact-changed', patients })
  await moveAddresses(
    tx,
    deps,
    ctx,
    changed.flatMap(({ now, before }) => (now.emailKey === before.emailKey ? [] : [now.id])),
  )
  await moveNumbers(
    tx,
    deps,
    ctx,
    changed.flatMap(({ now, before }) => (now.phone === before.phone ? [] : [now.id])),
  )
}
