import { z } from 'zod'
import { directionShape, idShape, localisedShape, sourcedShape, titleShape } from '../shapes.ts'

const moments = z.array(idShape).min(1)

/** What is counted, for whom, and when. */
const countShape = z.discriminatedUnion('kind', [
  /** Share of the people measured both times who are clearly better on a scale than at `baseline`. */
  z.strictObject({ kind: z.literal('better'), measure: idShape, baseline: idShape, moments }),
  /** Mean score on a scale. */
  z.strictObject({ kind: z.literal('mean'), measure: idShape, moments }),
  /** A clinical measure of the set: an event as a share, a value as a mean, by the day on which its window began. */
  z.strictObject({ kind: z.literal('clinical'), measure: idShape }),
  /** Share of what was asked at these moments that was answered in time, by the day on which its window closed. */
  z.strictObject({ kind: z.literal('answered'), moments }),
  /** The two figures of our soul, by month of the invitation. */
  z.strictObject({ kind: z.literal('started') }),
  z.strictObject({ kind: z.literal('discussed') }),
  /** Alerts per answered list. */
  z.strictObject({ kind: z.literal('alerts') }),
])

/** A figure that a team steers by, with everything that somebody else needs to count the same. Versioned with its set. */
export const indicatorShape = z.strictObject({
  id: idShape,
  title: titleShape,
  side: z.enum(['outcome', 'experience', 'clinical', 'process']),
  numerator: localisedShape,
  denominator: localisedShape,
  exclusions: localisedShape,
  window: localisedShape,
  direction: directionShape,
  count: countShape,
  /** Shares as 0–1, means and values in their unit, rates per one. */
  target: z.strictObject({ value: z.number().min(0), ...sourcedShape }).optional(),
  /** Id of the same figure in a public register of definitions. */
  publicId: z.string().min(1).max(100).optional(),
  ...sourcedShape,
})

export type Indicator = z.infer<typeof indicatorShape>
