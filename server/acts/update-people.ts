import type { PersonMessage } from '../../core/appointment-message.ts'
import { authorityName } from '../../core/feed-rules.ts'
import { fold } from '../../core/fold.ts'
import type { Directory } from '../appointments/directory.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { saveContacts, withTold } from '../patients/contact.ts'
import { authorityOf, numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import { recordDeaths } from './end-enrolment.ts'
import { moveAddresses } from './move-address.ts'

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/** What a message about a person came to: nobody is registered by one, and a doubt about who it is changes nothing. */
export type PersonUpdate = { what: 'changed' | 'unchanged' | 'unknown' | 'differs'; patientId: string | null }

/** (assigning authority, number) of people, as they are stored in this organisation. */
export const numbersOf = ({ organisationId, feedRules }: Directory, people: readonly PersonMessage[]) =>
  people.map(({ authority, number }) => ({
    authority: authorityOf(organisationId, authorityName(feedRules, authority)),
    number,
  }))

/**
 * Takes over what a feed says about people we know: how they are reached, unless something newer was said, and that they
 * died, which ends what was planned however old the message is: no feed takes a death back. In the caller's transaction and under the caller's lock.
 */
export async function updatePeople(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  people: readonly PersonMessage[],
): Promise<PersonUpdate[]> {
  const numbers = numbersOf(directory, people)
  const known = await patientsByNumber(tx, ctx, numbers)
  const rows = new Map([...known.values()].map((row) => [row.id, row]))
  const deaths = new Map<string, string>()
  const updates = people.map((person, place): PersonUpdate => {
    const number = numbers[place]
    const found = number && known.get(numberKey(number))
    const row = found && rows.get(found.id)
    if (!row) return { what: 'unknown', patientId: null }
    if (!isSame(row, person)) return { what: 'differs', patientId: row.id }
    const told = withTold(deps.seal, row, person, deps.now().toISOString())
    if (told) rows.set(row.id, told)
    const changed = told !== null && isElsewhere(told, row)
    const died = person.deceasedOn !== undefined && row.deceasedOn === null
    if (person.deceasedOn) deaths.set(row.id, person.deceasedOn)
    return { what: changed || died ? 'changed' : 'unchanged', patientId: row.id }
  })
  await writeContacts(tx, deps, ctx, [...known.values()], rows)
  await recordDeaths(tx, deps, ctx, directory.versions, deaths)
  return updates
}

const isElsewhere = (now: Patient, before: Patient) =>
  now.email !== before.email || now.phone !== before.phone

const isSame = (row: Patient, { givenName, familyName, birthDate }: PersonMessage) =>
  row.searchName === fold(`${givenName} ${familyName}`) && row.birthDate === birthDate

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
}
