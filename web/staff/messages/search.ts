import { z } from 'zod'

/** Whose mail is shown, in the address, so that it can be sent to a colleague. */
export const MailSearch = z.object({ patient: z.string().optional().catch(undefined) })
