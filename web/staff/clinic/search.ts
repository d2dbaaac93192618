import { z } from 'zod'

/** The address of a day: /staff/clinic?day=2026-11-24. Without a day it is today. */
export const ClinicSearch = z.object({ day: z.iso.date().optional().catch(undefined) })
