import { z } from 'zod'

const id = z.string().max(64).optional().catch(undefined)

/** Which team, and for which register and delivery; without a register, a dataset of one's own. */
export const ExportSearch = z.object({ team: id, register: id, delivery: id })
export type ExportSearch = z.infer<typeof ExportSearch>
