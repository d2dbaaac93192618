import { z } from 'zod'

/** How many questions one person gets at most from this set on one day, those of all other sets counted with them. */
export const questionCapShape = z.strictObject({
  perDay: z.int().min(1).max(500),
  /**
   * At most so many before one appointment, by all moments of all sets that hang on it and open before it.
   * What is beyond is left out: after the visit it comes too late.
   */
  perVisit: z.int().min(1).max(500).optional(),
  /** What is beyond a day opens on the first later day with room, while it may still be answered, or is left out. */
  beyond: z.enum(['wait', 'leave-out']),
})
