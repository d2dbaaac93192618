import { z } from 'zod'

// Imported before anything that makes a schema: zod would try `new Function`, and the policy of our pages reports it.
z.config({ jitless: true })
