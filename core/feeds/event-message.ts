import { z } from 'zod'
import { lineShape } from '../shapes.ts'
import { changedAtShape, personMessageShape, timeShape } from './appointment-message.ts'

const words = (most: number) => lineShape(1, most, { type: 'text', least: 'empty', most: 'too-long' })

/** What a source says of a patient besides appointments, each from a resource or segment of its own. */
export const eventKinds = ['procedure', 'condition', 'medication', 'encounter', 'observation'] as const

/** Who it is about: by number; with name and birth date where the sender gave them. */
const subjectShape = z.union([
  personMessageShape,
  z.strictObject({ authority: words(100).optional(), number: words(64) }),
])

export const eventMessageShape = z.strictObject({
  /** The sender's own number of it: what says that a later message is about the same one. */
  number: words(200),
  kind: z.enum(eventKinds),
  /** Withdrawn: it did not happen, or was entered by mistake. */
  status: z.enum(['happened', 'withdrawn']).default('happened'),
  /** When it happened or began; may be absent where it is withdrawn. */
  at: timeShape.optional(),
  codes: z
    .array(z.strictObject({ system: words(200).optional(), code: words(100) }))
    .min(1, 'empty')
    .max(50),
  /** What was measured, in the unit of the measure it is for. */
  value: z.number().optional(),
  side: z.enum(['left', 'right', 'both'], 'side').optional(),
  location: words(200).optional(),
  patient: subjectShape,
  /** An older message never overwrites a newer one. */
  changedAt: changedAtShape.optional(),
})
export type EventMessage = z.infer<typeof eventMessageShape>
