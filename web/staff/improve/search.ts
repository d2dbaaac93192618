import { z } from 'zod'

const id = z.string().max(64).optional().catch(undefined)

export const SPANS = [12, 24, 36] as const
export const USUAL_SPAN = 24

/** Which team, which indicator, over how many months. */
export const ImproveSearch = z.object({
  team: id,
  indicator: id,
  months: z
    .union(SPANS.map((count) => z.literal(count)))
    .optional()
    .catch(undefined),
})
export type ImproveSearch = z.infer<typeof ImproveSearch>
