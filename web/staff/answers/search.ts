import { z } from 'zod'

/** How the answers came and which version is on the paper, where whoever leads here knows. */
export const AnswersSearch = z.object({
  mode: z.enum(['paper', 'phone']).optional().catch(undefined),
  printed: z.coerce.number().int().min(1).optional().catch(undefined),
})
