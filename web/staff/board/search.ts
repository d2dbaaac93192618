import { z } from 'zod'

const id = z.string().max(64).optional().catch(undefined)

/** The address of a view: whose board, who of it, and which stages show everybody. */
export const BoardSearch = z.object({
  team: id,
  side: z.enum(['left', 'right', 'both']).optional().catch(undefined),
  treatment: id,
  lead: id,
  only: z.enum(['alert', 'urgent', 'worse', 'over', 'silent']).optional().catch(undefined),
  open: z.array(z.string().max(64)).max(50).optional().catch(undefined),
})
export type BoardSearch = z.infer<typeof BoardSearch>
