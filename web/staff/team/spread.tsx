import type { GroupRow, TeamOutcomes } from '../../../core/team-outcomes.ts'
import { sayUnverified } from '../../../core/unverified.ts'
import { Distribution } from '../../kit/charts/distribution/chart.tsx'
import type { Category, DistributionRow } from '../../kit/charts/distribution/data.ts'
import { DistributionTable } from '../../kit/charts/distribution/table.tsx'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { outcomeWords } from './outcome-words.ts'

const NAMES = 196
/** Narrower than this the change stands beside the distribution, and needs no names of its own. */
const BESIDE = 300

/** The distribution over the scale's bands, per moment or per stage, and beside it the change since the first moment. */
export function Spread({ outcomes, by }: { outcomes: TeamOutcomes; by: 'moment' | 'stage' }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  const { scale } = outcomes
  const groups = by === 'stage' ? outcomes.stages : outcomes.moments
  const bands = scale.bands.map(({ label }, place) => ({ id: String(place), label: local(label) }))
  const changes: Category[] = [
    { id: 'better', label: say.distribution.better, tone: 'better' },
    { id: 'same', label: say.distribution.same, tone: 'same' },
    { id: 'worse', label: say.distribution.worse, tone: 'worse' },
  ]
  const spread = groups.map((row) => spreadRow(row, local(row.title)))
  const change = groups.map((row) => changeRow(row, local(row.title)))
  const later = change.filter(({ id }) => id !== outcomes.baseline)
  const first = (row: DistributionRow) =>
    row.id === outcomes.baseline ? { ...row, n: null, instead: say.distribution.first } : row
  const sentence = useSentence(outcomes)
  const [from, to] = scale.range.map((end) => format.number(end, scale.decimals)) as [string, string]
  return (
    <ChartFigure
      title={say.distribution.title(local(scale.title), say.distribution[by])}
      sentence={sentence}
      shortcut="1"
      table={
        <>
          <DistributionTable sentence={sentence} categories={bands} rows={spread} />
          <DistributionTable sentence={say.distribution.change} categories={changes} rows={later} />
        </>
      }
      foot={[
        say.distribution.foot(`${from}–${to}`, local(scale.directionWords)),
        scale.own ? say.distribution.own : null,
        sayUnverified(scale.unverified, language),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className="team-spread">
        <Fit first={520}>
          {(width) => (
            <Distribution sentence={sentence} categories={bands} rows={spread} width={width} names={NAMES} />
          )}
        </Fit>
        <div className="team-change">
          <h3>{say.distribution.change}</h3>
          <Fit first={280}>
            {(width) => (
              <Distribution
                sentence={sentence}
                categories={changes}
                rows={width > BESIDE ? later : change.map(first)}
                width={width}
                names={NAMES}
                bare={width <= BESIDE}
              />
            )}
          </Fit>
        </div>
      </div>
    </ChartFigure>
  )
}

function spreadRow({ id, summary }: GroupRow, label: string): DistributionRow {
  const { bands, n, response } = summary
  const row = { id, label, response, shares: bands?.shares ?? [], together: bands?.together ?? 0 }
  return { ...row, ...(bands?.runs ? { runs: bands.runs } : {}), n: bands ? n : null }
}

function changeRow({ id, change }: GroupRow, label: string): DistributionRow {
  const { shares, n } = change ?? { shares: null, n: null }
  const row = { id, label, response: null, shares: shares?.shares ?? [], together: shares?.together ?? 0 }
  return { ...row, n: shares ? n : null }
}

/** How it was at first and at the moment in view, and how many changed clearly. */
function useSentence({ moments, moment, baseline, scale }: TeamOutcomes): string {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const first = moments.find(({ id }) => id === baseline)
  const later = moments.find(({ id }) => id === moment && id !== baseline)
  const worst = scale.bands.findIndex(({ concern }) => concern === 'high')
  const band = (row: GroupRow | undefined) => {
    const share = row?.summary.bands?.shares[worst]
    const label = scale.bands[worst]?.label
    return row && typeof share === 'number' && label
      ? say.distribution.band(local(row.title), format.percent(share), local(label))
      : null
  }
  const mean = (row: GroupRow | undefined) =>
    row?.summary.mean
      ? say.distribution.mean(
          local(row.title),
          format.number(row.summary.mean.value, Math.max(1, scale.decimals)),
        )
      : null
  const [before, after] = [band(first), band(later)]
  const levels =
    before && after
      ? say.distribution.both(before, after)
      : [mean(first), mean(later)].filter(Boolean).join(' ')
  const [better, , worse] = later?.change?.shares?.shares ?? []
  const changed =
    typeof better !== 'number'
      ? ''
      : typeof worse === 'number'
        ? say.distribution.changed(format.percent(better), format.percent(worse))
        : say.distribution.changedBetter(format.percent(better))
  return `${levels} ${changed}`.trim() || say.distribution.few
}
