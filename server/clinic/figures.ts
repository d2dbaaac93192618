import type { ClinicFigures, SoulFigure } from '../../core/consult/clinic-day.ts'
import { addFunnels, type FunnelCounts } from '../../core/figures/funnel.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf, moveMonth } from '../../core/time/months.ts'
import { countFunnels } from '../assessments/funnel.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { readWeeks } from './weeks.ts'
import { zoneOf } from './zone.ts'

/** An instant, and its date in the organisation's time zone. */
type At = { now: string; today: string; zone: string }

/** How the caller's teams are doing, in numbers about nobody. */
export async function readFigures({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx): Promise<ClinicFigures> {
  const zone = await zoneOf(db, ctx)
  const at = { now: now().toISOString(), today: localDate(now().toISOString(), zone), zone }
  const [figures, weeks] = await Promise.all([readSoulFigures(db, ctx, at), readWeeks(db, ctx, at)])
  return { ...figures, weeks }
}

/**
 * The two figures of our soul for the caller's teams, in the month of `today` (local date) and the month before: of
 * those invited in the month, who started; of what these completed and could be discussed by now, what was opened
 * and discussed.
 */
export async function readSoulFigures(db: Tx, ctx: Ctx, { now: at, today, zone }: At) {
  const month = monthOf(today)
  const past = moveMonth(month, -1)
  const counts = await countFunnels(db, {
    teamIds: ctx.teamIds,
    zone,
    months: { from: past, to: month },
    now: at,
  })
  const of = (asked: string) => addFunnels([...counts.values()].flatMap((team) => team.get(asked) ?? []))
  const [now, then] = [of(month), of(past)]
  const figure = (n: keyof FunnelCounts, whole: keyof FunnelCounts): SoulFigure => ({
    n: now[n],
    of: now[whole],
    month,
    before: { month: past, share: then[whole] === 0 ? null : then[n] / then[whole] },
  })
  return { started: figure('started', 'invited'), discussed: figure('discussed', 'due') }
}
