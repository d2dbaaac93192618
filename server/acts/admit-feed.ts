import type { Admission, AppointmentMessage, PersonMessage } from '../../core/feeds/appointment-message.ts'
import type { EventMessage } from '../../core/feeds/event-message.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import { type FeedSource, noteFeed } from '../appointments/feed-days.ts'
import { personProblems, type Resolved } from '../appointments/resolve.ts'
import { inOrder, isOurs, knownNoneOfOurs, resolveAll } from '../appointments/resolve-all.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { patientsByNumber } from '../patients/store.ts'
import { admitIn } from './admit-appointment.ts'
import { numbersOf, type PersonUpdate } from './decide-people.ts'
import { admitEventsIn, type EventOutcome } from './events/admit-events.ts'
import { isOfOurs, resolveEvents } from './events/resolve-events.ts'
import { updatePeople } from './update-people.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions' | 'config'>

/** What one delivery of a planning system holds. */
export type Delivery = {
  appointments: readonly AppointmentMessage[]
  people: readonly PersonMessage[]
  events: readonly EventMessage[]
}
export type Delivered = { admissions: Admission[]; people: PersonUpdate[]; events: EventOutcome[] }

/**
 * Takes in a delivery of a feed in one transaction, all of it or nothing: appointments first, then what it says about
 * people, then what happened to them. 422 'messages_wrong', 'people_wrong' and 'events_wrong' name every problem by the
 * place in its list.
 */
export async function admitFeed(
  deps: Tools,
  ctx: Ctx,
  { appointments, people, events }: Delivery,
  source: FeedSource,
): Promise<Delivered> {
  const directory = await readDirectory(deps, ctx)
  const known = await knownNoneOfOurs(deps.db, ctx, appointments, directory, {
    teamId: null,
    source,
  })
  const resolved = resolveAll(appointments, directory, null, known)
  mustBePossible(people, directory)
  const happened = resolveEvents(deps, events, directory)
  const told = [...people, ...peopleOfOthers(appointments, resolved, directory)]
  const ours = resolved.filter(isOurs)
  const numbers = [
    ...ours.map(({ authority, message }) => ({ authority, number: message.patient.number })),
    ...numbersOf(directory, told),
    ...happened.filter(isOfOurs).map(({ number }) => number),
  ]
  return deps.db.transaction(async (tx) => {
    const concerned = await patientsByNumber(tx, ctx, numbers)
    await lockPatients(
      tx,
      [...concerned.values()].map(({ id }) => id),
    )
    const admissions = await admitIn(tx, deps, ctx, directory, ours, source)
    const updates = await updatePeople(tx, deps, ctx, directory, told, source)
    const outcomes = await admitEventsIn(tx, deps, ctx, directory, happened, source)
    const taken = appointments.length + people.length + events.length
    await noteFeed(tx, deps, ctx, { source, zone: directory.zone, taken })
    return {
      admissions: inOrder(resolved, admissions),
      people: updates.slice(0, people.length),
      events: outcomes,
    }
  })
}

/** The patients of appointments that are none of ours: who of them we know may have moved or died all the same. */
const peopleOfOthers = (
  appointments: readonly AppointmentMessage[],
  resolved: readonly (Resolved | null)[],
  { today }: Directory,
) =>
  appointments.flatMap(({ patient, changedAt }, at) =>
    resolved[at] === null && personProblems(patient, today).length === 0 ? [{ changedAt, ...patient }] : [],
  )

function mustBePossible(people: readonly PersonMessage[], { today }: Directory) {
  const problems = people.flatMap((person, index) =>
    personProblems(person, today).map((problem) => ({ index, ...problem })),
  )
  if (problems.length > 0)
    throw refused('people_wrong', 'What is said about somebody cannot be; nothing was changed', { problems })
}
