import { spreadSentence } from '../../../core/figures/spread-sentence.ts'
import { outcomeWords } from '../../../core/figures/team-outcome-words.ts'
import type { TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { sayUnverified } from '../../../core/instruments/unverified.ts'
import { Boxes } from '../../kit/charts/box/chart.tsx'
import { BoxTable } from '../../kit/charts/box/table.tsx'
import { Distribution } from '../../kit/charts/distribution/chart.tsx'
import { DistributionTable } from '../../kit/charts/distribution/table.tsx'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import type { TeamSearch } from './search.ts'
import { boxRow, type Rows, spreadRow, useRows } from './spread-rows.ts'

const NAMES = 196
/** Narrower than this the change stands beside the distribution, and needs no names of its own. */
const BESIDE = 300

/** How scores are spread, per moment or per level, and beside it the change since the first moment. */
export function Spread({ outcomes, search }: { outcomes: TeamOutcomes; search: TeamSearch }) {
  const say = useWords(outcomeWords)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  const { scale } = outcomes
  const rows = useRows(outcomes, search)
  const sentence = spreadSentence(outcomes, search.by, { language, format })
  const [from, to] = scale.range.map((end) => format.number(end, scale.decimals)) as [string, string]
  const bands = scale.bands.map(({ label }, place) => ({ id: String(place), label: local(label) }))
  const asBox = search.as === 'box' || bands.length === 0
  const spread = rows.groups.map((row) => spreadRow(row, rows.nameOf(row), rows.wholeOf(row)))
  const boxes = {
    sentence,
    direction: local(scale.directionWords),
    range: scale.range,
    decimals: scale.decimals,
    rows: rows.groups.map((row) => boxRow(row, rows.nameOf(row))),
  }
  return (
    <ChartFigure
      title={say.distribution.title(local(scale.title), rows.by)}
      sentence={sentence}
      shortcut="1"
      table={
        <>
          {bands.length > 0 ? (
            <DistributionTable sentence={sentence} categories={bands} rows={spread} />
          ) : null}
          <BoxTable {...boxes} />
          <DistributionTable sentence={say.distribution.change} categories={rows.changes} rows={rows.later} />
        </>
      }
      foot={[
        say.distribution.foot(`${from}–${to}`, local(scale.directionWords)),
        asBox ? null : say.distribution.footBars,
        rows.counted,
        scale.own ? say.distribution.own : null,
        sayUnverified(scale.unverified, language),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className={asBox ? 'team-boxes' : 'team-spread'}>
        <Fit first={520}>
          {(width) =>
            asBox ? (
              <Boxes {...boxes} width={width} />
            ) : (
              <Distribution
                sentence={sentence}
                categories={bands}
                rows={spread}
                width={width}
                names={NAMES}
              />
            )
          }
        </Fit>
        <Changes rows={rows} bare={!asBox} />
      </div>
    </ChartFigure>
  )
}

/** Who became clearly better or worse: beside the bars of the same rows, or below the boxes. */
function Changes({ rows: { change, later, changes, first }, bare }: { rows: Rows; bare: boolean }) {
  const say = useWords(outcomeWords)
  if (later.length === 0) return null
  return (
    <div className="team-change">
      <h3>{say.distribution.change}</h3>
      <Fit first={280}>
        {(width) => {
          const beside = bare && width <= BESIDE
          return (
            <Distribution
              sentence={say.distribution.change}
              categories={changes}
              rows={beside ? change.map(first) : later}
              width={width}
              names={NAMES}
              bare={beside}
            />
          )
        }}
      </Fit>
    </div>
  )
}
