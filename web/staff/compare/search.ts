import { z } from 'zod'
import { comparedBy } from '../../../core/figures/team-comparison.ts'

const id = z.string().max(64).optional().catch(undefined)

export const CompareSearch = z.object({
  team: id,
  indicator: id,
  by: z.enum(comparedBy).optional().catch(undefined),
})
export type CompareSearch = z.infer<typeof CompareSearch>
