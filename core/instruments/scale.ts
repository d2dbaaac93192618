import { z } from 'zod'
import {
  codeShape,
  directionShape,
  idShape,
  keyShape,
  localisedShape,
  sourcedShape,
  titleShape,
} from '../shapes.ts'
import { methodShape } from './method-shapes.ts'

/**
 * Covers values from `from` up to where the next band begins; the last one up to the end of the range. `from` itself
 * belongs to the band, unless `fromIncluded` is false: "above 12" instead of "12 and more".
 */
const bandShape = z.strictObject({
  from: z.number(),
  fromIncluded: z.literal(false).optional(),
  label: titleShape,
  concern: z.enum(['none', 'watch', 'high']),
})

const errorShape = z.discriminatedUnion('kind', [
  /** One standard error of measurement for the whole range, in the scale's own units. */
  z.strictObject({ kind: z.literal('sem'), sem: z.number().positive(), ...sourcedShape }),
  /** Every row of the lookup table carries its own, or the method computes one for each score. */
  z.strictObject({ kind: z.literal('per-score'), ...sourcedShape }),
])

/** A change that patients in this context found important, in the scale's own units; always positive. */
const thresholdShape = z.strictObject({
  value: z.number().positive(),
  context: idShape,
  direction: z.enum(['improvement', 'worsening', 'either']),
  /** What patients were asked, to call a change important. */
  anchor: z.string().min(1).max(200).optional(),
  ...sourcedShape,
})

/** The score from which most patients in this context found their state acceptable (PASS). */
const acceptableShape = z.strictObject({ value: z.number(), context: idShape, ...sourcedShape })

const normShape = z.strictObject({
  country: z.string().length(2),
  age: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  sex: z.enum(['female', 'male']).optional(),
  mean: z.number(),
  sd: z.number().positive().optional(),
  ...sourcedShape,
})

const domains = [
  'pain',
  'fatigue',
  'physical-function',
  'participation',
  'anxiety',
  'depression',
  'quality-of-life',
  'perceived-health',
  'well-being',
  'symptoms',
  'body-image',
  'work',
  'satisfaction',
  'vision',
  'urinary',
  'bowel',
  'sexuality',
  'breathing',
  'communication',
  'sleep',
  'self-management',
  'parenthood',
  'experience',
  'collaboration',
] as const

export const domainShape = z.enum(domains)
export type Domain = z.infer<typeof domainShape>

export const scaleShape = z.strictObject({
  id: keyShape,
  scoringVersion: z.int().min(1).max(9999),
  title: titleShape,
  domain: domainShape,
  items: z.array(keyShape).min(1).max(100),
  /** Per item: answered value (as text, since JSON keys are text) → value used; null for "does not apply", which counts as unanswered. */
  recode: z
    .record(
      keyShape,
      z.record(z.string().regex(/^-?\d+$/, 'write an answer as text, such as "3"'), z.number().nullable()),
    )
    .default({}),
  /** Items that are turned round: lowest + highest − answer. */
  reverse: z.array(keyShape).default([]),
  method: methodShape,
  /** Where the method and its numbers come from, if that must be said apart from the instrument's own sources. */
  methodSource: z.strictObject(sourcedShape).optional(),
  /**
   * "needed": numbers from memory, which give no score until somebody has compared them with `methodSource` and stands
   * here by name.
   */
  confirmation: z
    .union([z.literal('needed'), z.strictObject({ by: z.string().min(1), on: z.iso.date() })])
    .optional(),
  range: z.tuple([z.number(), z.number()]),
  direction: directionShape,
  /** Beside the axis: "hoger = meer pijn". */
  directionWords: localisedShape,
  /** For display only; a score is kept unrounded, and put in a band before it is rounded. */
  decimals: z.int().min(0).max(3),
  bands: z.array(bandShape).default([]),
  bandsSource: z.strictObject(sourcedShape).optional(),
  error: errorShape.optional(),
  thresholds: z.array(thresholdShape).default([]),
  acceptable: z.array(acceptableShape).optional(),
  norms: z.array(normShape).default([]),
  codes: z.array(codeShape).default([]),
})

export type Scale = z.infer<typeof scaleShape>
export type Band = z.infer<typeof bandShape>
export type Threshold = z.infer<typeof thresholdShape>
export type Norm = z.infer<typeof normShape>
