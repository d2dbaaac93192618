import type { Field, Hl7Message, Segment } from './message.ts'
import { filled, type LoosePerson } from './read-person.ts'
import { saidAt } from './read-schedule.ts'
import { timeIn } from './time.ts'

// What happened, by segment: PV1 an admission or visit, DG1 a diagnosis, PR1 a procedure, RXO and RXE a drug that is
// started, OBX a measurement. Each is a message of ours of its own.

export type LooseEvent = Record<string, unknown>

/** Triggers whose segments say what happened; a visit also ends a mistake (A11, A13). */
const TOLD = /^(A0[1348]|A11|A28|A31|P0[156]|P12|O01|O09|O11|O25|R01)$/
/** Of what stands beside an appointment only the diagnosis has happened: all else is what is to come. */
const BOOKS = /^S(1[2-7]|26)$/
const VISIT = /^(A0[148]|A11)$/

/**
 * Everything that a message says happened to its patient. `key` stands for them, unreadable: a diagnosis or procedure
 * that has no number of its own, in no visit, is told from the same one of somebody else by it.
 */
export function eventsIn(
  message: Hl7Message,
  event: string,
  { person, key }: { person: LoosePerson; key: string },
  zone: string,
): LooseEvent[] {
  const books = BOOKS.test(event)
  if (!TOLD.test(event) && !books) return []
  const { authority, number } = person
  const isWhole = person.givenName && person.familyName && person.birthDate
  const around = {
    changedAt: saidAt(message, zone),
    patient: isWhole ? person : filled({ authority, number }),
  }
  const within = message.first('PV1').field(19).at(1) || key
  const of = (segments: Segment[], read: (segment: Segment, at: number) => LooseEvent | null) =>
    segments.flatMap((segment, at) => {
      const found = read(segment, at)
      return found ? [filled({ ...around, ...found })] : []
    })
  const diagnoses = of(message.all('DG1'), (dg1) => diagnosisIn(dg1, within, message))
  if (books) return diagnoses
  return [
    ...(VISIT.test(event) ? of(message.all('PV1'), (pv1) => visitIn(pv1, event)) : []),
    ...diagnoses,
    ...of(message.all('PR1'), (pr1) => procedureIn(pr1, within)),
    ...of([...message.all('RXE'), ...message.all('RXO')].slice(0, 1), (rx) => drugIn(rx, message)),
    ...of(message.all('OBX'), (obx, at) => measurementIn(obx, at, message)),
  ]
}

/** A visit by its class, its service and the reason of admission. */
function visitIn(pv1: Segment, event: string): LooseEvent | null {
  const number = pv1.field(19).at(1)
  const codes = [pv1.field(2), pv1.field(10), pv1.field(4), pv1.field(18)].flatMap(codesOf)
  if (!number || codes.length === 0) return null
  return {
    number: `PV1 ${number}`,
    kind: 'encounter',
    status: event === 'A11' ? 'withdrawn' : 'happened',
    at: timeOf(pv1.field(44)),
    location: pv1.field(3).at(9) || pv1.field(3).at(1),
    codes,
  }
}

/** What is only suspected (DG1-6 A: admitting) is no diagnosis yet. DG1-21 D: deleted. */
function diagnosisIn(dg1: Segment, within: string, message: Hl7Message): LooseEvent | null {
  const codes = codesOf(dg1.field(3))
  const [code] = codes
  const own = dg1.field(20).at(1) || `${within} ${code?.code}`
  if (!code) return null
  const said = [dg1.field(5), dg1.field(19), message.first('EVN').field(2), message.first('MSH').field(7)]
  return {
    number: `DG1 ${own}`,
    kind: 'condition',
    status: dg1.field(21).at(1) === 'D' || dg1.field(6).at(1) === 'A' ? 'withdrawn' : 'happened',
    at: said.map(timeOf).find(Boolean),
    codes,
  }
}

function procedureIn(pr1: Segment, within: string): LooseEvent | null {
  const codes = codesOf(pr1.field(3))
  const [code] = codes
  const at = timeOf(pr1.field(5))
  const own = pr1.field(19).at(1) || [within, code?.code, at?.slice(0, 10)].filter(Boolean).join(' ')
  if (!code) return null
  return {
    number: `PR1 ${own}`,
    kind: 'procedure',
    status: pr1.field(20).at(1) === 'D' ? 'withdrawn' : 'happened',
    at,
    side: sideIn(pr1.all(16)),
    codes,
  }
}

const ENDED = ['CA', 'OC', 'CR', 'DE'] // order control: cancelled, or refused

/** A drug by what is given (RXE-2) or was asked for (RXO-1), from when on it is (TQ1-7, ORC-7.4, ORC-9). */
function drugIn(rx: Segment, message: Hl7Message): LooseEvent | null {
  const orc = message.first('ORC')
  const codes = codesOf(rx.field(rx.name === 'RXE' ? 2 : 1))
  const number = orc.field(2).at(1) || orc.field(3).at(1)
  if (!number || codes.length === 0) return null
  const started = [message.first('TQ1').field(7).at(1), orc.field(7).at(4), orc.field(9).at(1)]
  return {
    number: `RX ${number}`,
    kind: 'medication',
    status: ENDED.includes(orc.field(1).at(1)) ? 'withdrawn' : 'happened',
    at: started.map(dayOrTime).find(Boolean),
    codes,
  }
}

/** A number of one measurement (OBX-5); OBX-11 D or W: deleted, or of somebody else. */
function measurementIn(obx: Segment, at: number, message: Hl7Message): LooseEvent | null {
  const obr = message.first('OBR')
  const text = obx.field(5).at(1).replace(',', '.')
  const number = obr.field(3).at(1) || obr.field(2).at(1)
  const codes = codesOf(obx.field(3))
  if (!number || codes.length === 0 || !/^-?\d+(\.\d+)?$/.test(text)) return null
  return {
    number: `OBX ${number} ${obx.field(3).at(1)} ${obx.field(4).at(1) || at + 1}`,
    kind: 'observation',
    status: ['D', 'W'].includes(obx.field(11).at(1)) ? 'withdrawn' : 'happened',
    at: timeOf(obx.field(14)) ?? timeOf(obr.field(7)),
    value: Number(text),
    codes,
  }
}

/** A code with its system, and the sender's second one beside it. */
const codesOf = (field: Field) =>
  [
    { code: field.at(1), system: field.at(3) },
    { code: field.at(4), system: field.at(6) },
  ].flatMap(({ code, system }) => (code ? [{ code, ...(system ? { system } : {}) }] : []))

const timeOf = (field: Field) => dayOrTime(field.at(1))

const dayOrTime = (text: string) => (/^\d{8}$/.test(text) ? timeIn(`${text}1200`) : timeIn(text))

/** PR1-16, the modifier of a procedure: LT and RT, as they are written with codes of procedures. */
const sideIn = (modifiers: readonly Field[]): string | undefined =>
  modifiers
    .map((one) => ({ LT: 'left', L: 'left', RT: 'right', R: 'right', '50': 'both' })[one.at(1)])
    .find(Boolean)
