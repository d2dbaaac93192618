import { z } from 'zod'
import { codeShape, idShape, titleShape } from '../shapes.ts'

// What can happen to somebody on a care path that no appointment tells of, and what follows: an operation, a birth, the
// start of a drug, a stroke; the loss of a child, and care that is no longer meant to cure.

/** After these a care path is another one: nothing goes out any more that the outcome set does not name. */
const turns = ['loss', 'palliative'] as const
export type Turn = (typeof turns)[number]

export const careEventShape = z.strictObject({
  id: idShape,
  title: titleShape,
  /** Codes match from their beginning, as those of the patient group do. */
  codes: z.array(codeShape).min(1),
  /** The stage that begins with it. */
  stage: idShape.optional(),
  /** From its day on only these moments are asked; where there are none, the care path ends. */
  turn: z.strictObject({ to: z.enum(turns), goesOn: z.array(idShape).default([]) }).optional(),
})
export type CareEvent = z.infer<typeof careEventShape>
