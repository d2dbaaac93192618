import type { ZodType } from 'zod'
import { instrumentShape } from '../../core/instruments/instrument.ts'
import { type OutcomeSet, outcomeSetFields } from '../../core/outcome-sets/outcome-set.ts'
import { readOlder } from './older.ts'

type Stored = { content: string; publishedAt: string | null }

/**
 * Reads what was stored through today's shape: an older file says nothing of what was added since. What was written
 * before a limit of today stays as it is: who is in care by it is asked and scored, and a draft is shown to whoever
 * mends it. What was published does not change, and is read once for each content.
 */
function storedAs<Definition>(shape: ZodType<Definition>) {
  const known = new Map<string, Definition>()
  return ({ content, publishedAt }: Stored): Definition => {
    const definition = known.get(content) ?? readOlder(shape, content)
    if (publishedAt) known.set(content, definition)
    return definition
  }
}

export const storedInstrument = storedAs(instrumentShape)
/** Whether its parts fit each other was looked at when it was published, by the rules of that day. */
export const storedSet = storedAs<OutcomeSet>(outcomeSetFields)
