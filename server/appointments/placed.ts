import type { AppointmentMessage } from '../../core/feeds/appointment-message.ts'
import { matchingRule } from '../../core/feeds/feed-rules.ts'
import type { Directory } from './directory.ts'

/** The organisation's rule for a message; a message that names its team, or comes for one, speaks for itself. */
function ruleFor(
  { kind, team, ...rest }: Partial<AppointmentMessage>,
  { feedRules }: Directory,
  teamId: string | null,
) {
  return kind === undefined || team || teamId ? null : matchingRule(feedRules, { kind, ...rest })
}

/** Whether the organisation's rules say that this appointment is none of ours. */
export const isNoneOfOurs = (message: AppointmentMessage, directory: Directory, teamId: string | null) =>
  ruleFor(message, directory, teamId)?.to === null

/** A message with the team, kind and side that the organisation's rules give it. */
export function placed<T extends Partial<AppointmentMessage>>(
  told: T,
  directory: Directory,
  teamId: string | null,
): T {
  const to = ruleFor(told, directory, teamId)?.to
  return to ? { ...told, team: to.teamId, kind: to.kind, side: told.side ?? to.side } : told
}
