import { z } from 'zod'
import {
  codeShape,
  directionShape,
  idShape,
  keyShape,
  localisedShape,
  positiveDurationShape,
  sourcedShape,
  titleShape,
} from '../shapes.ts'

const measureBase = {
  id: idShape,
  title: titleShape,
  reporter: z.enum(['patient', 'proxy', 'clinician', 'registry', 'administration']),
}
/** By which codes a feed tells of it. */
const codes = z.array(codeShape).default([])

/** Counted from entry into `stage`: for `within` after it, or until entry into `until`. */
const measureWindowShape = z.strictObject({
  stage: idShape,
  within: positiveDurationShape.optional(),
  until: idShape.optional(),
})

/** Only for enrolments with one of these treatment options; without it, for all. */
const treatments = z.array(idShape).min(1).optional()

export const measureShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...measureBase, kind: z.literal('scale'), instrument: idShape, scale: keyShape }),
  /** Yes or no per enrolment; shown as a share of the denominator. */
  z.strictObject({
    ...measureBase,
    kind: z.literal('event'),
    codes,
    numerator: localisedShape,
    denominator: localisedShape,
    treatments,
    window: measureWindowShape,
    direction: directionShape,
    ...sourcedShape,
  }),
  /** A number per enrolment; shown as a mean with its interval. */
  z.strictObject({
    ...measureBase,
    kind: z.literal('value'),
    codes,
    unit: titleShape,
    range: z.tuple([z.number(), z.number()]),
    decimals: z.int().min(0).max(3).default(0),
    denominator: localisedShape,
    treatments,
    window: measureWindowShape,
    direction: directionShape,
    ...sourcedShape,
  }),
])

export type Measure = z.infer<typeof measureShape>
export type ClinicalMeasure = Exclude<Measure, { kind: 'scale' }>

/** Whether a measure is of somebody with this treatment; while none was chosen, nothing is left out. */
export const isMeasuredWith = ({ treatments }: ClinicalMeasure, treatmentOption: string | null): boolean =>
  !treatments || treatmentOption === null || treatments.includes(treatmentOption)
