import { z } from 'zod'
import { codeShape, idShape, localisedShape } from '../shapes.ts'

// What can happen to somebody on a care path that no appointment tells of, and what follows: an operation, a birth, the
// start of a drug, a stroke; the loss of a child, and care that is no longer meant to cure.

/** After these a care path is another one: nothing goes out any more that the outcome set does not name. */
const turns = ['loss', 'palliative'] as const
export type Turn = (typeof turns)[number]

export const careEventShape = z.strictObject({
  id: idShape,
  title: localisedShape,
  /** Codes match from their beginning, as those of the patient group do. */
  codes: z.array(codeShape).min(1),
  /** The stage that begins with it. */
  stage: idShape.optional(),
  /** From its day on only these moments are asked; where there are none, the care path ends. */
  turn: z.strictObject({ to: z.enum(turns), goesOn: z.array(idShape).default([]) }).optional(),
})
export type CareEvent = z.infer<typeof careEventShape>

/** Codes as a sender and a definition write them: the system may be a name of FHIR, of HL7v2, or our own short one. */
export type Code = { system?: string | undefined; code: string }

const SYSTEMS: Record<string, string> = {
  'http://hl7.org/fhir/sid/icd-10': 'icd-10',
  'http://hl7.org/fhir/sid/icd-10-nl': 'icd-10',
  'http://hl7.org/fhir/sid/icd-10-cm': 'icd-10',
  i10: 'icd-10',
  i10n: 'icd-10',
  icd10: 'icd-10',
  'urn:oid:2.16.840.1.113883.6.3': 'icd-10',
  'http://snomed.info/sct': 'snomed',
  sct: 'snomed',
  snm: 'snomed',
  'http://loinc.org': 'loinc',
  ln: 'loinc',
  'http://www.whocc.no/atc': 'atc',
  atc: 'atc',
  w1: 'atc',
  'http://hl7.org/fhir/sid/icpc-1-nl': 'icpc-1',
  'http://hl7.org/fhir/sid/icpc-1': 'icpc-1',
}

const systemOf = (system: string) => SYSTEMS[system.toLowerCase()] ?? system.toLowerCase()

/** Classifications whose codes have their own kinds below them; of the others a longer code is another thing. */
const TREES = ['icd-10', 'icpc-1', 'atc']

/** Whether what a sender says is one of these. A code of which no system is told is read in any. */
export const isAmongCodes = (
  list: readonly { system: string; code: string }[],
  { system, code }: Code,
): boolean =>
  list.some((one) => {
    if (system !== undefined && systemOf(system) !== systemOf(one.system)) return false
    return TREES.includes(systemOf(one.system)) ? plain(code).startsWith(plain(one.code)) : code === one.code
  })

/** 'M16.1' and 'M161' are one: HL7v2 often leaves the point out. */
const plain = (code: string) => code.replaceAll('.', '').toUpperCase()
