import { z } from 'zod'

const id = z.string().max(64).optional().catch(undefined)

export const PERIODS = [3, 6, 12, 24] as const
export const USUAL_PERIOD = 12

/** The address of a view: which team, how many months, what is looked at. Without a choice it is the usual one. */
export const TeamSearch = z.object({
  team: id,
  months: z
    .union(PERIODS.map((count) => z.literal(count)))
    .optional()
    .catch(undefined),
  measure: id,
  treatment: id,
  moment: id,
  by: z.enum(['moment', 'stage']).optional().catch(undefined),
})
export type TeamSearch = z.infer<typeof TeamSearch>
