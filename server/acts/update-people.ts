import type { PersonMessage } from '../../core/feeds/appointment-message.ts'
import { fold } from '../../core/words/fold.ts'
import type { Directory } from '../appointments/directory.ts'
import type { FeedSource } from '../appointments/feed-days.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { saveContacts, withTold } from '../patients/contact.ts'
import { numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import { type Doubt, doubtId, setAsidePeople, verdictsOn } from './aside-person.ts'
import { recordDeaths } from './end-enrolment.ts'
import { moveAddresses, moveNumbers } from './move-address.ts'

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/**
 * What a message about a person came to: nobody is registered by one. A doubt about who it is waits for a human
 * ('set-aside') and changes nothing, nor does one that somebody rejected ('differs').
 */
export type PersonUpdate = {
  what: 'changed' | 'unchanged' | 'unknown' | 'set-aside' | 'differs'
  patientId: string | null
}

/** (assigning authority, number) of people, as they are stored in this organisation. */
export const numbersOf = ({ organisationId, feedRules }: Directory, people: readonly PersonMessage[]) =>
  people.map((person) => patientNumberOf(organisationId, feedRules, person))

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
  source: FeedSource,
): Promise<PersonUpdate[]> {
  const numbers = numbersOf(directory, people)
  const known = await patientsByNumber(tx, ctx, numbers)
  const doubts = doubtsAmong(people, numbers, known)
  const verdicts = await verdictsOn(
    tx,
    [...doubts.values()].map(({ id }) => id),
  )
  const rows = new Map([...known.values()].map((row) => [row.id, row]))
  const deaths = new Map<string, string>()
  const updates = people.map((person, place): PersonUpdate => {
    const number = numbers[place]
    const row = rows.get((number && known.get(numberKey(number))?.id) ?? '')
    if (!row) return { what: 'unknown', patientId: null }
    const doubt = doubts.get(place)
    const verdict = doubt ? verdicts.get(doubt.id) : 'accepted'
    if (verdict !== 'accepted') return { what: verdict ? 'differs' : 'set-aside', patientId: row.id }
    const isNews = takeTold(deps, rows, deaths, row, person)
    return { what: isNews ? 'changed' : 'unchanged', patientId: row.id }
  })
  const open = [...doubts.values()].filter(({ id }) => !verdicts.has(id))
  await setAsidePeople(tx, deps, ctx, source, open)
  await writeContacts(tx, deps, ctx, [...known.values()], rows)
  await recordDeaths(tx, deps, ctx, directory.versions, deaths)
  return updates
}

/** Notes what is told of one patient; says whether it changes anything. */
function takeTold(
  { seal, now }: Tools,
  rows: Map<string, Patient>,
  deaths: Map<string, string>,
  row: Patient,
  person: PersonMessage,
): boolean {
  const told = withTold(seal, row, person, now().toISOString())
  if (told) rows.set(row.id, told)
  if (person.deceasedOn) deaths.set(row.id, person.deceasedOn)
  const died = person.deceasedOn !== undefined && row.deceasedOn === null
  return died || (told !== null && isElsewhere(told, row))
}

/** By place: whose name or birth date is another one here. */
function doubtsAmong(
  people: readonly PersonMessage[],
  numbers: ReturnType<typeof numbersOf>,
  known: ReadonlyMap<string, Patient>,
): ReadonlyMap<number, Doubt> {
  return new Map(
    people.flatMap((person, place) => {
      const number = numbers[place]
      const row = number && known.get(numberKey(number))
      if (!number || !row || isSame(row, person)) return []
      return [[place, { id: doubtId(numberKey(number), person), person, patientId: row.id }] as const]
    }),
  )
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
