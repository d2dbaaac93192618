import type { z } from 'zod'
import {
  type AppointmentMessage,
  appointmentMessageShape,
  type PersonMessage,
  personMessageShape,
} from '../../core/appointment-message.ts'
import { type EventMessage, eventMessageShape } from '../../core/event-message.ts'
import { authorityName } from '../../core/feed-rules.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { fault, faultsOf, type Issue, refusal } from './outcome.ts'
import { fieldFault, type Places } from './places.ts'
import { type AppointmentDraft, draftOf } from './read-appointment.ts'
import { clinicalShape, clinicalTypes, type EventDraft, eventDraftOf } from './read-event.ts'
import { type Day, isPartialDate, type Loose, numberOf, personOf } from './read-patient.ts'
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
export type ReadDelivery = {
  appointments: Read<AppointmentMessage>[]
  people: Read<PersonMessage>[]
  events: Read<EventMessage>[]
  /** What is left out without stopping the rest: who nobody here knows and whose birth date is only a year or a month. */
  leftOut: { place: string; issue: Issue }[]
}

/** One reading: the organisation's date, what was found wrong so far, and what is left out. */
type Reading = { day: Day; faults: Issue[]; leftOut: ReadDelivery['leftOut'] }

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
  const events = sent.flatMap((one) => {
    const read = clinicalTypes.includes(one.resource.resourceType) ? readClinical(reading, one) : null
    return read ? withSubject(reading, eventDraftOf(read, one.place, findFrom(one))) : []
  })
  if (reading.faults.length > 0) throw refusal(reading.faults)
  return { appointments, people, events, leftOut: reading.leftOut }
}

function patientAt(reading: Reading, placed: Pick<Sent, 'resource' | 'place'>): Loose | null {
  const read = readAs(reading, placed, 'Patient', patientShape)
  return read && personOf(read, reading.day)
}

/** The patient that came along with an appointment. */
const attachedTo = (reading: Reading, { patient }: AppointmentDraft): Loose | null =>
  patient && 'from' in patient ? patientAt(reading, patient.from) : null

const isPartial = (person: Loose | null): person is Loose =>
  typeof person?.birthDate === 'string' && isPartialDate(person.birthDate)

/** With the birth date that we know, where only its year or month was sent; null, and left out, where we know none. */
function wholly(reading: Reading, known: Known, person: Loose, place: string): Loose | null {
  if (!isPartial(person)) return person
  const birthDate = known.birthDateOf(person)
  if (birthDate) return { ...person, birthDate }
  const issue = fault('value', `${place}.birthDate`, PARTIAL_DATE, 'birth-date-partial')
  reading.leftOut.push({ place, issue: { ...issue, severity: 'warning' } })
  return null
}

const PARTIAL_DATE =
  'Nobody here has this number, or was born then: to register somebody the whole birth date is needed. This was left out.'

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

function readAs<S extends z.ZodType>(
  { faults }: Reading,
  { resource, place }: Pick<Sent, 'resource' | 'place'>,
  type: string,
  shape: S,
): z.output<S> | null {
  if (resource.resourceType !== type) return null
  const { data, error } = shape.safeParse(resource)
  if (error) faults.push(...faultsOf(error, place))
  return data ?? null
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
