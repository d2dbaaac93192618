import { z } from 'zod'

/** Which of the patient's care paths, and from which day's clinic one came. */
export const PatientSearch = z.object({
  enrolment: z.string().optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
})
