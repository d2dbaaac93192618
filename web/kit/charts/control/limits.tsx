import type { ControlChart } from '../../../../core/statistics/control-chart.ts'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'

const words = {
  nl: {
    high: (value: string) => `bovengrens ${value}`,
    centre: (value: string) => `midden ${value}`,
    low: (value: string) => `ondergrens ${value}`,
  },
  en: {
    high: (value: string) => `upper limit ${value}`,
    centre: (value: string) => `centre ${value}`,
    low: (value: string) => `lower limit ${value}`,
  },
} satisfies Words<unknown>

type LimitsProps = {
  chart: ControlChart
  at: (id: string) => number
  y: (value: number) => number
  /** Half the distance between two periods. */
  half: number
  write: (value: number) => string
  /** Where the names of the last limits begin; null where there is no room for them. */
  named: number | null
}

/** The band within which chance keeps the values, per period as wide as its numbers make it, and the centre. */
export function Limits({ chart: { points, phases }, at, y, half, write, named }: LimitsProps) {
  const banded = points.flatMap(({ id, low, high }) =>
    low === null || high === null ? [] : [{ id, low, high }],
  )
  const last = banded.at(-1)
  return (
    <>
      {banded.map(({ id, low, high }) => {
        const from = at(id) - half
        const width = 2 * half
        return (
          <g key={id}>
            <rect
              className="lane"
              x={from}
              y={y(high)}
              width={width}
              height={Math.max(0, y(low) - y(high))}
            />
            <path className="norm" d={`M${from} ${y(high)}h${width}M${from} ${y(low)}h${width}`} />
          </g>
        )
      })}
      {phases.map(({ from, to, centre }) => (
        <line
          key={from}
          className="event"
          x1={at(from) - half}
          x2={at(to) + half}
          y1={y(centre)}
          y2={y(centre)}
        />
      ))}
      {named !== null && last ? (
        <Names
          x={named + 6}
          y={y}
          write={write}
          high={last.high}
          low={last.low}
          centre={phases.at(-1)?.centre ?? null}
        />
      ) : null}
    </>
  )
}

const APART = 15

/** The names stand at their lines, and never on each other. */
function Names({
  x,
  y,
  write,
  high,
  centre,
  low,
}: {
  x: number
  y: (value: number) => number
  write: (value: number) => string
  high: number
  centre: number | null
  low: number
}) {
  const say = useWords(words)
  const middle = y(centre ?? (high + low) / 2)
  return (
    <>
      <text x={x} y={Math.min(y(high), middle - APART) + 4}>
        {say.high(write(high))}
      </text>
      {centre === null ? null : (
        <text className="k" x={x} y={middle + 4}>
          {say.centre(write(centre))}
        </text>
      )}
      <text x={x} y={Math.max(y(low), middle + APART) + 4}>
        {say.low(write(low))}
      </text>
    </>
  )
}
