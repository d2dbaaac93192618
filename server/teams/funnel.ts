import { toTell } from '../../core/disclosure/told-blocks.ts'
import { addFunnels, compareShares, describeFunnel, type Funnel } from '../../core/figures/funnel.ts'
import type { TeamFunnel } from '../../core/figures/team-outcomes.ts'
import type { Objections } from '../../core/patients/objections.ts'
import { localDate } from '../../core/time/dates.ts'
import { before, type Months, monthOf, monthsOf, moveMonth } from '../../core/time/months.ts'
import { countFunnels, type MonthOfFunnel, nobodyInvited, readInvited } from '../assessments/funnel.ts'
import { readAllObjections } from '../patients/objections.ts'
import type { Reading } from './beside/reading.ts'
import type { Team } from './scope.ts'

type Reads = Pick<Reading, 'db' | 'now'>
type Told = { months: TeamFunnel['months']; total: Funnel | null }

/**
 * By team, from invited to discussed, per month of the first invitation that is over, beside the same number of months
 * before. A month with few people is told only with those that follow it; what stays over at the end of a year is not told.
 * However many teams there are, each time zone among them is asked about once.
 */
export async function readFunnels(
  reading: Reads,
  teams: readonly Team[],
  months: Months,
): Promise<Map<string, TeamFunnel>> {
  const found = new Map<string, TeamFunnel>()
  for (const [zone, some] of Map.groupBy(teams, (team) => team.zone))
    for (const [id, funnel] of await readZone(reading, zone, some, months)) found.set(id, funnel)
  return found
}

async function readZone({ db, now }: Reads, zone: string, teams: readonly Team[], months: Months) {
  const earlier = before(months)
  const instant = now().toISOString()
  const asked = {
    teamIds: teams.map(({ id }) => id),
    zone,
    // Blocks begin anew each January, whatever is asked for.
    months: { from: `${earlier.from.slice(0, 4)}-01`, to: months.to },
    now: instant,
  }
  const counts = await countFunnels(db, asked)
  const people = Map.groupBy(await readInvited(db, asked), ({ team }) => team)
  const organisationIds = [...new Set(teams.map(({ organisationId }) => organisationId))]
  const objections = await readAllObjections(db, organisationIds, zone)
  const last = moveMonth(monthOf(localDate(instant, zone)), -1)
  return teams.map(({ id }) => {
    const of = (period: Months) =>
      funnelOf(period, last, people.get(id) ?? [], counts.get(id) ?? new Map(), objections)
    return [id, besideBefore(months, earlier, of)] as const
  })
}

function besideBefore(months: Months, earlier: Months, of: (period: Months) => Told): TeamFunnel {
  const [present, past] = [of(months), of(earlier)]
  const move = (figure: 'started' | 'discussed') =>
    compareShares(present.total?.[figure].share ?? null, past.total?.[figure].share ?? null)
  return {
    ...months,
    months: present.months,
    total: present.total,
    before: { ...earlier, total: past.total },
    moves: { started: move('started'), discussed: move('discussed') },
  }
}

/** The total of the blocks that end in a period, and each of its months that is a block by itself. */
function funnelOf(
  period: Months,
  last: string,
  people: readonly { person: string; month: string }[],
  counts: ReadonlyMap<string, MonthOfFunnel>,
  objections: Objections,
): Told {
  const seen = people.map(({ person, month }) => ({ person, on: `${month}-01` }))
  const years = Map.groupBy(seen, ({ on }) => on.slice(0, 4))
  const told = [...years.values()].map((rows) => toTell(rows, objections, period, last))
  const blocks = told.flatMap((year) => year.blocks)
  const behind = new Set(told.flatMap(({ rows }) => rows.map(({ person }) => person))).size
  const sum = addFunnels(blocks.flatMap(monthsOf).map((month) => counts.get(month) ?? nobodyInvited))
  const isTold = (month: string) => blocks.some(({ from, to }) => from === month && to === month)
  return {
    months: monthsOf(period).map((id) => ({
      id,
      isOver: id <= last,
      funnel: isTold(id) ? describeFunnel(counts.get(id) ?? nobodyInvited) : null,
    })),
    total: describeFunnel(sum, behind),
  }
}
