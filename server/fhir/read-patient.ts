import { emailShape, phoneShape } from '../../core/appointment-message.ts'
import type { FhirPatient, HumanName, Identifier, Telecom } from './shapes.ts'

/** A message as far as a resource told it; `undefined` is what it did not say. */
export type Loose = { [field: string]: string | string[] | Loose | undefined }

/** National numbers are nobody's patient number: they are not read at all. */
const NATIONAL = ['http://fhir.nl/fhir/namingsystem/bsn', 'urn:oid:2.16.840.1.113883.2.4.6.3']

/** A Patient as our message about a person. `today` stands in where only is said that somebody died. */
export function personOf(patient: FhirPatient, today: string): Loose {
  const name = best(patient.name, ['official', 'usual'], ['old', 'maiden'])
  const died = patient.deceasedDateTime ?? (patient.deceasedBoolean ? told(patient, today) : undefined)
  return {
    ...numberOf(patient.identifier),
    givenName: name?.given?.join(' '),
    familyName: name?.family,
    birthDate: patient.birthDate,
    sex: patient.gender,
    // An address that is none stops no appointment: the answer says that nobody can be reached.
    email: addressOf(patient.telecom, 'email', (text) => emailShape.safeParse(text).success),
    phone: addressOf(patient.telecom, 'phone', (text) => phoneShape.safeParse(text).success),
    language: languageOf(patient),
    deceasedOn: died?.slice(0, 10),
    changedAt: patient.meta?.lastUpdated,
  }
}

const told = ({ meta }: FhirPatient, today: string) => meta?.lastUpdated?.slice(0, 10) ?? today

/** The number by which a hospital knows somebody, and who gave it. */
export function numberOf(identifiers: readonly Identifier[]): { authority?: string; number?: string } {
  const known = identifiers.filter(
    ({ value, system, use }) => value && use !== 'old' && !NATIONAL.includes((system ?? '').toLowerCase()),
  )
  const isRecordNumber = ({ type }: Identifier) => type?.coding?.some(({ code }) => code === 'MR') ?? false
  const one = known.find(isRecordNumber) ?? best(known, ['official', 'usual'], ['secondary', 'temp'])
  if (!one?.value) return {}
  const authority = one.system ?? one.assigner?.display
  return { number: one.value, ...(authority ? { authority } : {}) }
}

/** The first of the uses that are best, else any that is not among the worst. */
function best<T extends { use?: string | undefined }>(
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
