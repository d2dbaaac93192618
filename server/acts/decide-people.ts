import type { PersonMessage } from '../../core/feeds/appointment-message.ts'
import { fold } from '../../core/words/fold.ts'
import type { Directory } from '../appointments/directory.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { isOutdated, withTold } from '../patients/contact.ts'
import { numberKey, type Patient, type PatientNumber } from '../patients/store.ts'
import { type Doubt, doubtId, verdictsOn } from './aside-person.ts'

/**
 * What a message about a person came to: nobody is registered by one. A doubt about who it is waits for a human
 * ('set-aside') and changes nothing, nor does one that somebody rejected ('differs').
 */
export type PersonUpdate = {
  what: 'changed' | 'unchanged' | 'unknown' | 'set-aside' | 'differs'
  patientId: string | null
  /** 'died': nobody knew; 'older': something newer was said of the addresses. */
  notes: ('died' | 'older')[]
}

export type Decided = {
  updates: PersonUpdate[]
  /** Patients as they are after what was told, by id; the same object where nothing changes. */
  rows: Map<string, Patient>
  /** ISO date of death by patient id. */
  deaths: Map<string, string>
  /** What nobody has decided about yet. */
  doubts: Doubt[]
}

/** (assigning authority, number) of people, as they are stored in this organisation. */
export const numbersOf = ({ organisationId, feedRules }: Directory, people: readonly PersonMessage[]) =>
  people.map((person) => patientNumberOf(organisationId, feedRules, person))

/** Decides what becomes of what is told about people. The same for a dry run and for real: nothing is written. */
export async function decidePeople(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'seal'>,
  directory: Directory,
  people: readonly PersonMessage[],
  known: ReadonlyMap<string, Patient>,
): Promise<Decided> {
  const numbers = numbersOf(directory, people)
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
    if (!row) return { what: 'unknown', patientId: null, notes: [] }
    const doubt = doubts.get(place)
    const verdict = doubt ? verdicts.get(doubt.id) : 'accepted'
    if (verdict !== 'accepted')
      return { what: verdict ? 'differs' : 'set-aside', patientId: row.id, notes: [] }
    return takeTold(deps, rows, deaths, row, person)
  })
  return { updates, rows, deaths, doubts: [...doubts.values()].filter(({ id }) => !verdicts.has(id)) }
}

/** Notes what is told of one patient; says whether it changes anything. */
function takeTold(
  { seal, now }: Pick<Deps, 'now' | 'seal'>,
  rows: Map<string, Patient>,
  deaths: Map<string, string>,
  row: Patient,
  person: PersonMessage,
): PersonUpdate {
  const told = withTold(seal, row, person, now().toISOString())
  if (told) rows.set(row.id, told)
  const died = person.deceasedOn !== undefined && row.deceasedOn === null && !deaths.has(row.id)
  if (person.deceasedOn) deaths.set(row.id, person.deceasedOn)
  const isOld = Boolean(person.email ?? person.phone) && isOutdated(row, person)
  return {
    what: died || (told !== null && isElsewhere(told, row)) ? 'changed' : 'unchanged',
    patientId: row.id,
    notes: [...(died ? ['died' as const] : []), ...(isOld ? ['older' as const] : [])],
  }
}

export const isElsewhere = (now: Patient, before: Patient) =>
  now.email !== before.email || now.phone !== before.phone

/** By place: whose name or birth date is another one here. */
function doubtsAmong(
  people: readonly PersonMessage[],
  numbers: readonly PatientNumber[],
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

const isSame = (row: Patient, { givenName, familyName, birthDate }: PersonMessage) =>
  row.searchName === fold(`${givenName} ${familyName}`) && row.birthDate === birthDate
