import { codedWay } from '../../core/feeds/coded-way.ts'
import { instantOf } from '../../core/time/dates.ts'
import type { Field, Hl7Message } from './message.ts'
import { filled } from './read-person.ts'
import { timeIn } from './time.ts'

/** Booked, moved, changed; cancelled, stopped, deleted; did not come. */
export const SCHEDULING: Record<string, 'booked' | 'cancelled' | 'no-show'> = {
  S12: 'booked',
  S13: 'booked',
  S14: 'booked',
  S15: 'cancelled',
  S16: 'cancelled',
  S17: 'cancelled',
  S26: 'no-show',
}

export type LooseAppointment = { number?: string; startsAt?: string | undefined } & Record<string, unknown>

/** What a SIU message says of one appointment, without its patient. Times without an offset are those of `zone`. */
export function appointmentIn(message: Hl7Message, event: string, zone: string): LooseAppointment {
  const sch = message.first('SCH')
  const [kind, ...codes] = namesOf(message)
  return filled({
    number: sch.field(2).at(1) || sch.field(1).at(1),
    status: SCHEDULING[event],
    startsAt: startOf(message),
    kind,
    codes: codes.length > 0 ? codes : undefined,
    clinician: clinicianOf(message),
    location: locationOf(message),
    way: wayOf(message),
    changedAt: saidAt(message, zone),
  })
}

/** Where the resources of the appointment say when: the first of them that does, or the appointment itself. */
function startOf(message: Hl7Message): string | undefined {
  const times = [
    message.first('SCH').field(11).at(4),
    ...message.all('AIS').map((ais) => ais.field(4).at(1)),
    ...message.all('AIP').map((aip) => aip.field(6).at(1)),
    ...message.all('AIL').map((ail) => ail.field(6).at(1)),
    ...message.all('AIG').map((aig) => aig.field(8).at(1)),
  ]
  return times.map(timeIn).find((time) => time !== undefined)
}

/** All that the sender calls this appointment: the service first, then its type and its reason. */
function namesOf(message: Hl7Message): string[] {
  const names = conceptsOf(message).flatMap((field) => [field.at(1), field.at(2), field.at(4), field.at(5)])
  return [...new Set(names.filter(Boolean).map((name) => name.slice(0, 100)))].slice(0, 40)
}

function conceptsOf(message: Hl7Message): Field[] {
  const sch = message.first('SCH')
  return [...message.all('AIS').map((ais) => ais.field(3)), sch.field(8), sch.field(7), sch.field(6)]
}

/** A coded field may say it in two codings, each a code, its title and the system that it is of. */
const wayOf = (message: Hl7Message) =>
  codedWay(
    conceptsOf(message).flatMap((field) => [
      { code: field.at(1), system: field.at(3) },
      { code: field.at(4), system: field.at(6) },
    ]),
  )

function clinicianOf(message: Hl7Message): string | undefined {
  const known = [message.first('AIP').field(3), message.first('PV1').field(7), message.first('SCH').field(16)]
  return known.map(nameOf).find((name) => name !== '')
}

/** 'Ada de Vries', of what HL7 writes as number, family name, given name. */
const nameOf = (field: Field) => [field.at(3), field.at(2)].filter(Boolean).join(' ')

function locationOf(message: Hl7Message): string | undefined {
  const known = [message.first('AIL').field(3), message.first('PV1').field(3)]
  return known.map((field) => field.at(9) || field.at(1)).find((name) => name !== '')
}

/** When it was so: when the event was recorded (EVN-2), or when the message was made (MSH-7). */
export const saidAt = (message: Hl7Message, zone: string): string | undefined =>
  instantIn(message.first('EVN').field(2).at(1), zone) ?? instantIn(message.first('MSH').field(7).at(1), zone)

function instantIn(text: string, zone: string): string | undefined {
  const time = timeIn(text)
  return time === undefined || /[+-]\d{2}:\d{2}$/.test(time) ? time : instantOf(time, zone)
}
