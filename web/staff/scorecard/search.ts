import { z } from 'zod'

export const ScorecardSearch = z.object({ team: z.string().max(64).optional().catch(undefined) })
