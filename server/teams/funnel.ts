import { addFunnels, compareShares, describeFunnel } from '../../core/funnel.ts'
import { before, type Months, monthsOf } from '../../core/months.ts'
import { hiddenCells } from '../../core/small-groups.ts'
import type { TeamFunnel } from '../../core/team-outcomes.ts'
import { countFunnels, countInvited, nobodyInvited } from '../assessments/funnel.ts'
import type { Deps } from '../deps.ts'
import type { Team } from './scope.ts'

/** From invited to discussed, per month of the first invitation, beside the same number of months before. */
export async function readFunnel(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  team: Team,
  months: Months,
): Promise<TeamFunnel> {
  const earlier = before(months)
  const asked = {
    teamIds: [team.id],
    zone: team.zone,
    months: { from: earlier.from, to: months.to },
    now: now().toISOString(),
  }
  const counts = await countFunnels(db, asked)
  const people = await countInvited(db, asked, months.from)
  const of = (period: Months) => monthsOf(period).map((month) => counts.get(month) ?? nobodyInvited)
  const mine = of(months)
  const hidden = hiddenCells(mine.map((month) => month.people))
  const total = describeFunnel(addFunnels(mine), people.now)
  const past = describeFunnel(addFunnels(of(earlier)), people.before)
  const move = (figure: 'started' | 'discussed') =>
    compareShares(total?.[figure].share ?? null, past?.[figure].share ?? null)
  return {
    ...months,
    months: monthsOf(months).map((id, place) => ({
      id,
      funnel: hidden[place] ? null : describeFunnel(mine[place] ?? nobodyInvited),
    })),
    total,
    before: { ...earlier, total: past },
    moves: { started: move('started'), discussed: move('discussed') },
  }
}
