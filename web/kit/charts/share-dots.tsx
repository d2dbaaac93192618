import type { Estimate } from '../../../core/statistics/intervals.ts'
import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { Picture } from './picture.tsx'
import { ChartTable } from './table.tsx'
import { lines, textWidth } from './text.ts'

const words = {
  nl: {
    few: 'minder dan 10 mensen',
    of: (n: number, of: number) => `${n} van ${of}`,
    who: 'Wie',
    share: 'Aandeel',
    interval: '95 %-interval',
    numbers: 'Aantal',
    before: 'Ervoor',
  },
  en: {
    few: 'fewer than 10 people',
    of: (n: number, of: number) => `${n} of ${of}`,
    who: 'Who',
    share: 'Share',
    interval: '95 % interval',
    numbers: 'Number',
    before: 'Before',
  },
} satisfies Words<unknown>

/** One share 0–1 with its interval, beside the same of the period before; null where too few people are behind it. */
export type ShareDot = {
  id: string
  label: string
  now: (Estimate & { n: number; of: number }) | null
  before: number | null
}
type ShareDotsProps = {
  sentence: string
  rows: readonly ShareDot[]
  /** A share 0–1 that is known from elsewhere, and what it is. */
  reference: { at: number; label: string }
}

const TOP = 26
const PITCH = 46
const SIDE = 6
const FOOT = 18
const NAME_SIZE = 13
const WIDE = 480 // leaves room for the people behind a share

/** Shares of several groups on one line each from 0 to 100 %: the dot, its interval, and a ring where it was before. */
export function ShareDots({ sentence, rows, reference, width }: ShareDotsProps & { width: number }) {
  const x = (share: number) => SIDE + share * (width - 2 * SIDE)
  const bottom = TOP + rows.length * PITCH
  return (
    <Picture sentence={sentence} width={width} height={bottom + FOOT}>
      {[0, 0.5, 1].map((at) => (
        <g key={at}>
          <line className="grid" x1={x(at)} x2={x(at)} y1={TOP - 8} y2={bottom} />
          <text className={at === 0 ? '' : at === 1 ? 'r' : 'm'} x={at === 0 ? 0 : x(at)} y={bottom + 14}>
            {at * 100}
            {at === 1 ? ' %' : ''}
          </text>
        </g>
      ))}
      <text {...besideOf(reference.label, x(reference.at), width)} y="10">
        {reference.label}
      </text>
      {rows.map((row, place) => (
        <g key={row.id} transform={`translate(0 ${TOP + place * PITCH})`}>
          <Row row={row} usual={reference.at} x={x} width={width} />
        </g>
      ))}
    </Picture>
  )
}

/** Centred on its line, unless it would leave the picture. */
function besideOf(text: string, at: number, width: number) {
  const half = textWidth(text) / 2
  if (at - half < 0) return { x: 0 }
  return at + half > width ? { x: width, className: 'r' } : { x: at, className: 'm' }
}

type RowProps = { row: ShareDot; usual: number; x: (share: number) => number; width: number }

function Row({ row: { label, now, before }, usual, x, width }: RowProps) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <>
      <text className="k halo" y="9">
        {lines(label, width - (width < WIDE ? 44 : 110), NAME_SIZE)[0]}
      </text>
      <text className="r halo" x={width} y="9">
        {now
          ? [`${format.percent(now.value)}\u00A0%`, ...(width < WIDE ? [] : [say.of(now.n, now.of)])].join(
              ', ',
            )
          : say.few}
      </text>
      <rect className="lane" x={x(0)} y="22" width={x(1) - x(0)} height="8" rx="4" />
      <line className="event" x1={x(usual)} x2={x(usual)} y1="17" y2="35" />
      {now ? (
        <>
          <line className="reach" x1={x(now.low)} x2={x(now.high)} y1="26" y2="26" />
          {before === null ? null : <circle className="dot-open" cx={x(before)} cy="26" r="4" />}
          <circle className="dot" cx={x(now.value)} cy="26" r="6" />
        </>
      ) : null}
    </>
  )
}

/** The numbers of the shares. */
export function ShareDotsTable({ sentence, rows, reference }: ShareDotsProps) {
  const say = useWords(words)
  const format = useFormats()
  const percent = (share: number | null) => (share === null ? '–' : `${format.percent(share)}\u00A0%`)
  return (
    <>
      <ChartTable
        caption={sentence}
        columns={[say.who, say.share, say.interval, say.numbers, say.before]}
        rows={rows.map(({ id, label, now, before }) => ({
          key: id,
          cells: now
            ? [
                label,
                percent(now.value),
                `${format.percent(now.low)} – ${percent(now.high)}`,
                say.of(now.n, now.of),
                percent(before),
              ]
            : [label, say.few, '–', '–', percent(before)],
        }))}
      />
      <p className="chart-foot">{reference.label}</p>
    </>
  )
}
