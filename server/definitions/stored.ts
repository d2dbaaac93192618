import type { ZodType } from 'zod'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'

type Stored = { content: string; publishedAt: string | null }

/**
 * Reads what was stored through today's shape: an older file says nothing of what was added since. What was published
 * stays as it is, and is read once for each content.
 */
function storedAs<Definition>(shape: ZodType<Definition>) {
  const known = new Map<string, Definition>()
  return ({ content, publishedAt }: Stored): Definition => {
    const definition = known.get(content) ?? shape.parse(JSON.parse(content))
    if (publishedAt) known.set(content, definition)
    return definition
  }
}

export const storedInstrument = storedAs(instrumentShape)
export const storedSet = storedAs(outcomeSetShape)
