import { scaleLinear } from 'd3-scale'
import { area } from 'd3-shape'
import { SMALLEST_COMPARED } from '../../../../core/disclosure/small-groups.ts'
import { limitsAt, type Standing } from '../../../../core/figures/standing.ts'
import type { Words } from '../../../../core/words.ts'
import { useWords } from '../../words.tsx'
import { Picture } from '../picture.tsx'
import { lines } from '../text.ts'
import type { ComparedRow, CompareProps } from './data.ts'

const words = {
  nl: {
    all: (value: string) => `allen ${value}`,
    limit95: '95 %-grens',
    limit998: '99,8 %-grens',
    low: (percent: number) => `respons ${percent} %: niet te duiden`,
    people: 'aantal mensen',
    from: (n: number) => `vanaf ${n} mensen`,
  },
  en: {
    all: (value: string) => `all ${value}`,
    limit95: '95 % limit',
    limit998: '99.8 % limit',
    low: (percent: number) => `response ${percent} %: not interpretable`,
    people: 'number of people',
    from: (n: number) => `from ${n} people`,
  },
} satisfies Words<unknown>

const LEFT = 40
const HEIGHT = 240
const BESIDE = 96
const WIDE = 560
const STEPS = 40
const APART = 15 // of two names

type Point = { n: number; low: number; high: number }

/** Each unit by how many people it has, within how far chance reaches: no order, no rank. */
export function FunnelPlot({ sentence, axis, overall, rows, range, write, width }: CompareProps) {
  const say = useWords(words)
  const told = rows.flatMap((row) =>
    row.told?.adjusted ? [{ ...row, told: row.told, at: row.told.adjusted }] : [],
  )
  const right = width >= WIDE ? width - BESIDE : width - 8
  const above = lines(axis, width)
  const top = above.length * 15 + 8
  const most = Math.max(SMALLEST_COMPARED * 2, ...told.map(({ told: one }) => one.n)) * 1.15
  const x = scaleLinear([0, most], [LEFT, right])
  const y = scaleLinear(range, [top + HEIGHT, top]).clamp(true)
  const reach = (limit: 95 | 998): Point[] =>
    Array.from({ length: STEPS + 1 }, (_, step) => {
      const n = SMALLEST_COMPARED + ((most - SMALLEST_COMPARED) * step) / STEPS
      const [low, high] = limitsAt(overall, n, limit)
      return { n, low, high }
    })
  const shape = area<Point>()
    .x(({ n }) => x(n))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
  const [, high95] = limitsAt(overall, most, 95)
  const [, high998] = limitsAt(overall, most, 998)
  const name95 = Math.min(y(high95), y(overall.value) - APART)
  const name998 = Math.min(y(high998), name95 - APART)
  return (
    <Picture sentence={sentence} width={width} height={top + HEIGHT + 44}>
      {above.map((text, place) => (
        <text key={text} y={10 + place * 15}>
          {text}
        </text>
      ))}
      <path className="s1" d={shape(reach(998)) ?? ''} />
      <path className="s3" d={shape(reach(95)) ?? ''} />
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className="r" x={LEFT - 8} y={y(tick) + 4}>
            {write(tick)}
          </text>
        </g>
      ))}
      <line className="event" x1={LEFT} x2={right} y1={y(overall.value)} y2={y(overall.value)} />
      {width >= WIDE ? (
        <>
          <text x={right + 6} y={name998 + 4}>
            {say.limit998}
          </text>
          <text x={right + 6} y={name95 + 4}>
            {say.limit95}
          </text>
          <text className="k" x={right + 6} y={y(overall.value) + 4}>
            {say.all(write(overall.value))}
          </text>
        </>
      ) : null}
      {told.map(({ id, label, own, told: one, at }) => (
        <Unit
          key={id}
          row={{ id, label, own, told: one }}
          x={x(one.n)}
          y={y(at.value)}
          low={say.low}
          right={right}
        />
      ))}
      {x.ticks(5).map((tick) => (
        <text key={tick} className="m" x={x(tick)} y={top + HEIGHT + 18}>
          {tick}
        </text>
      ))}
      <text className="r" x={right} y={top + HEIGHT + 36}>
        {say.people}
      </text>
      <text x={x(SMALLEST_COMPARED)} y={top + HEIGHT + 36}>
        {say.from(SMALLEST_COMPARED)}
      </text>
    </Picture>
  )
}

type UnitProps = { row: ComparedRow; x: number; y: number; low: (percent: number) => string; right: number }

/** One’s own large and named, others small; outside the limits a diamond, a low response hollow. */
function Unit({ row: { label, own, told }, x, y, low, right }: UnitProps) {
  if (!told) return null
  const r = own ? 7 : 4
  const why = told.standing === 'low-response' ? low(Math.round(told.response * 100)) : ''
  const text = [own ? label : '', why].filter(Boolean).join(', ')
  const turned = x > right - 160
  return (
    <g>
      <Place standing={told.standing} own={own} x={x} y={y} r={r} />
      <text
        className={`${own ? 'c k' : ''} halo ${turned ? 'r' : ''}`}
        x={turned ? x - r - 6 : x + r + 6}
        y={y - 8}
      >
        {text}
      </text>
    </g>
  )
}

type PlaceProps = { standing: Standing; own: boolean; x: number; y: number; r: number }

function Place({ standing, own, x, y, r }: PlaceProps) {
  if (standing === 'low-response' || standing === 'too-few-others')
    return <circle className="mark-open" cx={x} cy={y} r={r} />
  if (standing === 'within') return <circle className={own ? 'accent' : 'd3'} cx={x} cy={y} r={r} />
  const side = r + 1
  return (
    <path
      className={own ? 'accent' : 'watch'}
      d={`M${x} ${y - side}l${side} ${side}-${side} ${side}-${side}-${side}z`}
    />
  )
}
