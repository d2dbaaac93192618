import { z } from 'zod'

/** Which of the patient's care paths, from which day's clinic one came, and whether to see what was asked and sent. */
export const PatientSearch = z.object({
  enrolment: z.string().optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  plan: z.literal(true).optional().catch(undefined),
})
