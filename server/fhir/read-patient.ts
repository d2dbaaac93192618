import { emailShape, phoneShape } from '../../core/feeds/appointment-message.ts'
import { isBsnAuthority, isBsnKind, toldBsn } from '../../core/patients/bsn.ts'
import { localDate } from '../../core/time/dates.ts'
import type { FhirPatient, HumanName, Identifier, Telecom } from './shapes.ts'

/** A message as far as a resource told it; `undefined` is what it did not say. */
export type Loose = { [field: string]: string | string[] | Loose | undefined }

/** National numbers are nobody's patient number. */
const isNational = ({ system, type }: Identifier) =>
  isBsnAuthority(system) || (type?.coding ?? []).some(({ code }) => isBsnKind(code))

/** The organisation's date and time zone. */
export type Day = { today: string; zone: string }

/** A Patient as our message about a person. A birth date may be a year or a month only; a date of death is always a day. */
export function personOf(patient: FhirPatient, day: Day): Loose {
  const name = best(patient.name, ['official', 'usual'], ['old', 'maiden'])
  return {
    ...numberOf(patient.identifier),
    ...toldBsn(patient.identifier.find((one) => one.value && one.use !== 'old' && isNational(one))?.value),
    givenName: name?.given?.join(' '),
    familyName: name?.family,
    birthDate: patient.birthDate,
    sex: patient.gender,
    // An address that is none stops no appointment: the answer says that nobody can be reached.
    email: addressOf(patient.telecom, 'email', (text) => emailShape.safeParse(text).success),
    phone: addressOf(patient.telecom, 'phone', (text) => phoneShape.safeParse(text).success),
    language: languageOf(patient),
    deceasedOn: diedOn(patient, day),
    changedAt: patient.meta?.lastUpdated,
  }
}

const PARTIAL = /^\d{4}(-\d{2})?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/

/** Whether a date says no more than the year or the month (FHIR R4, 2.24.0.1). */
export const isPartialDate = (date: string): boolean => PARTIAL.test(date)

/** Where nobody says on which day, the day on which it was told: care ends then, and nothing is made up before it. */
function diedOn({ deceasedDateTime, deceasedBoolean, meta }: FhirPatient, day: Day): string | undefined {
  if (deceasedDateTime !== undefined && !PARTIAL.test(deceasedDateTime)) return dayIn(deceasedDateTime, day)
  if (deceasedDateTime === undefined && !deceasedBoolean) return undefined
  return meta?.lastUpdated === undefined ? day.today : dayIn(meta.lastUpdated, day)
}

const dayIn = (text: string, { zone }: Day): string =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? localDate(text, zone) : text.slice(0, 10)

/** The number by which a hospital knows somebody, and who gave it. */
export function numberOf(identifiers: readonly Identifier[]): { authority?: string; number?: string } {
  const known = identifiers.filter((one) => one.value && one.use !== 'old' && !isNational(one))
  const isRecordNumber = ({ type }: Identifier) => type?.coding?.some(({ code }) => code === 'MR') ?? false
  const one = known.find(isRecordNumber) ?? best(known, ['official', 'usual'], ['secondary', 'temp'])
  if (!one?.value) return {}
  const authority = one.system ?? one.assigner?.display
  return { number: one.value, ...(authority ? { authority } : {}) }
}

/** The first of the uses that are best, else any that is not among the worst. */
export function best<T extends { use?: string | undefined }>(
  all: readonly T[],
  first: readonly string[],
  never: readonly string[],
): T | undefined {
  const wanted = first.map((use) => all.find((one) => one.use === use)).find((one) => one !== undefined)
  return wanted ?? all.find(({ use }) => !use || !never.includes(use)) ?? all[0]
}

/** One's own line before that at work; what has ended is no address. */
function addressOf(
  telecoms: readonly Telecom[],
  system: 'email' | 'phone',
  isOne: (text: string) => boolean,
): string | undefined {
  const live = telecoms.filter(
    (one) => one.system === system && isOne(one.value ?? '') && one.use !== 'old' && !one.period?.end,
  )
  const rank = (one: Telecom) => (one.rank ?? 9) * 10 + ((['mobile', 'home'].indexOf(one.use ?? '') + 3) % 3)
  return live.toSorted((a, b) => rank(a) - rank(b))[0]?.value
}

function languageOf({ communication }: FhirPatient): string | undefined {
  const one = communication.find(({ preferred }) => preferred) ?? communication[0]
  const code = one?.language.coding
    ?.find(({ code }) => code)
    ?.code?.slice(0, 2)
    .toLowerCase()
  return code && /^[a-z]{2}$/.test(code) ? code : undefined
}

/** 'Ada de Vries', as somebody is called. */
export function saidName(names: readonly HumanName[]): string | undefined {
  const name = best(names, ['official', 'usual'], ['old', 'maiden'])
  const parts = [...(name?.given ?? []), ...(name?.family ? [name.family] : [])]
  return name?.text ?? (parts.length > 0 ? parts.join(' ') : undefined)
}
