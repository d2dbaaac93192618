import { z } from 'zod'

/** How the answers came, where whoever leads here knows. */
export const AnswersSearch = z.object({ mode: z.enum(['paper', 'phone']).optional().catch(undefined) })
