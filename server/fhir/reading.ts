import type { z } from 'zod'
import { fault, faultsOf, type Issue } from './outcome.ts'
import { fieldFault, type Places } from './places.ts'
import { type Day, isPartialDate, type Loose, personOf } from './read-patient.ts'
import { patientShape, type Resource } from './shapes.ts'
import type { Known } from './what-is-known.ts'

/** A resource as it was sent: where it stands, by what it is called there, and what is to be done with it. */
export type Sent = {
  resource: Resource
  place: string
  fullUrl?: string | undefined
  method?: string | undefined
}
/** A message, and where in what was sent its fields stand. */
export type Read<Message> = { message: Message; places: Places }
/** What is left out without stopping the rest: who nobody here knows and whose birth date is only a year or a month. */
export type LeftOut = { place: string; issue: Issue }

/** One reading: the organisation's date, what was found wrong so far, and what is left out. */
export type Reading = { day: Day; faults: Issue[]; leftOut: LeftOut[] }

export function readAs<S extends z.ZodType>(
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

export function patientAt(reading: Reading, placed: Pick<Sent, 'resource' | 'place'>): Loose | null {
  const read = readAs(reading, placed, 'Patient', patientShape)
  return read && personOf(read, reading.day)
}

export const isPartial = (person: Loose | null): person is Loose =>
  typeof person?.birthDate === 'string' && isPartialDate(person.birthDate)

/** With the birth date that we know, where only its year or month was sent; null, and left out, where we know none. */
export function wholly(reading: Reading, known: Known, person: Loose, place: string): Loose | null {
  if (!isPartial(person)) return person
  const birthDate = known.birthDateOf(person)
  if (birthDate) return { ...person, birthDate }
  const issue = fault('value', `${place}.birthDate`, PARTIAL_DATE, 'birth-date-partial')
  reading.leftOut.push({ place, issue: { ...issue, severity: 'warning' } })
  return null
}

const PARTIAL_DATE =
  'Nobody here has this number, or was born then: to register somebody the whole birth date is needed. This was left out.'

export const WHO =
  'Send the Patient too, contained or in the bundle, or name them by an identifier: nobody is known here as this one'

export function checked<S extends z.ZodType>(
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

export const withoutGaps = (given: Loose): Loose =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
