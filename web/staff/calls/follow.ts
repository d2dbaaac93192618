import type { CallOutcome } from '../../../core/outreach.ts'
import type { CallRow } from './queries.ts'
import type { callWords } from './words.ts'

type Reached = Pick<CallRow, 'canBeMailed' | 'hasLetter' | 'wasInvited'>

/** Whether a call to this patient cannot end so: nothing would lead them to the questions. */
export function isBarred({ canBeMailed, hasLetter }: Reached, outcome: CallOutcome): boolean {
  if (outcome === 'new-link') return !canBeMailed
  return outcome === 'will-answer' && !canBeMailed && !hasLetter
}

/** What follows from how a call ended, for this patient. */
export function followOf(
  say: (typeof callWords)['nl'],
  { canBeMailed, hasLetter, wasInvited }: Reached,
  outcome: CallOutcome,
): string {
  if (outcome === 'new-link' && !canBeMailed) return say.noMail
  if (outcome !== 'will-answer') return say.follows[outcome]
  if (canBeMailed) return wasInvited ? say.follows['will-answer'] : say.withFirstMail
  return hasLetter ? say.onlyByLetter : say.noWay
}
