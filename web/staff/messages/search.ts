import { z } from 'zod'

/** Whose mail is shown, or which list, in the address, so that it can be sent to a colleague. */
export const MailSearch = z.object({
  patient: z.string().optional().catch(undefined),
  list: z.enum(['waiting', 'sent', 'failed', 'suppressed']).optional().catch(undefined),
})
