import { localDate } from '../../core/dates.ts'
import { mayBeAsked } from '../../core/licence.ts'
import { type Mailed, wishFor } from '../../core/reminders.ts'
import { anchorInstant } from '../../core/schedule.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { pauseKey } from '../outbox/pauses.ts'
import { type Candidate, readCandidates, readOpenUnanswered } from './candidates.ts'
import { mailedAbout, nothingYet } from './mailed-about.ts'
import type { Due, PatientMail } from './write-mails.ts'

/** Patients are looked at in groups of this size, so that a large installation never stands still. */
const GROUP = 200

type Works = Pick<Deps, 'db' | 'definitions'>

/**
 * What must be asked or reminded of now, in groups: one mail per patient of these organisations. Nothing is written.
 * What belongs to a paused outcome set (`pausedSets`) is left out, and what other teams ask where some are named.
 */
export async function* dueMails(
  deps: Works,
  houses: readonly Organisation[],
  now: string,
  paused: ReadonlySet<string>,
  teamIds?: readonly string[],
): AsyncGenerator<PatientMail[]> {
  for (const ids of groupsOf(await readOpenUnanswered(deps.db, { now, teamIds })))
    yield await dueOfGroup(deps, houses, ids, now, paused)
}

/** All of a patient's assessments are in one group. */
export function groupsOf(rows: readonly { id: string; patientId: string }[]): string[][] {
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  const people = [...byPatient.values()]
  return Array.from({ length: Math.ceil(people.length / GROUP) }, (_, place) =>
    people.slice(place * GROUP, (place + 1) * GROUP).flatMap((own) => own.map(({ id }) => id)),
  )
}

async function dueOfGroup(
  { db, definitions }: Works,
  houses: readonly Organisation[],
  ids: string[],
  now: string,
  paused: ReadonlySet<string>,
): Promise<PatientMail[]> {
  const houseOf = new Map(houses.map((house) => [house.id, house]))
  const candidates = (await readCandidates(db, { ids })).filter(
    (one) => houseOf.has(one.organisationId) && !paused.has(pauseKey(one)),
  )
  if (candidates.length === 0) return []
  const mailed = await mailedAbout(
    db,
    candidates.map(({ id }) => id),
  )
  const versions = await definitions.versions(candidates.map(({ setVersionId }) => setVersionId))
  return [...Map.groupBy(candidates, ({ patientId }) => patientId)].flatMap(
    ([patientId, own]): PatientMail[] => {
      const organisation = houseOf.get(own[0]?.organisationId ?? '')
      if (!organisation) return []
      const due = own.flatMap((candidate): Due[] => {
        const { waiting, ...before } = mailed.get(candidate.id) ?? nothingYet
        const version = versions.get(candidate.setVersionId)
        const isAsked = version && hasSomethingToAsk(version, candidate, now, organisation)
        const wish = waiting || !isAsked ? null : wishOf(candidate, version, before, now, organisation)
        return wish ? [{ ...candidate, wish }] : []
      })
      return due.length > 0 ? [{ patientId, organisation, due }] : []
    },
  )
}

/** Nobody is invited to questions that no licence allows to be asked today. */
const hasSomethingToAsk = (
  version: SetVersion,
  { moment }: Candidate,
  now: string,
  { timeZone }: Organisation,
): boolean =>
  askedInstruments(version, moment).instruments.some((one) => mayBeAsked(one, localDate(now, timeZone)))

function wishOf(
  candidate: Candidate,
  version: SetVersion,
  mailed: Mailed,
  now: string,
  { timeZone }: Organisation,
) {
  return wishFor(remindersOf(version, candidate), askingOf(candidate), mailed, now, timeZone)
}

/** The rules by which somebody is reminded of an assessment. */
export const remindersOf = ({ set }: SetVersion, { moment }: Pick<Candidate, 'moment'>) =>
  set.moments.find(({ id }) => id === moment)?.reminders ?? []

/** The instants of an assessment that reminders are counted from. */
export const askingOf = ({ opensAt, dueAt, closesAt, why }: Candidate) => ({
  opensAt,
  dueAt,
  closesAt,
  anchorAt: anchorInstant(why),
})
