import { z } from 'zod'

export const RoundsSearch = z.object({ team: z.string().max(64).optional().catch(undefined) })
