import type { Admission, PersonMessage } from '../../core/feeds/appointment-message.ts'
import type { Directory } from '../appointments/directory.ts'
import { record } from '../audit/store.ts'
import { adoptEvents, personKeyOf } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { numberKey, type Patient, patientsByNumber } from '../patients/store.ts'
import { decidePeople, numbersOf, type PersonUpdate } from './decide-people.ts'
import { register } from './register.ts'
import { updatePeople } from './update-people.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>

/** What became of one person in a file, in the terms of an admission: there is no appointment and no care path. */
export type Registration = Omit<Admission, 'what'> & {
  what: 'registered' | 'changed' | 'unchanged' | 'set-aside' | 'skipped'
}

/**
 * Takes in some people of a file in one transaction. Who is not known yet is registered, because somebody chose this file
 * and saw whom it names; who died before we knew them is not. Who is known is treated as by a feed (`updatePeople`).
 */
export const registerPeople = (
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  people: readonly PersonMessage[],
  alongside: (tx: Tx) => Promise<unknown>,
): Promise<Registration[]> =>
  deps.db.transaction(async (tx) => {
    const registered = await registerUnknown(tx, deps, ctx, directory, people)
    const known = await patientsByNumber(tx, ctx, numbersOf(directory, people))
    await lockPatients(
      tx,
      [...known.values()].map(({ id }) => id),
    )
    const updates = await updatePeople(tx, deps, ctx, directory, people, 'csv')
    await alongside(tx)
    return updates.map((update, place) =>
      registrationOf(update, people[place] as PersonMessage, {
        isNew: registered.has(update.patientId ?? ''),
        hasAddress: hasAddress(directory, known, people[place] as PersonMessage),
      }),
    )
  })

/** What would become of them, without writing: the same decisions on the same facts. */
export async function previewPeople(
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  people: readonly PersonMessage[],
): Promise<Registration[]> {
  const known = await patientsByNumber(deps.db, ctx, numbersOf(directory, people))
  const { updates } = await decidePeople(deps.db, deps, directory, people, known)
  return updates.map((update, place) => {
    const person = people[place] as PersonMessage
    const imagined = update.what === 'unknown' && isRegistered(person)
    return registrationOf(
      imagined ? { what: 'unchanged', patientId: deps.newId('pat'), notes: [] } : update,
      person,
      { isNew: imagined, hasAddress: hasAddress(directory, known, person) },
    )
  })
}

const isRegistered = ({ deceasedOn }: PersonMessage) => deceasedOn === undefined

/** Who is not known yet; what was told of them before is theirs from now on. Gives their ids. */
async function registerUnknown(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  people: readonly PersonMessage[],
): Promise<ReadonlySet<string>> {
  const numbers = numbersOf(directory, people)
  const known = await patientsByNumber(tx, ctx, numbers)
  const unknown = people.flatMap((person, place) => {
    const number = numbers[place]
    if (!number || known.has(numberKey(number)) || !isRegistered(person)) return []
    return [{ ...person, ...number, language: person.language ?? directory.language }]
  })
  const registered = await register(tx, deps, ctx, unknown)
  if (registered.size === 0) return registered
  const now = await patientsByNumber(tx, ctx, unknown)
  await adoptEvents(
    tx,
    deps,
    unknown.flatMap((number) => {
      const patientId = now.get(numberKey(number))?.id
      return patientId ? [{ patientId, personKey: personKeyOf(deps.seal, number) }] : []
    }),
  )
  await record(tx, deps, ctx, { action: 'C', type: 'patient.registered', patients: [...registered] })
  return registered
}

const hasAddress = (
  directory: Directory,
  known: ReadonlyMap<string, Patient>,
  person: PersonMessage,
): boolean => {
  const [number] = numbersOf(directory, [person])
  return Boolean(person.email ?? (number && known.get(numberKey(number))?.email))
}

function registrationOf(
  update: PersonUpdate,
  person: PersonMessage,
  { isNew, hasAddress }: { isNew: boolean; hasAddress: boolean },
): Registration {
  const { what, reason } = isNew
    ? { what: 'registered' as const, reason: null }
    : becameOf(update.what, person)
  const lacksAddress = !hasAddress && !person.deceasedOn && (isNew || what === 'changed')
  return {
    what,
    reason,
    person: update.patientId === null ? null : isNew ? 'new' : 'known',
    enrolment: 'none',
    notes: [...update.notes, ...(lacksAddress ? ['no-address'] : [])],
    patientId: update.patientId,
    enrolmentId: null,
    appointmentId: null,
  }
}

function becameOf(
  what: PersonUpdate['what'],
  { deceasedOn }: PersonMessage,
): Pick<Registration, 'what' | 'reason'> {
  if (what === 'unknown') return { what: 'skipped', reason: 'died-unknown' }
  if (what === 'differs') return { what: 'skipped', reason: 'rejected-before' }
  if (what === 'set-aside') return { what, reason: deceasedOn ? 'death-in-doubt' : 'news-in-doubt' }
  return { what, reason: null }
}
