import { scaleLinear } from 'd3-scale'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { Picture } from '../picture.tsx'
import { lines, textWidth } from '../text.ts'
import type { ComparedRow, CompareProps } from './data.ts'

const words = {
  nl: {
    all: (value: string) => `allen ${value}`,
    hidden: 'niet getoond',
    raw: 'ruw',
    people: (n: number) => `n ${n}`,
  },
  en: {
    all: (value: string) => `all ${value}`,
    hidden: 'not shown',
    raw: 'raw',
    people: (n: number) => `n ${n}`,
  },
} satisfies Words<unknown>

const PITCH = 34
const COUNT = 48

type CaterpillarProps = Omit<CompareProps, 'overall'> & { overall: CompareProps['overall'] | null }

/** Each unit with its interval: adjusted where that can be, raw beside it as a ring. */
export function Caterpillar({ sentence, axis, overall, rows, range, write, width }: CaterpillarProps) {
  const say = useWords(words)
  const names = Math.min(Math.max(90, ...rows.map(({ label }) => textWidth(label) + 14)), width * 0.42)
  const above = lines(axis, width)
  const top = above.length * 15 + 26
  const x = scaleLinear(range, [names, width - COUNT]).clamp(true)
  const height = top + rows.length * PITCH + 26
  return (
    <Picture sentence={sentence} width={width} height={height}>
      {above.map((text, place) => (
        <text key={text} y={10 + place * 15}>
          {text}
        </text>
      ))}
      {x.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1={top - 6} y2={height - 22} />
          <text className="m" x={x(tick)} y={height - 6}>
            {write(tick)}
          </text>
        </g>
      ))}
      {overall ? (
        <>
          <line className="event" x1={x(overall.value)} x2={x(overall.value)} y1={top - 8} y2={height - 22} />
          <text className="m c k" x={x(overall.value)} y={top - 12}>
            {say.all(write(overall.value))}
          </text>
        </>
      ) : null}
      {rows.map((row, place) => (
        <Row key={row.id} row={row} x={x} y={top + place * PITCH + PITCH / 2} names={names} width={width} />
      ))}
    </Picture>
  )
}

type RowProps = { row: ComparedRow; x: (value: number) => number; y: number; names: number; width: number }

function Row({ row: { label, own, told }, x, y, names, width }: RowProps) {
  const say = useWords(words)
  const [name = ''] = lines(label, names - 8)
  const drawn = told?.adjusted ?? told?.raw
  return (
    <g>
      <text className={own ? 'c k' : 'k'} y={y + 4}>
        {name}
      </text>
      {told && drawn ? (
        <>
          <line
            className={told.adjusted ? 'control-line' : 'norm'}
            x1={x(drawn.low)}
            x2={x(drawn.high)}
            y1={y}
            y2={y}
          />
          {told.adjusted ? (
            <circle className="control-dot" cx={x(drawn.value)} cy={y} r={own ? 5.5 : 4.5} />
          ) : null}
          <circle className="mark-open" cx={x(told.raw.value)} cy={y} r="4" />
          <text className="r" x={width} y={y + 4}>
            {say.people(told.n)}
          </text>
        </>
      ) : (
        <text className="r" x={width} y={y + 4}>
          {say.hidden}
        </text>
      )}
    </g>
  )
}
