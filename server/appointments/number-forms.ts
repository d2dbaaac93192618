import { createHash } from 'node:crypto'

// FHIR says which system gave an appointment its number, CSV and HL7v2 do not; and before it was kept, ours did not
// either. So one appointment may come under two forms of its number: 'A1' and 'A1 (x7Gh12ab)'.

const LONGEST = 64
const MARK = / \([\w-]{8}\)$/
/** The same for `like`. */
export const MARKED = '% (________)'

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
const within = (number: string, room: number) => (number.length > room ? digest(number) : number)
const ROOM = LONGEST - ' (12345678)'.length

/** With a mark of the system that gave it: two planning systems of one hospital may both count from 1. */
export const markedNumber = (number: string, system: string): string =>
  `${within(number, ROOM)} (${digest(system).slice(0, 8)})`

export const plainNumber = (number: string): string => within(number, LONGEST)

const isMarked = (number: string) => MARK.test(number)
const baseOf = (number: string) => within(number.replace(MARK, ''), ROOM)

/** The numbers as which an appointment may be stored, as far as its own says so; with a mark, also without. */
export const formsOf = (number: string): string[] =>
  isMarked(number) ? [number, number.replace(MARK, '')] : [number]

type Stored = { number: string; patientId: string; source: string; startsAt: string }
/** An appointment as a message names it; `startsAt` (instant, UTC) where the message says it. */
export type Named = { number: string; source: string; startsAt?: string | undefined }
/** Stored appointments by their number, and by patient and the number without its mark. */
export type Known<Row> = { exact: Map<string, Row>; alike: Map<string, Map<string, Row>> }

export const noneKnown = <Row>(): Known<Row> => ({ exact: new Map(), alike: new Map() })

const keyOf = (patientId: string, number: string) => `${patientId} ${baseOf(number)}`

export function keepKnown<Row extends Stored>({ exact, alike }: Known<Row>, row: Row): void {
  const key = keyOf(row.patientId, row.number)
  exact.set(row.number, row)
  alike.set(key, (alike.get(key) ?? new Map<string, Row>()).set(row.number, row))
}

export function dropKnown<Row extends Stored>({ exact, alike }: Known<Row>, row: Row): void {
  exact.delete(row.number)
  alike.get(keyOf(row.patientId, row.number))?.delete(row.number)
}

/**
 * The stored appointment that a message is about. The other form of its number counts for the same patient only, and
 * not where two marks could be meant: those are two systems.
 */
export function findKnown<Row extends Stored>(
  { exact, alike }: Known<Row>,
  named: Named,
  patientId: string | null,
): Row | null {
  const same = exact.get(named.number) ?? null
  if (patientId === null || same?.patientId === patientId) return same
  const others = [...(alike.get(keyOf(patientId, named.number))?.values() ?? [])]
  const [other, ...more] = others.filter((row) => isOtherForm(named, row))
  return other && more.length === 0 ? other : same
}

/** What FHIR sent without a mark may be of a system whose numbers are the organisation's own: its time says which. */
function isOtherForm({ number, source, startsAt }: Named, row: Stored): boolean {
  if (isMarked(row.number) === isMarked(number)) return false
  const plain = isMarked(number) ? row.source : source
  return plain !== 'fhir' || startsAt === undefined || startsAt === row.startsAt
}

/** The number as which an appointment is stored from now on: with the mark, once a message had it. */
export const numberFrom = <Row extends Stored>({ exact }: Known<Row>, before: Row | null, told: string) =>
  before && (!isMarked(told) || exact.has(told)) ? before.number : told
