import type { Admission } from '../../core/feeds/appointment-message.ts'
import { appointmentWords } from '../../core/feeds/appointment-words.ts'
import { localDate } from '../../core/time/dates.ts'
import { admitFeed } from '../acts/admit-feed.ts'
import type { PersonUpdate } from '../acts/decide-people.ts'
import type { EventOutcome } from '../acts/events/admit-events.ts'
import { noteFeed } from '../appointments/feed-days.ts'
import type { NumberedProblem } from '../appointments/resolve-all.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import { type Issue, refusal } from './outcome.ts'
import { fieldFault } from './places.ts'
import { type ReadDelivery, readDelivery } from './read-delivery.ts'
import type { Read, Sent } from './reading.ts'

/** What became of each resource, by where it stands: for the answer. */
export type Taken = { place: string; issue: Issue }[]

/** Takes in what was sent, all of it or nothing. A refusal is counted, so that a feed that fails is seen. */
export async function takeIn(deps: Deps, ctx: Ctx, sent: readonly Sent[]): Promise<Taken> {
  return countingRefusals(deps, ctx, sent.length, async (zone) => {
    const read = await readDelivery(deps, ctx, sent, {
      today: localDate(deps.now().toISOString(), zone),
      zone,
    })
    const taken = await admit(deps, ctx, read)
    const refused = read.leftOut.length
    if (refused > 0)
      await noteFeed(deps.db, deps, ctx, { source: 'fhir', zone, refused, fault: 'birth-date-partial' })
    return [...taken, ...read.leftOut]
  })
}

/** Runs work in the organisation's time zone; where it refuses, counts so many messages as refused and refuses. */
export async function countingRefusals<T>(
  deps: Deps,
  ctx: Ctx,
  messages: number,
  work: (zone: string) => Promise<T>,
): Promise<T> {
  const { timeZone: zone } = await readOrganisation(deps.db, ctx)
  try {
    return await work(zone)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [first] = (error.detail?.issues as Issue[] | undefined) ?? []
    const fault = first?.details?.coding[0]?.code ?? first?.code ?? error.code
    await noteFeed(deps.db, deps, ctx, { source: 'fhir', zone, refused: Math.max(1, messages), fault })
    throw error
  }
}

async function admit(deps: Deps, ctx: Ctx, { appointments, people, events }: ReadDelivery): Promise<Taken> {
  const delivery = {
    appointments: appointments.map(({ message }) => message),
    people: people.map(({ message }) => message),
    events: events.map(({ message }) => message),
  }
  const delivered = await admitFeed(deps, ctx, delivery, 'fhir').catch((error: unknown) => {
    throw placedRefusal(error, { messages_wrong: appointments, people_wrong: people, events_wrong: events })
  })
  return [
    ...delivered.admissions.map((one, at) => ({ place: placeOf(appointments[at]), issue: admitted(one) })),
    ...delivered.people.map((one, at) => ({ place: placeOf(people[at]), issue: updated(one) })),
    ...delivered.events.map((one, at) => ({ place: placeOf(events[at]), issue: happened(one) })),
  ]
}

const placeOf = (read: Read<unknown> | undefined) => read?.places.appointment ?? ''

function placedRefusal(error: unknown, lists: Record<string, readonly Read<unknown>[]>) {
  const list = error instanceof Problem ? lists[error.code] : undefined
  if (!(error instanceof Problem) || !list) return error
  const problems = (error.detail?.problems ?? []) as NumberedProblem[]
  return refusal(
    problems.flatMap(({ index, ...problem }) => {
      const places = list[index]?.places
      const field = places?.inPatient === '' ? problem.field.replace('patient.', '') : problem.field
      return places ? [fieldFault({ ...problem, field }, places)] : []
    }),
  )
}

const said = appointmentWords.en
const sentenceFor = (sentences: Record<string, string>, code: string) => sentences[code] ?? code

function admitted({ what, reason, notes }: Admission): Issue {
  const isDone = what !== 'set-aside' && what !== 'skipped'
  const because = [
    ...(reason ? [sentenceFor(said.reasons, reason)] : []),
    ...notes.map((note) => sentenceFor(said.notes, note)),
  ]
  return {
    severity: isDone && notes.length === 0 ? 'information' : 'warning',
    code: 'informational',
    diagnostics: [`${said.outcomes[what]}.`, ...because].join(' '),
    details: { coding: [{ code: what }] },
  }
}

const OF_PEOPLE: Record<PersonUpdate['what'], string> = {
  changed: 'Taken over.',
  unchanged: 'Known already.',
  unknown: 'Nobody here has this number; people are registered by their first appointment. Nothing was kept.',
  'set-aside':
    'Another name or birth date belongs to this number here. It waits for a person to decide; nothing was changed.',
  differs: 'Another name or birth date belongs to this number here, and a person left this aside before.',
}

const updated = ({ what }: PersonUpdate): Issue => ({
  severity: what === 'differs' || what === 'set-aside' ? 'warning' : 'information',
  code: 'informational',
  diagnostics: OF_PEOPLE[what],
  details: { coding: [{ code: what }] },
})

const OF_EVENTS: Record<EventOutcome['what'], string> = {
  taken: 'Taken in.',
  withdrawn: 'Withdrawn, with what followed from it.',
  unchanged: 'Known already.',
  enrolled: 'Taken in; the patient is on the care path now.',
  'set-aside': 'It waits for a person to decide.',
  skipped: 'Nothing was kept of it.',
}

const happened = ({ what, reason }: EventOutcome): Issue => ({
  severity: what === 'set-aside' ? 'warning' : 'information',
  code: 'informational',
  diagnostics: [OF_EVENTS[what], ...(reason ? [sentenceFor(said.reasons, reason)] : [])].join(' '),
  details: { coding: [{ code: what }] },
})
