import { Link } from '@tanstack/react-router'
import type { IndicatorChart } from '../../../core/figures/improvement.ts'
import { ControlSpark } from '../../kit/charts/control/spark.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { Sign, type SymbolName } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useIndicatorFormat } from '../team/indicator-format.ts'
import { useSpanName } from '../team/period-name.ts'
import { words } from './words.ts'

const SIDES = [
  'outcome',
  'experience',
  'clinical',
  'process',
] as const satisfies readonly IndicatorChart['side'][]

/** Every indicator as a line, by what it is about; each leads to its control chart. */
export function Figures({ indicators }: { indicators: readonly IndicatorChart[] }) {
  const say = useWords(words)
  const columns = say.columns
  return (
    <>
      <Scroller label={say.tab}>
        <table className="table scorecard-table">
          <thead>
            <tr>
              <th scope="col">{columns.figure}</th>
              <th scope="col">{columns.signal}</th>
              <th scope="col" className="number">
                {columns.last}
              </th>
              <th scope="col" className="number">
                {columns.before}
              </th>
              <th scope="col" className="number">
                {columns.target}
              </th>
              <th scope="col" className="number">
                {columns.n}
              </th>
              <th scope="col">{columns.course}</th>
            </tr>
          </thead>
          {SIDES.map((side) => {
            const own = indicators.filter((one) => one.side === side)
            return own.length === 0 ? null : (
              <tbody key={side}>
                <tr>
                  <th colSpan={7} scope="rowgroup" className="scorecard-side">
                    {say.sides[side]}
                  </th>
                </tr>
                {own.map((one) => (
                  <Line key={one.id} indicator={one} />
                ))}
              </tbody>
            )
          })}
        </table>
      </Scroller>
      <p className="chart-foot">{say.foot}</p>
    </>
  )
}

const SIGNS = {
  better: 'plus',
  worse: 'diamond',
  'no-signal': 'equals',
  mixed: 'half',
  'too-few': 'dash',
} as const satisfies Record<IndicatorChart['news']['kind'], SymbolName>

function Line({ indicator }: { indicator: IndicatorChart }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useIndicatorFormat()
  const span = useSpanName()
  const { id, title, news, target, chart, direction, range } = indicator
  const { last, before, kind } = news
  const { columns } = say
  const said = `${local(title)}: ${say.signals[kind]}`
  return (
    <tr>
      <th scope="row">
        <Link
          to="/staff/team/improve"
          search={(old: { team?: string | undefined }) => ({ team: old.team, indicator: id })}
        >
          {local(title)}
        </Link>
        <small className="table-about">
          {format.unit(indicator)}, {format.direction(indicator)}
        </small>
      </th>
      <td className="scorecard-signal">
        <span className={`status ${kind === 'better' ? 'better' : kind === 'worse' ? 'worse' : ''}`}>
          <Sign name={SIGNS[kind]} /> {say.signals[kind]}
        </span>
      </td>
      {last ? (
        <>
          <td className="number" data-name={columns.last}>
            {format.say(indicator, last.value)}
            <small className="table-about">{span(last.from, last.id)}</small>
          </td>
          <td className="number" data-name={columns.before}>
            {before ? format.say(indicator, before.value) : '–'}
          </td>
        </>
      ) : (
        <td className="quiet scorecard-few" colSpan={2}>
          {say.few}
        </td>
      )}
      <td className="number" data-name={columns.target}>
        {target === null ? '–' : format.say(indicator, target)}
      </td>
      <td className="number" data-name={columns.n}>
        {last?.n ?? '–'}
      </td>
      <td className="scorecard-course">
        <ControlSpark chart={chart} direction={direction} range={range} sentence={said} />
      </td>
    </tr>
  )
}
