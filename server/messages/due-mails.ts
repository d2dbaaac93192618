import { byOneChannel } from '../../core/mail/coming-mail.ts'
import type { OutreachRule } from '../../core/mail/outreach.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { pastCalls } from '../outbox/past-calls.ts'
import { pauseKey } from '../outbox/pauses.ts'
import { rulesOfTeams } from '../outbox/team-rules.ts'
import { readCandidates, readOpenUnanswered } from './candidates.ts'
import { mailedAbout, nothingYet } from './mailed-about.ts'
import { addressed, recipientOf } from './whose-mail.ts'
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
  const mailed = await mailedAbout(
    db,
    candidates.map(({ id }) => id),
  )
  const calls = await pastCalls(
    db,
    candidates.map(({ patientId }) => patientId),
  )
  const versions = await definitions.versions(candidates.map(({ setVersionId }) => setVersionId))
  const all = candidates.flatMap((one) => {
    const house = houseOf.get(one.organisationId)
    const moment = versions.get(one.setVersionId)?.set.moments.find(({ id }) => id === one.moment)
    return (house && addressed(deps, one, moment, house, now)) ?? []
  })
  return [...Map.groupBy(all, recipientOf).values()].flatMap((own): DueMail[] => {
    const [one] = own
    const organisation = houseOf.get(one?.organisationId ?? '')
    if (!one || !organisation) return []
    const { patientId, proxyId } = one
    const due = own.flatMap((candidate): Due[] => {
      const version = versions.get(candidate.setVersionId)
      const rule = rules(candidate.teamId)
      const known = {
        mailed: mailed.get(candidate.id) ?? nothingYet,
        rule,
        calls: calls(patientId, candidate.teamId),
      }
      const wished =
        version && wishedFor(deps, candidate, { ...known, version, zone: organisation.timeZone }, now)
      return wished ? [{ ...candidate, ...wished, gapDays: rule.mailGapDays }] : []
    })
    const isHeld = (one: Due) => paused.has(pauseKey({ ...one, organisationId: organisation.id }))
    const held = due.filter(isHeld)
    const going = byOneChannel(due.filter((one) => !isHeld(one)))
    const [first] = [...going, ...held]
    return first ? [{ patientId, proxyId, organisation, channel: first.channel, due: going, held }] : []
  })
}
