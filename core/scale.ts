import { z } from 'zod'
import { codeShape, directionShape, idShape, keyShape, localisedShape, sourcedShape } from './shapes.ts'

const tableRowShape = z.strictObject({
  raw: z.number(),
  value: z.number(),
  standardError: z.number().positive().optional(),
})

const minAnsweredShape = z.union([
  z.strictObject({ count: z.int().min(1) }),
  z.strictObject({ share: z.number().gt(0).lte(1) }),
])

/** How a scale's value comes from its items, after `recode` and `reverse`. Values stay unrounded unless `rounding` says so. */
const methodShape = z.discriminatedUnion('kind', [
  /** The sum; needs every item. */
  z.strictObject({ kind: z.literal('sum') }),
  /** sum ÷ answered × items, so that a few missing answers count as the person's own mean. */
  z.strictObject({
    kind: z.literal('prorate'),
    minAnswered: minAnsweredShape,
    rounding: z.enum(['none', 'half-up']),
  }),
  /** Mean of what was answered. */
  z.strictObject({ kind: z.literal('mean'), minAnswered: minAnsweredShape }),
  /** Mean of what was answered, stretched from `min`..`max` to 0..100. */
  z.strictObject({
    kind: z.literal('linear-0-100'),
    min: z.number(),
    max: z.number(),
    minAnswered: minAnsweredShape,
  }),
  /** The sum, looked up in the owner's table; needs every item. */
  z.strictObject({ kind: z.literal('lookup'), table: z.array(tableRowShape).min(2).max(2000) }),
  /** A utility: `start`, less one decrement per item's level, less `anyAbove` once when any level is above `level`. Needs every item. */
  z.strictObject({
    kind: z.literal('decrements'),
    start: z.number(),
    anyAbove: z.strictObject({ level: z.number(), decrement: z.number() }),
    decrements: z.record(keyShape, z.record(z.string().regex(/^\d+$/), z.number())),
  }),
])

/** Covers values from `from` (inclusive) up to the next band's `from` (exclusive); the last one up to the end of the range. */
const bandShape = z.strictObject({
  from: z.number(),
  label: localisedShape,
  concern: z.enum(['none', 'watch', 'high']),
})

const errorShape = z.discriminatedUnion('kind', [
  /** One standard error of measurement for the whole range, in the scale's own units. */
  z.strictObject({ kind: z.literal('sem'), sem: z.number().positive(), ...sourcedShape }),
  /** Every row of the lookup table carries its own. */
  z.strictObject({ kind: z.literal('per-score'), ...sourcedShape }),
])

/** A change that patients in this context found important, in the scale's own units; always positive. */
const thresholdShape = z.strictObject({
  value: z.number().positive(),
  context: idShape,
  direction: z.enum(['improvement', 'worsening', 'either']),
  ...sourcedShape,
})

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
] as const

export const domainShape = z.enum(domains)
export type Domain = z.infer<typeof domainShape>

export const scaleShape = z.strictObject({
  id: keyShape,
  scoringVersion: z.int().min(1),
  title: localisedShape,
  domain: domainShape,
  items: z.array(keyShape).min(1).max(100),
  /** Per item: answered value (as text, since JSON keys are text) → value used; null for "does not apply", which counts as unanswered. */
  recode: z.record(keyShape, z.record(z.string().regex(/^-?\d+$/), z.number().nullable())).default({}),
  /** Items that are turned round: lowest + highest − answer. */
  reverse: z.array(keyShape).default([]),
  method: methodShape,
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
  norms: z.array(normShape).default([]),
  codes: z.array(codeShape).default([]),
})

export type Scale = z.infer<typeof scaleShape>
export type ScoringMethod = z.infer<typeof methodShape>
export type MinAnswered = z.infer<typeof minAnsweredShape>
export type Band = z.infer<typeof bandShape>
export type Threshold = z.infer<typeof thresholdShape>
export type Norm = z.infer<typeof normShape>
