import type { TimeChartData } from './data.ts'
import { apart, geometry } from './geometry.ts'

/** What happened besides scores, of one kind; `at` is an ISO day or instant. */
export type Lane = { name: string; marks: readonly { at: string; text: string; strong: boolean }[] }

const LANE = 26
const PAD = 8

/** Marks of everything that happened, a line for each kind, on the axis of the chart above. */
export function Lanes({
  chart,
  lanes,
  width,
}: {
  chart: TimeChartData
  lanes: readonly Lane[]
  width: number
}) {
  const geo = geometry(chart, width)
  const height = lanes.length * LANE + PAD
  const today = geo.x(chart.today)
  return (
    <svg
      className="chart lanes"
      role="presentation"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {lanes.map(({ name, marks }, row) => {
        const y = PAD + row * LANE + LANE / 2
        const seen = marks.filter(({ at }) => geo.x(at) >= geo.x0 && geo.x(at) <= geo.x1)
        return (
          <g key={name}>
            <line className="hair" x1={geo.wide ? 0 : geo.x0} x2={geo.x1} y1={y} y2={y} />
            <text className="lane-name" x={geo.wide ? 0 : geo.x0} y={y - 5}>
              {name}
            </text>
            {seen
              .filter(({ at, strong }, place) => strong || apart(geo, seen[place - 1]?.at, at))
              .map(({ at, text, strong }) => (
                <circle
                  key={`${at} ${text}`}
                  className={strong ? 'lane-strong' : 'lane-mark'}
                  cx={geo.x(at)}
                  cy={y}
                  r={strong ? 5 : 4}
                >
                  <title>{text}</title>
                </circle>
              ))}
          </g>
        )
      })}
      {today > geo.x0 && today < geo.x1 ? (
        <line className="today" x1={today} x2={today} y1={0} y2={height} />
      ) : null}
    </svg>
  )
}
