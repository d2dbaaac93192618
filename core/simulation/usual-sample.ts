import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Sample } from './life.ts'
import { askedAtEach, stagesOfOthers } from './of-treatment.ts'

/** What is reckoned with until somebody says how often an appointment comes with them. */
const YEARLY = 'P1Y'

/** The patient whom a set means first: its first treatment, who answers at once and leaves nothing out. */
export function usualSample(set: OutcomeSet, startsOn: string): Sample {
  const treatment = set.treatmentOptions[0]?.id ?? null
  return {
    startsOn,
    treatment,
    side: set.patientGroup.laterality === 'sided' ? 'right' : '',
    answering: 'at-once',
    leftOut: stagesOfOthers(set, treatment),
    rhythms: Object.fromEntries(askedAtEach(set).map((kind) => [kind, YEARLY])),
    passed: [],
    mailGapDays: null,
    sex: 'unknown',
    patientDates: {},
    scores: {},
  }
}
