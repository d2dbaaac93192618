import { z } from 'zod'
import { idShape, localisedShape, positiveDurationShape, titleShape } from '../shapes.ts'

const titled = { id: idShape, title: titleShape }

const activityShape = z.strictObject({
  code: idShape,
  title: titleShape,
  role: idShape,
  minutes: z.int().min(0).max(1440),
  required: z.boolean(),
  costCents: z.int().min(0).optional(),
})

export const stageShape = z.strictObject({
  ...titled,
  goal: localisedShape,
  /** What the patient reads about this part of the way. */
  patientText: localisedShape,
  entry: localisedShape,
  exit: localisedShape,
  /** How long this stage should take at most. */
  norm: positiveDurationShape,
  decision: localisedShape.optional(),
  role: idShape,
  place: titleShape.optional(),
  partner: titleShape.optional(),
  activities: z.array(activityShape).min(1),
})

export type Stage = z.infer<typeof stageShape>
export type Activity = z.infer<typeof activityShape>
