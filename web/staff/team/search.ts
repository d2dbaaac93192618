import { z } from 'zod'
import { cutBy } from '../../../core/figures/team-outcomes.ts'

const id = z.string().max(64).optional().catch(undefined)

export const PERIODS = [3, 6, 12, 24, 60] as const
export const USUAL_PERIOD = 12

/**
 * The address of a view: which team, how many months, what is looked at, of whom ('age:65-74'), cut by what, drawn how.
 * Without a choice it is the usual one.
 */
export const TeamSearch = z.object({
  team: id,
  months: z
    .union(PERIODS.map((count) => z.literal(count)))
    .optional()
    .catch(undefined),
  measure: id,
  moment: id,
  who: z.string().max(128).optional().catch(undefined),
  by: z.enum(cutBy).optional().catch(undefined),
  as: z.enum(['box']).optional().catch(undefined),
})
export type TeamSearch = z.infer<typeof TeamSearch>
