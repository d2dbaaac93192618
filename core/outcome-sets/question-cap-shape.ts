import { z } from 'zod'

/** How many questions one person gets at most from this set on one day, those of all other sets counted with them. */
export const questionCapShape = z.strictObject({
  perDay: z.int().min(1).max(500),
  /** What is beyond opens on the first later day with room, while it may still be answered, or is left out. */
  beyond: z.enum(['wait', 'leave-out']),
})
