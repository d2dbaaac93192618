import { z } from 'zod'

/** Whose list, in the address. */
export const CallsSearch = z.object({ team: z.string().max(64).optional().catch(undefined) })
