import type { Admission, AppointmentMessage, MessageProblem } from '../../core/feeds/appointment-message.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { refused } from '../http/problem.ts'
import type { Directory } from './directory.ts'
import { type KnownAppointment, knownAppointments } from './known-appointments.ts'
import { patientNumberOf } from './patient-number.ts'
import { isNoneOfOurs } from './placed.ts'
import { type Resolved, resolveMessage, toInstant } from './resolve.ts'

/** Which message of a set it is about. */
export type NumberedProblem = MessageProblem & { index: number }

/**
 * All of them or none: 422 'messages_wrong' with every problem. Null is what the rules say is none of ours; what of it
 * we had taken for ours (`knownNoneOfOurs`) is cancelled, or somebody would be reminded of a visit that is gone.
 */
export function resolveAll(
  messages: readonly AppointmentMessage[],
  directory: Directory,
  teamId: string | null,
  known: ReadonlyMap<AppointmentMessage, KnownAppointment>,
): (Resolved | null)[] {
  const problems: NumberedProblem[] = []
  const resolved = messages.map((message, index) => {
    if (isNoneOfOurs(message, directory, teamId)) return givenUp(message, known.get(message), directory)
    const one = resolveMessage(message, directory, teamId)
    if (!Array.isArray(one)) return one
    problems.push(...one.map((problem) => ({ index, ...problem })))
    return null
  })
  if (problems.length > 0)
    throw refused('messages_wrong', 'Some appointments cannot be taken in; nothing was changed', { problems })
  return resolved
}

/** What we had taken for ours of messages that the rules call none of ours. */
export async function knownNoneOfOurs(
  db: Tx,
  ctx: Ctx,
  messages: readonly AppointmentMessage[],
  directory: Directory,
  { teamId, source }: { teamId: string | null; source: string },
): Promise<Map<AppointmentMessage, KnownAppointment>> {
  const asked = messages.filter((message) => isNoneOfOurs(message, directory, teamId))
  const { organisationId, feedRules } = directory
  const named = asked.map(({ number, startsAt, patient }) => ({
    number,
    source,
    startsAt: toInstant(startsAt, directory.zone),
    patient: patientNumberOf(organisationId, feedRules, patient),
  }))
  const found = await knownAppointments(db, ctx, named)
  return new Map(
    asked.flatMap((message, place) => {
      const one = found[place]
      return one ? [[message, one] as const] : []
    }),
  )
}

/** The end of an appointment that turns out to be none of ours; one that has been, stays as it was. */
function givenUp(
  message: AppointmentMessage,
  before: KnownAppointment | undefined,
  directory: Directory,
): Resolved | null {
  if (!before || localDate(before.startsAt, directory.zone) < directory.today) return null
  const { teamId: team, kind, startsAt } = before
  const ended = resolveMessage({ ...message, team, kind, startsAt, status: 'cancelled' }, directory, null)
  return Array.isArray(ended) ? null : ended
}

export const isOurs = (one: Resolved | null): one is Resolved => one !== null

/** What became of each message, in the order in which they came. */
export function inOrder(
  resolved: readonly (Resolved | null)[],
  admissions: readonly Admission[],
): Admission[] {
  const rest = admissions.values()
  return resolved.map((one) => (one === null ? notOurs : (rest.next().value ?? notOurs)))
}

const notOurs: Admission = {
  what: 'skipped',
  person: null,
  enrolment: 'none',
  reason: 'not-ours',
  notes: [],
  patientId: null,
  enrolmentId: null,
  appointmentId: null,
}
