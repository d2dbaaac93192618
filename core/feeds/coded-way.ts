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

/** What HL7v2 calls the systems of codes in the third component of a coded field (table 0396). */
const NAMED: Record<string, string> = { SCT: 'http://snomed.info/sct', PARTICIPATIONMODE: PARTICIPATION }

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
