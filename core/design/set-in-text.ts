import { type OutcomeSet, outcomeSetFields } from '../outcome-sets/outcome-set.ts'

/** The outcome set that a text holds, whether or not its parts fit each other; null where it has not the shape of one. */
export function setInText(text: string): OutcomeSet | null {
  try {
    const read = outcomeSetFields.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null // no JSON yet: somebody is writing
  }
}
