import type { z } from 'zod'
import {
  type AppointmentMessage,
  appointmentMessageShape,
  type PersonMessage,
  personMessageShape,
} from '../../core/appointment-message.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { fault, faultsOf, type Issue, refusal } from './outcome.ts'
import { fieldFault, type Places } from './places.ts'
import { type AppointmentDraft, draftOf } from './read-appointment.ts'
import { type Loose, personOf } from './read-patient.ts'
import { findAmong } from './references.ts'
import { appointmentShape, patientShape, type Resource } from './shapes.ts'
import { type Known, whatIsKnown } from './what-is-known.ts'

/** A resource as it was sent: where it stands, by what it is called there, and what is to be done with it. */
export type Sent = {
  resource: Resource
  place: string
  fullUrl?: string | undefined
  method?: string | undefined
}
/** A message, and where in what was sent its fields stand. */
export type Read<Message> = { message: Message; places: Places }
export type ReadDelivery = { appointments: Read<AppointmentMessage>[]; people: Read<PersonMessage>[] }

/** One reading: what was sent, the organisation's date, and what was found wrong so far. */
type Reading = { today: string; faults: Issue[] }

/** What may come along because others refer to it, or around it; nothing of it is kept. */
const BESIDE = [
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Organization',
  'HealthcareService',
  'MessageHeader',
  'Parameters',
]

/** Reads what was sent; 422 with every fault and its place. */
export async function readDelivery(
  deps: Pick<Deps, 'db'>,
  ctx: Ctx,
  sent: readonly Sent[],
  today: string,
): Promise<ReadDelivery> {
  const reading: Reading = { today, faults: sent.flatMap(unsupported) }
  const findFrom = findAmong(sent)
  const drafts = sent.flatMap((one) => {
    const read = readAs(reading, one, 'Appointment', appointmentShape)
    return read ? [draftOf(read, one.place, findFrom(one))] : []
  })
  const people = sent.flatMap((one) => {
    const read = readAs(reading, one, 'Patient', patientShape)
    const places = { appointment: one.place, patient: one.place, inPatient: '' }
    return read ? checked(reading, personMessageShape, personOf(read, today), places) : []
  })
  const known = await whatIsKnown(deps.db, ctx, drafts)
  const appointments = drafts.flatMap((draft) => {
    const filled = withPatient(reading, draft, known)
    return filled ? checked(reading, appointmentMessageShape, filled.message, filled.places) : []
  })
  if (reading.faults.length > 0) throw refusal(reading.faults)
  return { appointments, people }
}

function unsupported({ resource: { resourceType }, place, method = 'PUT' }: Sent): Issue[] {
  if (!['PUT', 'POST'].includes(method))
    return [
      fault(
        'not-supported',
        place,
        'Only PUT and POST; an appointment ends as cancelled or entered-in-error',
      ),
    ]
  return ['Appointment', 'Patient', ...BESIDE].includes(resourceType)
    ? []
    : [fault('not-supported', place, 'Only Appointment and Patient are taken in here')]
}

function readAs<S extends z.ZodType>(
  { faults }: Reading,
  { resource, place }: Sent,
  type: string,
  shape: S,
): z.output<S> | null {
  if (resource.resourceType !== type) return null
  const { data, error } = shape.safeParse(resource)
  if (error) faults.push(...faultsOf(error, place))
  return data ?? null
}

/** An appointment with its patient: from a resource that came along, or from what is known under the number. */
function withPatient(reading: Reading, draft: AppointmentDraft, known: Known): Read<Loose> | null {
  const { message, place, patient } = draft
  const placed = patient && 'from' in patient ? patient.from : null
  const read = placed && readAs(reading, placed, 'Patient', patientShape)
  const person = placed ? read && personOf(read, reading.today) : known.personOf(draft)
  if (!person) {
    if (!placed) reading.faults.push(fault('not-found', `${place}.participant`, WHO))
    return null
  }
  const startsAt = message.startsAt ?? (message.status === 'cancelled' ? known.startOf(draft) : undefined)
  return {
    message: { ...message, startsAt, patient: withoutGaps(person) },
    places: { appointment: place, patient: placed?.place ?? `${place}.participant`, inPatient: 'patient.' },
  }
}

const WHO =
  'Send the Patient too, contained or in the bundle, or name them by an identifier: nobody is known here as this one'

function checked<S extends z.ZodType>(
  { faults }: Reading,
  shape: S,
  message: Loose,
  places: Places,
): Read<z.output<S>>[] {
  const { data, error } = shape.safeParse(withoutGaps(message))
  if (!error) return [{ message: data, places }]
  const problems = error.issues.map(({ path, message: code }) => ({ field: path.join('.'), code }))
  faults.push(...problems.map((problem) => fieldFault(problem, places)))
  return []
}

const withoutGaps = (given: Loose): Loose =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
