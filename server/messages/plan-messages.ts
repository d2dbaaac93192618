import { setImmediate as breathe } from 'node:timers/promises'
import { type Mailed, wishFor } from '../../core/reminders.ts'
import { anchorInstant } from '../../core/schedule.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { awakeAt } from './awake.ts'
import { type Candidate, readCandidates, readOpenUnanswered } from './candidates.ts'
import { mailedAbout, nothingYet } from './mailed-about.ts'
import { type Due, type PatientMail, writeMails } from './write-mails.ts'

/** Patients are looked at in groups of this size, so that a large installation never stands still. */
const GROUP = 200

/**
 * Writes into the outbox what must be asked or reminded of now: one mail per patient and local day. Asking again
 * changes nothing, two processes may do it at once, and what was missed while nobody asked is made up for with one
 * mail. Gives the number of mails written.
 */
export async function planMessages(deps: Deps): Promise<number> {
  const { db } = deps
  const now = deps.now().toISOString()
  const houses = await awakeAt(db, now)
  if (houses.length === 0) return 0
  let written = 0
  for (const ids of groupsOf(await readOpenUnanswered(db, now))) {
    written += await planGroup(deps, houses, ids, now)
    await breathe()
  }
  return written
}

/** All of a patient's assessments are in one group. */
function groupsOf(rows: readonly { id: string; patientId: string }[]): string[][] {
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  const people = [...byPatient.values()]
  return Array.from({ length: Math.ceil(people.length / GROUP) }, (_, place) =>
    people.slice(place * GROUP, (place + 1) * GROUP).flatMap((own) => own.map(({ id }) => id)),
  )
}

async function planGroup(deps: Deps, houses: readonly Organisation[], ids: string[], now: string) {
  const houseOf = new Map(houses.map((house) => [house.id, house]))
  const candidates = (await readCandidates(deps.db, { ids })).filter(({ organisationId }) =>
    houseOf.has(organisationId),
  )
  if (candidates.length === 0) return 0
  const mailed = await mailedAbout(
    deps.db,
    candidates.map(({ id }) => id),
  )
  const versions = await deps.definitions.versions(candidates.map(({ setVersionId }) => setVersionId))
  const mails = [...Map.groupBy(candidates, ({ patientId }) => patientId)].flatMap(
    ([patientId, own]): PatientMail[] => {
      const organisation = houseOf.get(own[0]?.organisationId ?? '')
      if (!organisation) return []
      const due = own.flatMap((candidate): Due[] => {
        const { waiting, ...before } = mailed.get(candidate.id) ?? nothingYet
        const version = versions.get(candidate.setVersionId)
        const wish = waiting || !version ? null : wishOf(candidate, version, before, now, organisation)
        return wish ? [{ ...candidate, wish }] : []
      })
      return due.length > 0 ? [{ patientId, organisation, due }] : []
    },
  )
  return writeMails(deps, mails, now)
}

function wishOf(
  candidate: Candidate,
  { set }: SetVersion,
  mailed: Mailed,
  now: string,
  { timeZone }: Organisation,
) {
  const reminders = set.moments.find(({ id }) => id === candidate.moment)?.reminders ?? []
  return wishFor(reminders, { ...candidate, anchorAt: anchorInstant(candidate.why) }, mailed, now, timeZone)
}
