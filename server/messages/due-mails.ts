import { byOneChannel } from '../../core/mail/coming-mail.ts'
import type { OutreachRule } from '../../core/mail/outreach.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { pastCalls } from '../outbox/past-calls.ts'
import { pauseKey } from '../outbox/pauses.ts'
import { rulesOfTeams } from '../outbox/team-rules.ts'
import { type Addressed, addressed, recipientOf } from './addressed.ts'
import { type Candidate, readCandidates, readOpenUnanswered } from './candidates.ts'
import { mailedAbout, nothingYet } from './mailed-about.ts'
import { wishedFor } from './wished.ts'
import type { Due, PatientMail } from './write-mails.ts'

/** Patients are looked at in groups of this size, so that a large installation never stands still. */
const GROUP = 200

type Works = Pick<Deps, 'db' | 'definitions' | 'seal' | 'config'>
type Rules = (teamId: string) => OutreachRule

/** A mail, and what a pause of its outcome set (`pausedSets`) holds back; of a patient of whom all is held `due` is empty. */
export type DueMail = PatientMail & { held: Due[] }

/**
 * What must be asked or reminded of now, in groups: one mail per patient of these organisations, and where teams are named
 * of those whom they ask. Nothing is written.
 */
export async function* dueMails(
  deps: Works,
  houses: readonly Organisation[],
  now: string,
  paused: ReadonlySet<string>,
  teamIds?: readonly string[],
): AsyncGenerator<DueMail[]> {
  const rules = await rulesOfTeams(deps.db)
  for (const ids of groupsOf(await readOpenUnanswered(deps.db, { now, teamIds })))
    yield await dueOfGroup(deps, houses, { ids, rules, paused }, now)
}

/** All of a patient's assessments are in one group. */
export function groupsOf(rows: readonly { id: string; patientId: string }[]): string[][] {
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  const people = [...byPatient.values()]
  return Array.from({ length: Math.ceil(people.length / GROUP) }, (_, place) =>
    people.slice(place * GROUP, (place + 1) * GROUP).flatMap((own) => own.map(({ id }) => id)),
  )
}

type Group = { ids: string[]; rules: Rules; paused: ReadonlySet<string> }

/** What must be asked or reminded of now among these assessments, one mail per patient. */
export async function dueOfGroup(
  deps: Works,
  houses: readonly Organisation[],
  { ids, rules, paused }: Group,
  now: string,
): Promise<DueMail[]> {
  const { db, definitions } = deps
  const houseOf = new Map(houses.map((house) => [house.id, house]))
  const candidates = (await readCandidates(db, { ids })).filter((one) => houseOf.has(one.organisationId))
  if (candidates.length === 0) return []
  const known = await knownOf(db, candidates)
  const versions = await definitions.versions(candidates.map(({ setVersionId }) => setVersionId))
  const all = candidates.flatMap((one) => {
    const house = houseOf.get(one.organisationId)
    const moment = versions.get(one.setVersionId)?.set.moments.find(({ id }) => id === one.moment)
    return (house && addressed(deps, one, moment, house, now)) ?? []
  })
  return [...Map.groupBy(all, recipientOf).values()].flatMap((own): DueMail[] => {
    const house = houseOf.get(own[0]?.organisationId ?? '')
    if (!house) return []
    const mail = mailOf(own, house, paused, (one) => dueOf(deps, one, house, { known, rules, versions }, now))
    return mail ? [mail] : []
  })
}

/** What was mailed and called about these before, read once for all. */
async function knownOf(db: Works['db'], candidates: readonly Candidate[]) {
  const mailed = await mailedAbout(
    db,
    candidates.map(({ id }) => id),
  )
  const calls = await pastCalls(
    db,
    candidates.map(({ patientId }) => patientId),
  )
  return { mailed, calls }
}

type Facts = {
  known: Awaited<ReturnType<typeof knownOf>>
  rules: Rules
  versions: ReadonlyMap<string, SetVersion>
}

/** What one of these wants now, if anything. */
function dueOf(
  deps: Works,
  one: Addressed,
  { timeZone }: Organisation,
  { known, rules, versions }: Facts,
  now: string,
): Due | null {
  const version = versions.get(one.setVersionId)
  if (!version) return null
  const rule = rules(one.teamId)
  const mailed = known.mailed.get(one.id) ?? nothingYet
  const calls = known.calls(one.patientId, one.teamId)
  const wished = wishedFor(deps, one, { mailed, rule, calls, version, zone: timeZone }, now)
  return wished ? { ...one, ...wished, gapDays: rule.mailGapDays } : null
}

/** One mail with all that is due of a recipient; null where nothing is. */
function mailOf(
  own: readonly Addressed[],
  organisation: Organisation,
  paused: ReadonlySet<string>,
  dueNow: (one: Addressed) => Due | null,
): DueMail | null {
  const due = own.flatMap((one) => dueNow(one) ?? [])
  const isHeld = (one: Due) => paused.has(pauseKey({ ...one, organisationId: organisation.id }))
  const held = due.filter(isHeld)
  const going = byOneChannel(due.filter((one) => !isHeld(one)))
  const [one] = own
  const [first] = [...going, ...held]
  if (!one || !first) return null
  const { patientId, proxyId } = one
  return { patientId, proxyId, organisation, channel: first.channel, due: going, held }
}
