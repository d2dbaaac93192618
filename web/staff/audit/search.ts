import { z } from 'zod'

/** What the log is filtered by, in the address: a person, a patient, a period (ISO dates, both included). */
export const AuditSearch = z.object({
  person: z.string().optional().catch(undefined),
  patient: z.string().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
})
