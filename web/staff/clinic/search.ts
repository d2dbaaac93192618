import { z } from 'zod'

/**
 * The address of a day: /staff/clinic?day=2026-11-24. Without a day it is today; without `who` it is the reader's own
 * appointments, or everybody's for who sees nobody that day; `left`: only what still asks for something.
 */
export const ClinicSearch = z.object({
  day: z.iso.date().optional().catch(undefined),
  who: z.string().max(200).optional().catch(undefined),
  left: z.boolean().optional().catch(undefined),
})
export type ClinicSearch = z.infer<typeof ClinicSearch>
