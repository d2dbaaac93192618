import { z } from 'zod'

/** What to answer, or who answers it; the latter of one team. */
export const AlertsSearch = z.object({
  view: z.enum(['watch']).optional().catch(undefined),
  team: z.string().max(64).optional().catch(undefined),
})
