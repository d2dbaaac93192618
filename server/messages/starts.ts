import {
  ageBandOf,
  type Division,
  divisions,
  type Eligible,
  hourBandOf,
  type Starts,
  type StartsGroup,
  startsBy,
  startsOf,
} from '../../core/figures/starts.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { weekdayOf } from '../../core/time/weekday.ts'
import type { Localised } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { sayTime } from '../outbox/say-date.ts'
import { titles } from '../outbox/titles.ts'
import { firstCalls, firstInvited, uninvited } from './first-invited.ts'
import { reachOf, teamsWithin } from './reach.ts'

const MONTHS = 12

/** Who started of those who were first invited in the last year, divided in several ways. Only figures of groups. */
export async function whoStarts(
  deps: Deps,
  ctx: Ctx,
): Promise<{ from: string; all: Starts; groups: StartsGroup[] }> {
  const { db } = deps
  const { timeZone: zone } = await readOrganisation(db, ctx)
  const now = deps.now().toISOString()
  const from = moveDate(localDate(now, zone), `-P${MONTHS}M`)
  const teams = await teamsWithin(db, ctx, reachOf(ctx, 'messages:oversee'))
  const teamIds = teams.map(({ id }) => id)
  const rows = await firstInvited(db, teamIds, from)
  const others = await uninvited(db, teamIds, { from, now })
  const called = await firstCalls(db, teamIds)
  const eligible = [
    ...rows.map((row) => invitedOf(row, called.get(row.assessmentId) ?? null, zone)),
    ...others.map((row) => uninvitedOf(row, zone)),
  ]
  const nameOf = await namesOf(deps, [...rows, ...others])
  await recordRead(deps, ctx, { type: 'messages.overseen' })
  return {
    from,
    all: startsOf(eligible),
    groups: divisions.flatMap((by) =>
      startsBy(eligible, by).map((group) => ({ ...group, title: nameOf(by, group.id) })),
    ),
  }
}

type Row = Awaited<ReturnType<typeof firstInvited>>[number]
type Other = Awaited<ReturnType<typeof uninvited>>[number]
type Asked = Pick<Row, 'setVersionId' | 'outcomeSet' | 'moment'>

const momentOf = ({ outcomeSet, moment }: Asked) => `${outcomeSet} ${moment}`

/** What a group is called that an outcome set names, by its newest version among these; null for the others. */
async function namesOf(deps: Deps, rows: readonly Asked[]) {
  const newest = new Map(rows.map((row) => [momentOf(row), row]))
  const titleOf = await titles(deps, [...newest.values()])
  const sets = [...new Set(rows.map(({ outcomeSet }) => outcomeSet))]
  const versions = await Promise.all(sets.map((id) => deps.definitions.current(id)))
  const setTitles = new Map(sets.map((id, place) => [id, versions[place]?.set.title ?? null]))
  return (by: Division, id: string): Localised | null => {
    if (by === 'set') return setTitles.get(id) ?? null
    const named = by === 'moment' ? newest.get(id) : undefined
    return named ? titleOf(named) : null
  }
}

const about = (row: Pick<Row, 'patientId' | 'language' | 'birthDate'> & Asked, day: string) => ({
  person: row.patientId,
  age: ageBandOf(ageOn(row.birthDate, day)),
  language: ['nl', 'en', 'de', 'tr', 'ar'].includes(row.language) ? row.language : 'other',
  set: row.outcomeSet,
  moment: momentOf(row),
})

function invitedOf(row: Row, calledAt: string | null, zone: string): Eligible {
  const sentAt = row.sentAt ?? ''
  const day = localDate(sentAt, zone)
  const wasCalled = calledAt !== null && (row.startedAt === null || calledAt < row.startedAt)
  return {
    ...about(row, day),
    channel: wasCalled ? `${row.channel}-and-call` : row.channel,
    weekday: String(weekdayOf(day)),
    hour: hourBandOf(sayTime(sentAt, zone, 'nl')),
    invited: true,
    delivered: row.failedAt === null,
    opened: row.opened || row.startedAt !== null,
    started: row.startedAt !== null,
    completed: row.submittedAt !== null,
    seen: row.seenInTime,
    discussed: row.discussedAt !== null,
  }
}

const uninvitedOf = (row: Other, zone: string): Eligible => ({
  ...about(row, localDate(row.opensAt, zone)),
  channel: '',
  weekday: '',
  hour: '',
  invited: false,
  delivered: false,
  opened: false,
  started: false,
  completed: false,
  seen: false,
  discussed: false,
})
