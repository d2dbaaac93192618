import { z } from 'zod'

/** The address of an import: /staff/imports?import=imp_…&show=all. Without one, the page waits for a file. */
export const ImportsSearch = z.object({
  import: z.string().max(64).optional().catch(undefined),
  show: z.enum(['attention', 'all']).optional().catch(undefined),
})
