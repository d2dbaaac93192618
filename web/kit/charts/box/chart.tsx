import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Picture } from '../picture.tsx'
import { lines } from '../text.ts'
import type { BoxProps, BoxRow } from './data.ts'

const words = {
  nl: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `respons ${percent} %`,
    hidden: 'minder dan 10 mensen',
    key: 'Blok: de middelste helft, streep: mediaan. Ruit: gemiddelde met 95 %-interval.',
    dots: 'Stip: één patiënt.',
  },
  en: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `response ${percent} %`,
    hidden: 'fewer than 10 people',
    key: 'Block: the middle half, line: median. Diamond: mean with 95 % interval.',
    dots: 'Dot: one patient.',
  },
} satisfies Words<unknown>

const PITCH = 62
const BOX = 20
const NAMES = 196
const NARROW = 480
const EDGE = 12
const KEY_LINE = 16

type X = ScaleLinear<number, number>

/** Quartiles, median and mean per group on the scale's own range; the people themselves where they are few. */
export function Boxes({ sentence, direction, range, decimals, rows, width }: BoxProps) {
  const say = useWords(words)
  const format = useFormats()
  const above = width < NARROW
  const x = scaleLinear(range, [above ? EDGE : NAMES, width - EDGE])
  const key = lines(
    [say.key, ...(rows.some(({ box }) => box?.dots.length) ? [say.dots] : [])].join(' '),
    width,
  )
  const pitch = PITCH + (above ? 34 : 0)
  const bottom = rows.length * pitch
  const height = bottom + 40 + key.length * KEY_LINE
  const ticks = [range[0], (range[0] + range[1]) / 2, range[1]]
  return (
    <Picture sentence={sentence} width={width} height={height}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1="0" y2={bottom} />
          <text className="m" x={x(tick)} y={bottom + 15}>
            {format.number(tick, decimals)}
          </text>
        </g>
      ))}
      {rows.map((row, place) => (
        <g key={row.id} transform={`translate(0 ${place * pitch})`}>
          <Name row={row} room={above ? width : NAMES - EDGE} />
          {row.box ? (
            <g transform={`translate(0 ${above ? 44 : 12})`}>
              <Box box={row.box} x={x} />
            </g>
          ) : null}
        </g>
      ))}
      <text x={x(range[0])} y={bottom + 31}>
        {direction}
      </text>
      {key.map((text, place) => (
        <text key={text} className="k" y={bottom + 36 + (place + 1) * KEY_LINE}>
          {text}
        </text>
      ))}
    </Picture>
  )
}

function Name({ row: { label, box }, room }: { row: BoxRow; room: number }) {
  const say = useWords(words)
  const format = useFormats()
  const name = lines(label, room, 14).slice(0, 2)
  const people = box
    ? `${say.people(box.n)}${box.response === null ? '' : `, ${say.response(format.percent(box.response))}`}`
    : say.hidden
  return (
    <>
      {name.map((text, place) => (
        <text key={text} className="h" y={16 + place * KEY_LINE}>
          {text}
        </text>
      ))}
      <text y={16 + name.length * KEY_LINE}>{people}</text>
    </>
  )
}

function Box({ box: { q1, median, q3, mean, dots }, x }: { box: NonNullable<BoxRow['box']>; x: X }) {
  const middle = BOX / 2
  return (
    <g>
      <rect className="box" x={x(q1)} width={Math.max(1, x(q3) - x(q1))} height={BOX} />
      <line className="box-median" x1={x(median)} x2={x(median)} y1="-2" y2={BOX + 2} />
      {stacked(dots).map(({ value, level }) => (
        <circle
          key={`${value} ${level}`}
          className="box-dot"
          cx={x(value)}
          cy={BOX + 8 + level * 5}
          r="2.2"
        />
      ))}
      {mean ? (
        <>
          <path
            className="interval"
            d={`M${x(mean.low)} ${middle}H${x(mean.high)}M${x(mean.low)} ${middle - 4}v8M${x(mean.high)} ${middle - 4}v8`}
          />
          <path className="box-mean" d={`M${x(mean.value)} ${middle - 6}l6 6l-6 6l-6 -6z`} />
        </>
      ) : null}
    </g>
  )
}

const MOST = 5 // dots that stand below one another

/** Equal scores stand below each other; more than fit share the last place. */
function stacked(dots: readonly number[]) {
  const seen = new Map<number, number>()
  return dots.flatMap((value) => {
    const level = seen.get(value) ?? 0
    seen.set(value, level + 1)
    return level < MOST ? [{ value, level }] : []
  })
}
