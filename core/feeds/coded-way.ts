import type { VisitWay } from '../outcome-sets/at-home.ts'

const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode'

// Only codes of which one way follows: 'virtual' or 'remote' may be a call as well as a screen.
const WAYS: Record<string, VisitWay> = {
  [`${PARTICIPATION}|PHONE`]: 'phone',
  [`${PARTICIPATION}|VIDEOCONF`]: 'video',
  [`${PARTICIPATION}|PHYSICAL`]: 'visit',
  [`${PARTICIPATION}|FACE`]: 'visit',
  'http://snomed.info/sct|185317003': 'phone', // Telephone encounter
}

/** What else these systems are called, in capitals: by HL7v2 (table 0396), by their number, and by FHIR before R4. */
const NAMED: Record<string, string> = {
  SCT: 'http://snomed.info/sct',
  PARTICIPATIONMODE: PARTICIPATION,
  'URN:OID:2.16.840.1.113883.5.1064': PARTICIPATION,
  'HTTP://HL7.ORG/FHIR/V3/PARTICIPATIONMODE': PARTICIPATION,
}

type Coded = { system?: string | undefined; code?: string | undefined }

/**
 * How somebody meets their clinician, of codes that a planning system gives an appointment: HL7's ParticipationMode
 * (https://terminology.hl7.org/CodeSystem-v3-ParticipationMode.html) and SNOMED CT. Nothing where none of them says it,
 * or where they contradict each other.
 */
export function codedWay(codes: readonly Coded[]): VisitWay | undefined {
  const ways = codes.flatMap(({ system = '', code = '' }) => {
    const way = WAYS[`${NAMED[system.toUpperCase()] ?? system}|${code}`]
    return way ? [way] : []
  })
  return new Set(ways).size === 1 ? ways[0] : undefined
}
