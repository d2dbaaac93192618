import type { CallOutcome } from '../../../core/mail/outreach.ts'
import type { CallRow } from './queries.ts'
import type { callWords } from './words.ts'

type Reached = Pick<CallRow, 'canBeMailed' | 'canBeTexted' | 'hasLetter' | 'wasInvited'>

const hasLink = ({ canBeMailed, canBeTexted }: Reached) => canBeMailed || canBeTexted

/** Whether a call to this patient cannot end so: nothing would lead them to the questions. */
export function isBarred(reached: Reached, outcome: CallOutcome): boolean {
  if (outcome === 'new-link') return !hasLink(reached)
  return outcome === 'will-answer' && !hasLink(reached) && !reached.hasLetter
}

/** What follows from how a call ended, for this patient. */
export function followOf(say: (typeof callWords)['nl'], reached: Reached, outcome: CallOutcome): string {
  const { hasLetter, wasInvited } = reached
  if (outcome === 'new-link' && !hasLink(reached)) return say.noMail
  if (outcome !== 'will-answer') return say.follows[outcome]
  if (hasLink(reached)) return wasInvited ? say.follows['will-answer'] : say.withFirstMail
  return hasLetter ? say.onlyByLetter : say.noWay
}
