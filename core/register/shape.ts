import { z } from 'zod'
import {
  durationShape,
  idShape,
  keyShape,
  localisedShape,
  positiveDurationShape,
  sourcedShape,
  titleShape,
} from '../shapes.ts'

// How what a team knows becomes what a quality register asks: the register's own names, codes and windows, as data.

const nameShape = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'write a letter, then letters, digits and underscores, at most 64')
const codeShape = z.string().min(1).max(32)
const plain = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) })

/** Where a field's value comes from. Free text is none of them: nobody's own words leave. */
const fieldSourceShape = z.discriminatedUnion('kind', [
  plain('pseudonym'),
  plain('moment'),
  /** The day from which the register counts. */
  plain('index-date'),
  plain('answered-on'),
  /** From the index date to the answer. */
  plain('days'),
  /** On the index date. */
  plain('age'),
  plain('sex'),
  plain('side'),
  plain('treatment'),
  plain('mode'),
  plain('respondent'),
  z.strictObject({ kind: z.literal('constant'), value: z.union([codeShape, z.number()]) }),
  z.strictObject({
    kind: z.literal('score'),
    instrument: idShape,
    scale: keyShape,
    scoringVersion: z.int().min(1),
  }),
  z.strictObject({ kind: z.literal('answer'), instrument: idShape, item: keyShape }),
  z.strictObject({ kind: z.literal('measure'), measure: idShape }),
])
export type FieldSource = z.infer<typeof fieldSourceShape>

const fieldShape = z.strictObject({
  /** As the register calls it. */
  name: nameShape,
  title: titleShape,
  from: fieldSourceShape,
  required: z.boolean().default(false),
  /** Codes of the moments at which it is asked; without them, at all. */
  at: z.array(codeShape).min(1).optional(),
  /** Our value to theirs; what is not named here cannot be delivered. */
  values: z.record(z.string().min(1).max(64), z.union([codeShape, z.number()])).optional(),
  /** Between what the register takes a number. */
  range: z.tuple([z.number(), z.number()]).optional(),
  decimals: z.int().min(0).max(6).default(0),
})
export type RegisterField = z.infer<typeof fieldShape>

const registerMomentShape = z.strictObject({
  code: codeShape,
  title: titleShape,
  /** Both counted from the index date; both days are in it. */
  from: durationShape,
  until: durationShape,
  /** Of several answers within the window. */
  takes: z.enum(['first', 'last']),
})
export type RegisterMoment = z.infer<typeof registerMomentShape>

export const registerShape = z.strictObject({
  id: idShape,
  version: z.int().min(1),
  title: titleShape,
  keeper: localisedShape,
  about: localisedShape,
  ...sourcedShape,
  /** 'legal-duty': the law asks it, so no objection holds. 'own-basis': the register's own, and who objects is left out. */
  basis: z.enum(['legal-duty', 'own-basis']),
  /** Which law or which agreement. */
  ground: localisedShape,
  outcomeSet: idShape,
  /** Only care paths with one of these treatment options; without them, all. */
  treatments: z.array(idShape).min(1).optional(),
  index: z.discriminatedUnion('kind', [
    plain('enrolment'),
    /** The first entry into this stage. */
    z.strictObject({ kind: z.literal('stage'), stage: idShape }),
  ]),
  /** What closes in a period is delivered at the latest so long after its end. */
  delivery: z.strictObject({ every: z.enum(['quarter', 'year']), within: positiveDurationShape }),
  moments: z.array(registerMomentShape).min(1).max(20),
  fields: z.array(fieldShape).min(1).max(300),
})
export type Register = z.infer<typeof registerShape>
