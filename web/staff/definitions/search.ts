import { z } from 'zod'

/** Which side of a version is looked at, in the address, so that it can be sent to whoever judges it. */
export const VersionSearch = z.object({
  show: z.enum(['path', 'changes', 'simulate', 'wording', 'form', 'text']).optional().catch(undefined),
})
export type Side = NonNullable<z.infer<typeof VersionSearch>['show']>
