import { localDate, moveDate } from '../../core/dates.ts'
import { ageOn } from '../../core/norm.ts'
import {
  ageBandOf,
  divisions,
  hourBandOf,
  type Invited,
  type Starts,
  type StartsGroup,
  startsBy,
  startsOf,
} from '../../core/starts.ts'
import { weekdayOf } from '../../core/weekday.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { sayTime } from '../outbox/say-date.ts'
import { titles } from '../outbox/titles.ts'
import { firstCalls, firstInvited } from './first-invited.ts'
import { reachOf, teamsWithin } from './reach.ts'

const MONTHS = 12

/** Who started of those who were first invited in the last year, divided in several ways. Only figures of groups. */
export async function whoStarts(
  deps: Deps,
  ctx: Ctx,
): Promise<{ from: string; all: Starts; groups: StartsGroup[] }> {
  const { db } = deps
  const house = await readOrganisation(db, ctx)
  const zone = house.timeZone
  const from = moveDate(localDate(deps.now().toISOString(), zone), `-P${MONTHS}M`)
  const teams = await teamsWithin(db, ctx, reachOf(ctx, 'messages:oversee'))
  const teamIds = teams.map(({ id }) => id)
  const rows = await firstInvited(db, teamIds, from)
  const called = await firstCalls(db, teamIds)
  const titleOf = await titles(deps, rows)
  const invited = rows.map((row) => invitedOf(row, called.get(row.assessmentId) ?? null, zone))
  const namesOf = new Map(rows.map((row) => [momentOf(row), titleOf(row)]))
  await recordRead(deps, ctx, { type: 'messages.overseen' })
  return {
    from,
    all: startsOf(invited),
    groups: divisions.flatMap((by) =>
      startsBy(invited, by).map((group) => ({
        ...group,
        title: by === 'moment' ? (namesOf.get(group.id) ?? null) : null,
      })),
    ),
  }
}

type Row = Awaited<ReturnType<typeof firstInvited>>[number]

const momentOf = ({ outcomeSet, moment }: Pick<Row, 'outcomeSet' | 'moment'>) => `${outcomeSet} ${moment}`

function invitedOf(row: Row, calledAt: string | null, zone: string): Invited {
  const sentAt = row.sentAt ?? ''
  const day = localDate(sentAt, zone)
  const wasCalled = calledAt !== null && (row.startedAt === null || calledAt < row.startedAt)
  const age = ageOn(row.birthDate, day)
  return {
    person: row.patientId,
    channel: wasCalled ? `${row.channel}-and-call` : row.channel,
    age: ageBandOf(age),
    language: ['nl', 'en', 'de', 'tr', 'ar'].includes(row.language) ? row.language : 'other',
    weekday: String(weekdayOf(day)),
    hour: hourBandOf(sayTime(sentAt, zone, 'nl')),
    moment: momentOf(row),
    delivered: row.failedAt === null,
    started: row.startedAt !== null,
    completed: row.submittedAt !== null,
    seen: row.seenInTime,
    discussed: row.discussedAt !== null,
  }
}
