import { z } from 'zod'

/** Which care path of the patient. */
export const EmergencySearch = z.object({ enrolment: z.string().max(64).optional().catch(undefined) })
