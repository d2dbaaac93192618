import { z } from 'zod'
import { keyShape } from '../shapes.ts'

// How a scale's value comes from its items, after `recode` and `reverse`. Values stay unrounded unless `rounding` says so.

const minAnsweredShape = z.union([
  z.strictObject({ count: z.int().min(1) }),
  /** A share is rounded up: half of 5 items is 3. */
  z.strictObject({ share: z.number().gt(0).lte(1) }),
])

const tableShape = z
  .array(
    z.strictObject({
      raw: z.number(),
      value: z.number(),
      standardError: z.number().positive().optional(),
    }),
  )
  .min(2)
  .max(2000)

const answerText = z.string().regex(/^-?\d+$/, 'write an answer as text, such as "3"')

/** The sum; needs every item. */
const sumShape = z.strictObject({ kind: z.literal('sum') })

/** sum ÷ answered × items, so that a few missing answers count as the person's own mean. */
const prorateShape = z.strictObject({
  kind: z.literal('prorate'),
  minAnswered: minAnsweredShape,
  rounding: z.enum(['none', 'half-up']),
})

/** Mean of what was answered. */
const meanShape = z.strictObject({ kind: z.literal('mean'), minAnswered: minAnsweredShape })

/** Mean of what was answered, stretched from `min`..`max` to 0..100. */
const linearShape = z.strictObject({
  kind: z.literal('linear-0-100'),
  min: z.number(),
  max: z.number(),
  minAnswered: minAnsweredShape,
})

/** `constant` + Σ weight × answer; a missing answer counts as the person's mean of the others. */
const weightedSumShape = z.strictObject({
  kind: z.literal('weighted-sum'),
  constant: z.number().default(0),
  weights: z.record(keyShape, z.number()),
  minAnswered: minAnsweredShape,
})

/** The sum, looked up in the owner's table; needs every item. */
const lookupShape = z.strictObject({ kind: z.literal('lookup'), table: tableShape })

/** One table per form: the form whose items, all of them and no others, were answered. */
const lookupByFormShape = z.strictObject({
  kind: z.literal('lookup-by-form'),
  forms: z
    .array(
      z.strictObject({
        form: z.string().min(1).max(20),
        items: z.array(keyShape).min(1).max(100),
        table: tableShape,
      }),
    )
    .min(1)
    .max(20),
})

/** A utility: `start`, less one decrement per item's level, less `anyAbove` once when any level is above `level`. Needs every item. */
const decrementsShape = z.strictObject({
  kind: z.literal('decrements'),
  start: z.number(),
  anyAbove: z.strictObject({ level: z.number(), decrement: z.number() }),
  decrements: z.record(
    keyShape,
    z.record(z.string().regex(/^\d+$/, 'write an answer as text, such as "3"'), z.number()),
  ),
})

/** The worst of each group, and the mean of the groups. A group without an answer does not count. */
const maxOfGroupShape = z.strictObject({
  kind: z.literal('max-of-group'),
  groups: z
    .array(
      z.strictObject({
        items: z.array(keyShape).min(1).max(20),
        /** Any of these answered above zero (an aid, help of others) lifts the group to `least`. */
        floor: z.strictObject({ items: z.array(keyShape).min(1).max(20), least: z.number() }).optional(),
      }),
    )
    .min(1)
    .max(50),
  minGroups: z.int().min(1),
})

/** Where an answer leads: to the value, or to a question further down the list. */
const branchShape = z.union([z.strictObject({ value: z.number() }), z.strictObject({ ask: keyShape })])

/** Questions in turn, from the first; what is not on the way need not be answered. */
const decisionTreeShape = z.strictObject({
  kind: z.literal('decision-tree'),
  questions: z
    .array(z.strictObject({ item: keyShape, branches: z.record(answerText, branchShape) }))
    .min(1)
    .max(50),
})

/** The bank and its version, which question comes first, and when enough was asked: on the scale of θ. */
const adaptiveShape = z.strictObject({
  bank: z.string().min(1).max(100),
  start: keyShape.optional(),
  stop: z.strictObject({
    least: z.int().min(1).max(50),
    most: z.int().min(1).max(50),
    standardError: z.number().positive(),
    gain: z.number().positive().optional(),
    screen: z.int().min(0).max(20).optional(),
  }),
})

/**
 * Item response theory, Samejima's graded response model: P(at least category k) = 1 ÷ (1 + e^(−a(θ − b_k))).
 * The score is `metric.mean` + `metric.sd` × θ, with its standard error.
 */
const gradedResponseShape = z.strictObject({
  kind: z.literal('graded-response'),
  /** eap: mean of the posterior; map: its top. */
  estimator: z.enum(['eap', 'map']),
  prior: z.strictObject({ mean: z.number().min(-20).max(20), sd: z.number().positive().max(20) }),
  metric: z.strictObject({ mean: z.number(), sd: z.number().positive() }),
  parameters: z.record(
    keyShape,
    z.strictObject({
      a: z.number().positive().max(20),
      b: z.array(z.number().min(-20).max(20)).min(1).max(20),
    }),
  ),
  minAnswered: minAnsweredShape,
  /** Asked one by one, each question chosen by what was answered before (core/scoring/adaptive-engine.ts). */
  adaptive: adaptiveShape.optional(),
})

/** The mean of other scales of this instrument; needs them all. `reverse`: lowest + highest of that scale − its value. */
const meanOfScalesShape = z.strictObject({
  kind: z.literal('mean-of-scales'),
  scales: z.array(keyShape).min(2).max(50),
  reverse: z.array(keyShape).default([]),
})

export const methodShape = z.discriminatedUnion('kind', [
  sumShape,
  prorateShape,
  meanShape,
  linearShape,
  weightedSumShape,
  lookupShape,
  lookupByFormShape,
  decrementsShape,
  maxOfGroupShape,
  decisionTreeShape,
  gradedResponseShape,
  meanOfScalesShape,
])

export type ScoringMethod = z.infer<typeof methodShape>
export type MethodOf<Kind extends ScoringMethod['kind']> = Extract<ScoringMethod, { kind: Kind }>
export type MinAnswered = z.infer<typeof minAnsweredShape>
