import { type Meaning, meaningsFor } from '../../../core/feeds/event-meaning.ts'
import type { EventMessage } from '../../../core/feeds/event-message.ts'
import { numberProblems } from '../../../core/feeds/number-problems.ts'
import { localDate } from '../../../core/time/dates.ts'
import type { Directory, DirectoryTeam } from '../../appointments/directory.ts'
import { patientNumberOf } from '../../appointments/patient-number.ts'
import { personProblems, toInstant } from '../../appointments/resolve.ts'
import { personKeyOf } from '../../care-events/store.ts'
import type { Seal } from '../../db/seal.ts'
import type { SetVersion } from '../../definitions/reader.ts'
import { refused } from '../../http/problem.ts'
import { numberKey, type PatientNumber } from '../../patients/store.ts'

export type EventTeam = DirectoryTeam & { version: SetVersion; set: SetVersion['set'] }
/** A message about something that happened, with what it means here. */
export type ResolvedEvent = {
  message: EventMessage
  number: PatientNumber
  /** `numberKey` of the patient. */
  person: string
  personKey: string
  /** ISO date where the organisation is. */
  on: string
  meant: { team: EventTeam; meanings: Meaning[] }[]
}
type EventProblem = { index: number; field: string; code: string; value: string }

/**
 * What each message means here: nothing where it is none of ours. 422 'events_wrong' with every problem: a day that is
 * missing ('empty') or still to come ('event-later').
 */
export function resolveEvents(
  { seal }: { seal: Seal },
  messages: readonly EventMessage[],
  directory: Directory,
): ResolvedEvent[] {
  const problems: EventProblem[] = []
  const teams = directory.teams.flatMap((team): EventTeam[] =>
    team.version ? [{ ...team, version: team.version, set: team.version.set }] : [],
  )
  const resolved = messages.map((message, index) => {
    const at = message.at ? toInstant(message.at, directory.zone) : null
    const on = at ? localDate(at, directory.zone) : directory.today
    const wrong = (field: string, code: string) =>
      problems.push({ index, field, code, value: message.at ?? '' })
    const meant = meaningsFor(message, teams, directory.feedRules)
    // Of what is none of ours nothing is asked: a hospital's whole feed may come by.
    if (meant.length > 0 && message.status === 'happened' && !at) wrong('at', 'empty')
    if (meant.length > 0 && on > directory.today) wrong('at', 'event-later')
    for (const { field, code, value } of subjectProblems(message.patient, directory.today))
      problems.push({ index, field, code, value })
    const number = patientNumberOf(directory.organisationId, directory.feedRules, message.patient)
    return { message, number, person: numberKey(number), personKey: personKeyOf(seal, number), on, meant }
  })
  if (problems.length > 0)
    throw refused('events_wrong', 'Something that is said to have happened cannot be; nothing was changed', {
      problems,
    })
  return resolved
}

const subjectProblems = (subject: EventMessage['patient'], today: string) =>
  'birthDate' in subject ? personProblems(subject, today) : numberProblems(subject)

export const isOfOurs = ({ meant }: ResolvedEvent) => meant.length > 0

/** The outcome sets of an organisation, each once: two teams may have one. */
export const eachSet = ({ meant }: ResolvedEvent) => [
  ...new Map(meant.map((one) => [one.team.set.id, one])).values(),
]
