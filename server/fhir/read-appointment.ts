import { codedWay } from '../../core/feeds/coded-way.ts'
import { markedNumber, plainNumber } from '../appointments/number-forms.ts'
import { best, type Loose, saidName } from './read-patient.ts'
import { type Find, findWithin, namedAt, type Placed, typeOf } from './references.ts'
import type { Concept, FhirAppointment, Identifier, Reference } from './shapes.ts'

/** An appointment as our message, without its patient, who may be in a resource or be named by a number only. */
export type AppointmentDraft = { message: Loose; place: string; patient: SubjectDraft }

/** Whom it is about: a resource that came along, numbers, or nobody. */
export type SubjectDraft = { from: Placed } | { numbers: Identifier[] } | null

const STATUS: Record<FhirAppointment['status'], string> = {
  proposed: 'cancelled', // no time that holds yet, or no longer: nobody is asked for it
  waitlist: 'cancelled',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
  pending: 'booked',
  booked: 'booked',
  arrived: 'booked',
  'checked-in': 'booked',
  fulfilled: 'booked',
  noshow: 'no-show',
}

/** `isOurs` says of an identifier system that its numbers are the organisation's own. */
export function draftOf(
  appointment: FhirAppointment,
  place: string,
  outside: Find,
  isOurs: (system: string) => boolean,
): AppointmentDraft {
  const find = findWithin(appointment.contained, place, outside)
  const actors = appointment.participant.flatMap(({ actor }) => (actor ? [actor] : []))
  const [kind, ...codes] = namesOf(appointment)
  return {
    place,
    patient: patientOf(actors, find),
    message: {
      number: numberIn(appointment, isOurs),
      status: STATUS[appointment.status],
      startsAt: appointment.start,
      kind,
      ...(codes.length > 0 ? { codes } : {}),
      clinician: clinicianOf(actors, find),
      location: locationOf(actors, find),
      way: codedWay(conceptsOf(appointment).flatMap(({ coding = [] }) => coding)),
      preparation: appointment.patientInstruction,
      changedAt: appointment.meta?.lastUpdated,
    },
  }
}

function numberIn({ identifier, id }: FhirAppointment, isOurs: (system: string) => boolean) {
  const given = identifier.filter(({ value, use }) => value && use !== 'old')
  const one = best(given, ['official', 'usual'], ['secondary', 'temp'])
  if (!one?.value) return id
  const { value, system } = one
  return !system || isOurs(system) ? plainNumber(value) : markedNumber(value, system)
}

/** All that the sender calls this appointment: the service first, then what may help a rule. */
function namesOf(appointment: FhirAppointment): string[] {
  const names = conceptsOf(appointment).flatMap(({ coding = [], text }) => [
    ...coding.flatMap(({ code, display }) => [code, display]),
    text,
  ])
  const said = [...names, appointment.description].flatMap((name) =>
    name?.trim() ? [name.trim().slice(0, 100)] : [],
  )
  return [...new Set(said)].slice(0, 40)
}

const conceptsOf = ({ serviceType, appointmentType, ...rest }: FhirAppointment): Concept[] => [
  ...serviceType,
  ...(appointmentType ? [appointmentType] : []),
  ...rest.specialty,
  ...rest.serviceCategory,
  ...rest.reasonCode,
]

export function patientOf(actors: readonly Reference[], find: Find): SubjectDraft {
  const actor = actors.find((one) => typeOf(one, find) === 'Patient')
  if (!actor) return null
  const from = find(actor.reference)
  return from ? { from } : { numbers: actor.identifier ? [actor.identifier] : [] }
}

/** By mail address where there is one: two people may have one name. */
function clinicianOf(actors: readonly Reference[], find: Find): string | undefined {
  const actor = actors.find((one) => /^Practitioner(Role)?$/.test(typeOf(one, find) ?? ''))
  if (!actor) return undefined
  const found = namedAt(actor, find)
  const email = found?.telecom.find(({ system, value }) => system === 'email' && value)?.value
  return email ?? (Array.isArray(found?.name) ? saidName(found.name) : undefined) ?? actor.display
}

function locationOf(actors: readonly Reference[], find: Find): string | undefined {
  const actor = actors.find((one) => typeOf(one, find) === 'Location')
  const name = actor && namedAt(actor, find)?.name
  return typeof name === 'string' ? name : actor?.display
}
