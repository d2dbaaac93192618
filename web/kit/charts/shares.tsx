import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { Picture } from './picture.tsx'
import { ChartTable } from './table.tsx'
import { lines } from './text.ts'

const words = {
  nl: { what: 'Wat', n: 'Aantal', share: 'Aandeel', few: 'minder dan 10' },
  en: { what: 'What', n: 'Number', share: 'Share', few: 'fewer than 10' },
} satisfies Words<unknown>

/** How many chose something; null where too few did to say. */
export type ShareRow = { id: string; label: string; n: number | null }
type SharesProps = { sentence: string; rows: readonly ShareRow[]; of: number; width: number }

const PITCH = 42
const NAME_SIZE = 13

/** Shares of the same people, one bar each: they may have chosen more than one. */
export function Shares({ sentence, rows, of, width }: SharesProps) {
  const format = useFormats()
  const say = useWords(words)
  const height = rows.length * PITCH
  return (
    <Picture sentence={sentence} width={width} height={height}>
      {rows.map(({ id, label, n }, place) => (
        <g key={id} transform={`translate(0 ${place * PITCH})`}>
          <text className="h" y="13">
            {lines(label, width - 90, NAME_SIZE)[0]}
          </text>
          <text className="r" x={width} y="13">
            {n === null ? say.few : `${format.percent(n / of)}\u00A0%`}
          </text>
          <rect className="lane" y="19" width={width} height="10" />
          {n === null ? null : <rect className="d3" y="19" width={(n / of) * width} height="10" />}
        </g>
      ))}
    </Picture>
  )
}

/** The shares' numbers. */
export function SharesTable({ sentence, rows, of }: Omit<SharesProps, 'width'>) {
  const format = useFormats()
  const say = useWords(words)
  return (
    <ChartTable
      caption={sentence}
      columns={[say.what, say.n, say.share]}
      rows={rows.map(({ id, label, n }) => ({
        key: id,
        cells: n === null ? [label, say.few, '–'] : [label, n, `${format.percent(n / of)}\u00A0%`],
      }))}
    />
  )
}
