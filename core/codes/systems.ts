// The code systems that care paths are told by: what others call them, and how a code of each looks.

/** What FHIR, HL7v2 and we ourselves call a system, in lower case, and our own short name of it. */
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

/** Our own name of a code system, or what it was called where we do not know it. */
export const systemOf = (system: string) => SYSTEMS[system.toLowerCase()] ?? system.toLowerCase()

/** How the codes of a system are written, and whether the last digit of one tells that the others were typed well. */
type Written = { name: string; such: string; form: RegExp; isRight?: (digits: string) => boolean }

/**
 * A classification may stop at any of its levels: such a code stands for all below it.
 * ICD-10: WHO, volume 2 (a letter and two characters; a point; its kinds). ATC: WHO Collaborating Centre, five levels.
 * ICPC-1: the letter of a chapter, two digits, and a point with the two digits of a Dutch subcode.
 */
const WRITTEN: Record<string, Written> = {
  'icd-10': { name: 'ICD-10', such: 'M16.1', form: /^[A-Z]\d[\dA-Z](\.?[\dA-Z]{1,4})?$/i },
  atc: { name: 'ATC', such: 'L04AB02', form: /^[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/i },
  'icpc-1': { name: 'ICPC-1', such: 'L89', form: /^[A-Z]\d{2}(\.\d{2})?$/i },
  snomed: { name: 'SNOMED CT', such: '239873007', form: /^[1-9]\d{5,17}$/, isRight: isVerhoeff },
  loinc: { name: 'LOINC', such: '44261-6', form: /^\d{1,7}-\d$/, isRight: isLuhn },
}

/** What this code is not, where it cannot be one of its system; of a system that is not known here, anything can. */
export function notACodeOf({ system, code }: { system: string; code: string }): Written | undefined {
  const written = WRITTEN[systemOf(system)]
  if (!written) return undefined
  const isOne = written.form.test(code) && (written.isRight?.(code.replace('-', '')) ?? true)
  return isOne ? undefined : written
}

/** LOINC: the last digit by modulus 10, every second digit doubled from the right (LOINC Users' Guide, appendix C). */
function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const weighed = Number(digit) * (place % 2 === 1 ? 2 : 1)
      return total + (weighed > 9 ? weighed - 9 : weighed)
    }, 0)
  return sum % 10 === 0
}

const PERMUTED = '1576283094'

/** SNOMED CT: the last digit by Verhoeff's scheme, over the symmetries of a pentagon (SNOMED CT release file guide, 5.6). */
function isVerhoeff(digits: string): boolean {
  const turn = (digit: number, times: number): number =>
    times === 0 ? digit : turn(Number(PERMUTED[digit]), times - 1)
  return (
    Array.from(digits)
      .reverse()
      .reduce((seen, digit, place) => composed(seen, turn(Number(digit), place % 8)), 0) === 0
  )
}

/** One symmetry of the pentagon after another: 0–4 turn it, 5–9 turn it over. */
function composed(one: number, other: number): number {
  const [turned, further] = [one % 5, other % 5]
  const isOver = one >= 5
  const sum = isOver ? turned - further + 5 : turned + further
  return (sum % 5) + (isOver === other >= 5 ? 0 : 5)
}
