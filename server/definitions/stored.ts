import type { ZodType } from 'zod'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import { readOlder } from './older.ts'

type Stored = { content: string; publishedAt: string | null }

/**
 * Reads what was stored through today's shape: an older file says nothing of what was added since. What was published
 * stays as it is, also where a text or a code of it would be refused today, and is read once for each content.
 */
function storedAs<Definition>(shape: ZodType<Definition>) {
  const known = new Map<string, Definition>()
  return ({ content, publishedAt }: Stored): Definition => {
    if (!publishedAt) return shape.parse(JSON.parse(content))
    const definition = known.get(content) ?? readOlder(shape, content)
    known.set(content, definition)
    return definition
  }
}

export const storedInstrument = storedAs(instrumentShape)
export const storedSet = storedAs(outcomeSetShape)
