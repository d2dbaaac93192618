import {
  type AppointmentMessage,
  appointmentMessageShape,
  type PersonMessage,
  personMessageShape,
} from '../../core/feeds/appointment-message.ts'
import type { EventMessage } from '../../core/feeds/event-message.ts'
import { authorityName } from '../../core/feeds/feed-rules.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { fault, type Issue, refusal } from './outcome.ts'
import { type AppointmentDraft, draftOf } from './read-appointment.ts'
import { clinicalTypes } from './read-event.ts'
import { readEvents } from './read-events.ts'
import type { Day, Loose } from './read-patient.ts'
import {
  checked,
  isPartial,
  type LeftOut,
  patientAt,
  type Read,
  type Reading,
  readAs,
  type Sent,
  WHO,
  wholly,
  withoutGaps,
} from './reading.ts'
import { findAmong } from './references.ts'
import { appointmentShape } from './shapes.ts'
import { type Known, whatIsKnown } from './what-is-known.ts'

export type ReadDelivery = {
  appointments: Read<AppointmentMessage>[]
  people: Read<PersonMessage>[]
  events: Read<EventMessage>[]
  leftOut: LeftOut[]
}

const TAKEN = ['Appointment', 'Patient', ...clinicalTypes]
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
  day: Day,
): Promise<ReadDelivery> {
  const { content: rules } = await readFeedRules(deps.db, ctx)
  const reading: Reading = { day, faults: sent.flatMap(unsupported), leftOut: [] }
  const findFrom = findAmong(sent)
  const isOurs = (system: string) => authorityName(rules, system) === undefined
  const drafts = sent.flatMap((one) => {
    const read = readAs(reading, one, 'Appointment', appointmentShape)
    return read ? [draftOf(read, one.place, findFrom(one), isOurs)] : []
  })
  const told = sent.flatMap((one) => {
    const person = patientAt(reading, one)
    return person ? [{ person, place: one.place }] : []
  })
  const attached = new Map(drafts.map((draft) => [draft, attachedTo(reading, draft)]))
  const partial = [...told.map(({ person }) => person), ...attached.values()].filter(isPartial)
  const known = await whatIsKnown(deps.db, ctx, rules, attached, partial)
  const people = told.flatMap(({ person, place }) => {
    const whole = wholly(reading, known, person, place)
    return whole
      ? checked(reading, personMessageShape, whole, { appointment: place, patient: place, inPatient: '' })
      : []
  })
  const appointments = drafts.flatMap((draft) => {
    const filled = withPatient(reading, draft, attached.get(draft) ?? null, known)
    return filled ? checked(reading, appointmentMessageShape, filled.message, filled.places) : []
  })
  const events = readEvents(reading, sent)
  if (reading.faults.length > 0) throw refusal(reading.faults)
  return { appointments, people, events, leftOut: reading.leftOut }
}

/** The patient that came along with an appointment. */
const attachedTo = (reading: Reading, { patient }: AppointmentDraft): Loose | null =>
  patient && 'from' in patient ? patientAt(reading, patient.from) : null

function unsupported({ resource: { resourceType }, place, method = 'PUT' }: Sent): Issue[] {
  if (!['PUT', 'POST'].includes(method))
    return [
      fault(
        'not-supported',
        place,
        'Only PUT and POST; an appointment ends as cancelled or entered-in-error',
      ),
    ]
  return [...TAKEN, ...BESIDE].includes(resourceType)
    ? []
    : [fault('not-supported', place, `Only ${TAKEN.join(', ')} are taken in here`)]
}

/** An appointment with its patient: from a resource that came along, or from what is known under the number. */
function withPatient(
  reading: Reading,
  draft: AppointmentDraft,
  attached: Loose | null,
  known: Known,
): Read<Loose> | null {
  const { message, place, patient } = draft
  const placed = patient && 'from' in patient ? patient.from : null
  const person = placed ? attached && wholly(reading, known, attached, place) : known.personOf(draft)
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
