import { type ComingMail, comingMail, type Unanswered } from '../../core/mail/coming-mail.ts'
import { instantOf, localDate, moveDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import type { Organisation } from '../outbox/facts.ts'
import { pastCalls } from '../outbox/past-calls.ts'
import { pausedSets, pauseKey } from '../outbox/pauses.ts'
import { rulesOfTeams } from '../outbox/team-rules.ts'
import { addressed, recipientOf } from './addressed.ts'
import { readCandidates, readOpenUnanswered } from './candidates.ts'
import { groupsOf } from './due-mails.ts'
import { lastAsked } from './last-asked.ts'
import { mailedAbout, nothingYet } from './mailed-about.ts'
import { teamsWithin } from './reach.ts'
import { wishedFor } from './wished.ts'

const DAYS = 7

type Works = Pick<Deps, 'db' | 'definitions' | 'seal' | 'config'>
/** By outcome set: how many go, and how many wait by the days that their team wants between two mails. */
export type ComingDay = { day: string; mails: Record<string, number>; waits: Record<string, number> }

/**
 * How many mails and text messages would go on each of the coming seven local days, today with what is still to go, by
 * outcome set; of the organisation or of these teams. What a pause holds back is not counted. Nobody's name is read.
 */
export async function comingWeek(
  deps: Works & Pick<Deps, 'now'>,
  ctx: Ctx,
  house: Organisation,
  reach: readonly string[] | null,
): Promise<ComingDay[]> {
  const now = deps.now().toISOString()
  const days = daysFrom(now, house)
  const until = days.at(-1)?.at ?? now
  const unanswered: Unanswered[] = []
  const teamIds = (await teamsWithin(deps.db, ctx, reach)).map(({ id }) => id)
  const which = {
    paused: await pausedSets(deps.db),
    rules: await rulesOfTeams(deps.db),
    house,
    now,
    shown: new Set(teamIds),
  }
  for (const ids of groupsOf(await readOpenUnanswered(deps.db, { now, until, teamIds })))
    unanswered.push(...(await unansweredOf(deps, ids, which)))
  const mails = comingMail(
    unanswered,
    days.map(({ at }) => at),
    house,
  )
  const bySet = (place: number, waits: boolean) =>
    countBySet(mails.filter((mail) => mail.day === place && mail.waits === waits))
  return days.map(({ day }, place) => ({ day, mails: bySet(place, false), waits: bySet(place, true) }))
}

const countBySet = (mails: readonly ComingMail[]): Record<string, number> => {
  const groups = Map.groupBy(mails, ({ outcomeSet }) => outcomeSet)
  return Object.fromEntries([...groups].map(([set, all]) => [set, all.length]))
}

/** The last instant of sending on each day; today is left out once its hours are over. */
function daysFrom(now: string, { timeZone, sendUntil }: Organisation) {
  const today = localDate(now, timeZone)
  return Array.from({ length: DAYS + 1 }, (_, ahead) => {
    const day = moveDate(today, `P${ahead}D`)
    return { day, at: new Date(Date.parse(instantOf(`${day}T${sendUntil}`, timeZone)) - 1).toISOString() }
  })
    .filter(({ at }) => at > now)
    .slice(0, DAYS)
}

type Which = {
  paused: ReadonlySet<string>
  rules: Awaited<ReturnType<typeof rulesOfTeams>>
  house: Organisation
  now: string
  /** The teams whose mail is counted. */
  shown: ReadonlySet<string>
}

async function unansweredOf(
  deps: Works,
  ids: string[],
  { paused, rules, house, now, shown }: Which,
): Promise<Unanswered[]> {
  const { db, definitions } = deps
  const candidates = (await readCandidates(db, { ids })).filter((one) => !paused.has(pauseKey(one)))
  const mailed = await mailedAbout(
    db,
    candidates.map(({ id }) => id),
  )
  const calls = await pastCalls(
    db,
    candidates.map(({ patientId }) => patientId),
  )
  const versions = await definitions.versions(candidates.map(({ setVersionId }) => setVersionId))
  const lastAt = await lastAsked(
    db,
    candidates.filter(({ teamId }) => rules(teamId).mailGapDays !== null).map(({ patientId }) => patientId),
  )
  const zone = house.timeZone
  const lastOf = (recipient: string) => {
    const at = lastAt.get(recipient)
    return at ? localDate(at, zone) : null
  }
  return candidates.flatMap((candidate) => {
    const version = versions.get(candidate.setVersionId)
    const moment = version?.set.moments.find(({ id }) => id === candidate.moment)
    const one = addressed(deps, candidate, moment, house, now)
    if (!version || !one) return []
    const recipient = recipientOf(one)
    const before = mailed.get(one.id) ?? nothingYet
    const rule = rules(one.teamId)
    const known = { version, rule, calls: calls(one.patientId, one.teamId), zone }
    return {
      ...one,
      isShown: shown.has(one.teamId),
      gapDays: before.waiting ? 0 : rule.mailGapDays, // what is written goes
      patientId: recipient,
      lastOn: lastOf(recipient),
      // What waits to be sent goes on the first day.
      written: before.waiting ? { ...before, lastAt: null } : before,
      wishAt: (written, at) =>
        wishedFor(deps, one, { ...known, mailed: { ...before, ...written, waiting: false } }, at),
    }
  })
}
