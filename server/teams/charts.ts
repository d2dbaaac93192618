import {
  chartKindOf,
  type Improvement,
  type IndicatorChart,
  marksOf,
  newsOf,
  type TeamCharts,
} from '../../core/figures/improvement.ts'
import { buckets, seriesOf } from '../../core/figures/series.ts'
import type { Indicator } from '../../core/outcome-sets/indicator.ts'
import { controlChart } from '../../core/statistics/control-chart.ts'
import { localDate } from '../../core/time/dates.ts'
import { type Months, monthOf } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { readImprovements } from './improvements.ts'
import { type Look, readSource, scaleOf } from './indicator-source.ts'
import type { Team } from './scope.ts'

/** Every indicator of the team's outcome set over time, with the improvements that the team made. */
export async function readCharts(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  team: Team,
  months: Months,
): Promise<Omit<TeamCharts, 'mayImprove'>> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const instant = now().toISOString()
  const improvements = await readImprovements(db, team.id)
  const indicators: IndicatorChart[] = []
  const look: Look = { team, version, months: historyOf({ now: instant, team }), now: instant }
  for (const indicator of version.set.indicators)
    indicators.push(await chartOf(db, look, months, indicator, improvements))
  return {
    ...months,
    team: { id: team.id, name: team.name },
    group: version.set.patientGroup.title,
    today: localDate(instant, team.zone),
    indicators,
    improvements,
  }
}

async function chartOf(
  db: Tx,
  look: Look,
  months: Months,
  indicator: Indicator,
  improvements: readonly Improvement[],
): Promise<IndicatorChart> {
  const today = localDate(look.now, look.team.zone)
  const { every, observations } = seriesOf(await readSource(db, look, indicator), months, today)
  const own = improvements.filter((one) => one.indicator === null || one.indicator === indicator.id)
  const { isEvent, ...unit } = unitOf(look.version, indicator)
  const marks = marksOf(own, buckets[every])
  const chart = controlChart(chartKindOf(indicator.count, isEvent), observations, marks)
  const begun = own.map(({ id, startedOn }) => ({ period: buckets[every](startedOn), improvement: id }))
  return {
    ...describe(indicator),
    ...unit,
    every,
    chart,
    begun,
    news: newsOf({ ...indicator, every, chart }),
  }
}

const YEARS = 10

/** The grid on which small groups are hidden: whole years, whatever is asked. */
function historyOf({ now, team }: Pick<Look, 'now' | 'team'>): Months {
  const to = monthOf(localDate(now, team.zone))
  return { from: `${Number(to.slice(0, 4)) - YEARS + 1}-01`, to }
}

const describe = ({ id, title, side, direction, target, unverified, ...rest }: Indicator) => ({
  id,
  title,
  side,
  direction,
  numerator: rest.numerator,
  denominator: rest.denominator,
  exclusions: rest.exclusions,
  window: rest.window,
  source: rest.source,
  publicId: rest.publicId,
  unverified: unverified === true,
  target: target?.value ?? null,
})

/** In what an indicator is written: a score on its scale, a clinical value in its unit, a share or a rate. */
export function unitOf(version: SetVersion, { count }: Indicator) {
  if (count.kind === 'mean') {
    const { scale } = scaleOf(version, count.measure)
    return { isEvent: false, unit: null, range: scale.range, decimals: Math.max(1, scale.decimals) }
  }
  const measure = count.kind === 'clinical' && version.set.measures.find(({ id }) => id === count.measure)
  return measure && measure.kind === 'value'
    ? { isEvent: false, unit: measure.unit, range: null, decimals: Math.max(1, measure.decimals) }
    : { isEvent: true, unit: null, range: null, decimals: 0 }
}
