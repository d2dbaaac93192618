import { type EventMessage, eventMessageShape } from '../../core/feeds/event-message.ts'
import { fault, faultsOf } from './outcome.ts'
import { clinicalShape, clinicalTypes, type EventDraft, eventDraftOf } from './read-event.ts'
import { numberOf } from './read-patient.ts'
import {
  checked,
  isPartial,
  patientAt,
  type Read,
  type Reading,
  type Sent,
  WHO,
  withoutGaps,
} from './reading.ts'
import { findAmong } from './references.ts'

/** What happened to patients, by the resources that say so. */
export function readEvents(reading: Reading, sent: readonly Sent[]): Read<EventMessage>[] {
  const findFrom = findAmong(sent)
  return sent.flatMap((one) => {
    const read = clinicalTypes.includes(one.resource.resourceType) ? readClinical(reading, one) : null
    return read ? withSubject(reading, eventDraftOf(read, one.place, findFrom(one))) : []
  })
}

function readClinical({ faults }: Reading, { resource, place }: Sent) {
  const { data, error } = clinicalShape.safeParse(resource)
  if (error) faults.push(...faultsOf(error, place))
  return data ?? null
}

/** Something that happened, with whoever it happened to: as a person where all is told of them, else by number. */
function withSubject(reading: Reading, { message, place, patient }: EventDraft): Read<EventMessage>[] {
  const placed = patient && 'from' in patient ? patient.from : null
  const person = placed ? patientAt(reading, placed) : null
  const numbers = patient && 'numbers' in patient ? numberOf(patient.numbers) : {}
  const number = person?.number ?? numbers.number
  if (number === undefined) {
    reading.faults.push(fault('not-found', `${place}.subject`, WHO))
    return []
  }
  const { authority } = person ?? numbers
  const isWhole = person?.givenName && person.familyName && person.birthDate && !isPartial(person)
  const subject = isWhole ? withoutGaps(person) : withoutGaps({ authority, number })
  const places = { appointment: place, patient: placed?.place ?? `${place}.subject`, inPatient: 'patient.' }
  return checked(reading, eventMessageShape, { ...message, patient: subject }, places)
}
