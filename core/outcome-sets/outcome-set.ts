import { z } from 'zod'
import { domainShape } from '../instruments/scale.ts'
import { asIssue } from '../problem.ts'
import { codeShape, idShape, localisedShape, positiveDurationShape, titleShape } from '../shapes.ts'
import { visitShape } from './at-home.ts'
import { careEventShape } from './care-event.ts'
import { stageShape } from './care-path.ts'
import { indicatorShape } from './indicator.ts'
import { measureShape } from './measure.ts'
import { momentShape } from './moment.ts'
import { outcomeSetProblems } from './outcome-set-problems.ts'
import { patientDateShape } from './patient-dates.ts'
import { questionCapShape } from './question-cap-shape.ts'
import { changeRuleShape, itemRuleShape, scaleRuleShape } from './rule-shape.ts'
import { similarShape } from './similar-shape.ts'
import { triageShape } from './triage-shape.ts'

const titled = { id: idShape, title: titleShape }

const patientGroupShape = z.strictObject({
  title: titleShape,
  /** Codes match from their beginning: ICD-10 "M16" includes "M16.1". */
  include: z.array(codeShape).min(1),
  exclude: z.array(codeShape).default([]),
  ageFrom: z.int().min(0).max(120).default(18),
  /** sided: one enrolment per side of the body. */
  laterality: z.enum(['none', 'sided']),
})

const alertShape = z.strictObject({
  ...titled,
  when: z.discriminatedUnion('kind', [itemRuleShape, scaleRuleShape, changeRuleShape]),
  severity: z.enum(['attention', 'urgent']),
  respondWithin: positiveDurationShape,
  role: idShape,
  /** What the patient reads at once, whether or not anybody looks. */
  patientText: localisedShape.optional(),
})

const caseMixShape = z.strictObject({
  ...titled,
  reporter: z.enum(['patient', 'clinician', 'registry', 'administration']),
  /** For a first measurement: the scale of which it is the score. */
  measure: idShape.optional(),
})

/** The fields by themselves: whether they fit each other is another question. */
export const outcomeSetFields = z.strictObject({
  ...titled,
  version: z.int().min(1),
  about: localisedShape,
  sources: z.array(z.string().min(1)).min(1),
  patientGroup: patientGroupShape,
  /** In the order in which every page shows them. */
  domains: z.array(z.strictObject({ id: domainShape, title: titleShape })).min(1),
  instruments: z.array(z.strictObject({ id: idShape, version: z.int().min(1) })).min(1),
  measures: z.array(measureShape).min(1),
  carePath: z.strictObject({ version: z.int().min(1), stages: z.array(stageShape).min(1) }),
  appointmentKinds: z.array(z.strictObject({ ...titled, ...visitShape })).min(1),
  stageRules: z.array(z.strictObject({ appointmentKind: idShape, stage: idShape })),
  /** What feeds say that begins a stage, or turns the care path: an operation, a birth, a loss. */
  events: z.array(careEventShape).default([]),
  /** What the patient knows, or somebody of staff enters for them: when a child is expected. */
  patientDates: z.array(patientDateShape).default([]),
  treatmentOptions: z.array(z.strictObject({ ...titled, about: localisedShape })).min(1),
  moments: z.array(momentShape).min(1),
  alerts: z.array(alertShape),
  roles: z.array(z.strictObject(titled)).min(1),
  caseMix: z.array(caseMixShape),
  /** What the team steers by; each has its control chart and a line on the scorecard. */
  indicators: z.array(indicatorShape).default([]),
  similar: similarShape.optional(),
  triage: triageShape.optional(),
  questionCap: questionCapShape.optional(),
})

export type OutcomeSet = z.infer<typeof outcomeSetFields>

/** The shape of `surveys/outcome-sets/*.json`. What needs the instruments too is checked in definitions-check.ts. */
export const outcomeSetShape = outcomeSetFields.superRefine((set, context) => {
  for (const found of outcomeSetProblems(set)) context.addIssue(asIssue(found))
})

export type PatientGroup = z.infer<typeof patientGroupShape>
export type AlertRule = z.infer<typeof alertShape>
export type TreatmentOption = OutcomeSet['treatmentOptions'][number]
