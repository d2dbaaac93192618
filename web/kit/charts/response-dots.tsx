import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { Picture } from './picture.tsx'
import { ChartTable } from './table.tsx'

const words = {
  nl: {
    all: (percent: string) => `allen ${percent} %`,
    asked: 'gevraagd',
    few: 'niet getoond',
    group: 'Groep',
    answered: 'Respons',
  },
  en: {
    all: (percent: string) => `all ${percent} %`,
    asked: 'asked',
    few: 'not shown',
    group: 'Group',
    answered: 'Response',
  },
} satisfies Words<unknown>

/** A group and which share 0–1 of it answered; null when it is too small to tell of. */
export type ResponseRow = {
  id: string
  label: string
  value: { asked: number; response: number } | null
  /** Stays behind clearly: drawn with a sign of its own. */
  behind: boolean
  /** Begins a new way of dividing the same people. */
  first: boolean
}

type ResponseDotsProps = { sentence: string; all: number; rows: readonly ResponseRow[]; width: number }

const NAMES = 124
const ASKED = 64
const PITCH = 20
const GAP = 8
const TOP = 24

/** How many of each group answered, against how many of all. */
export function ResponseDots({ sentence, all, rows, width }: ResponseDotsProps) {
  const say = useWords(words)
  const format = useFormats()
  const x = (share: number) => NAMES + share * (width - NAMES - ASKED)
  const y = (place: number) =>
    TOP + place * PITCH + rows.slice(1, place + 1).filter(({ first }) => first).length * GAP
  const height = y(rows.length - 1) + PITCH
  return (
    <Picture sentence={sentence} width={width} height={height}>
      <line className="event" x1={x(all)} x2={x(all)} y1="14" y2={height - 8} />
      <text className="c k m" x={x(all)} y="8">
        {say.all(format.percent(all))}
      </text>
      <text className="r" x={width} y="8">
        {say.asked}
      </text>
      {rows.map((row, place) => (
        <g key={row.id} transform={`translate(0 ${y(place)})`}>
          <text className="k" y="4">
            {row.label}
          </text>
          {row.value ? (
            <Dot value={row.value} behind={row.behind} all={all} x={x} right={width} />
          ) : (
            <text className="r" x={width} y="4">
              {say.few}
            </text>
          )}
        </g>
      ))}
    </Picture>
  )
}

function Dot({
  value: { asked, response },
  behind,
  all,
  x,
  right,
}: {
  value: { asked: number; response: number }
  behind: boolean
  all: number
  x: (share: number) => number
  right: number
}) {
  const format = useFormats()
  const at = x(response)
  const left = response < all
  return (
    <>
      <line className="reach" x1={x(all)} x2={at} />
      {behind ? (
        <path className="watch" d={`M${at} -6l6 6-6 6-6-6z`} />
      ) : (
        <circle className="d3" cx={at} r="4.5" />
      )}
      <text className={`${behind ? 'watch' : 'k'}${left ? ' r' : ''}`} x={left ? at - 11 : at + 10} y="4">
        {format.percent(response)} %
      </text>
      <text className="r" x={right} y="4">
        {asked}
      </text>
    </>
  )
}

/** The numbers of who answered. */
export function ResponseTable({ sentence, rows }: Pick<ResponseDotsProps, 'sentence' | 'rows'>) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <ChartTable
      caption={sentence}
      columns={[say.group, say.asked, say.answered]}
      rows={rows.map(({ id, label, value }) => ({
        key: id,
        cells: value
          ? [label, value.asked, `${format.percent(value.response)}\u00A0%`]
          : [label, say.few, '–'],
      }))}
    />
  )
}
