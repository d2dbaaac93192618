import { useId } from 'react'
import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { Hatch } from './marks.tsx'
import { ramp } from './ramp.ts'
import { ChartTable } from './table.tsx'
import { textWidth } from './text.ts'

const words = {
  nl: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `respons ${percent} %`,
    hidden: 'minder dan 10 mensen',
    moment: 'Moment',
    n: 'Aantal',
    answered: 'Respons',
    few: 'verborgen',
    together: (percent: string) => `samen ${percent}`,
    whole: 'elke groep onder 10 mensen',
    or: 'of',
    withNext: (percent: string) => `${percent} % samen`,
  },
  en: {
    people: (n: number) => `n = ${n}`,
    response: (percent: string) => `response ${percent} %`,
    hidden: 'fewer than 10 people',
    moment: 'Moment',
    n: 'People',
    answered: 'Response',
    few: 'hidden',
    together: (percent: string) => `together ${percent}`,
    whole: 'each group under 10 people',
    or: 'or',
    withNext: (percent: string) => `${percent} % together`,
  },
} satisfies Words<unknown>

/** What a part of the bar is: from little to much on the neutral ramp, or a judgement about change. */
export type Category = { id: string; label: string; tone?: 'better' | 'same' | 'worse' }

export type DistributionRow = {
  id: string
  label: string
  /** People in this bar; null when there are too few to show. */
  n: number | null
  /** Share 0–1 of those who were asked; null when that has no meaning here. */
  response: number | null
  /** Shares 0–1, in the order of the categories; null for those with too few people, which together are `together`. */
  shares: readonly (number | null)[]
  together?: number
  /** Neighbouring categories that are told together. */
  runs?: readonly { from: number; to: number; share: number }[]
}

type DistributionProps = {
  sentence: string
  categories: readonly Category[]
  rows: readonly DistributionRow[]
  width: number
  /** Room for the rows' names, in pixels; 0 when they stand in a chart beside it, and only the numbers go below. */
  names?: number
}

const BAR = 26
const PITCH = 54
const LABELS = 136

/** One bar of 100 % per moment or group: how many people are in each category. */
export function Distribution({ sentence, categories, rows, width, names = LABELS }: DistributionProps) {
  const hatch = useId()
  const narrow = width < 480 && names > 0
  const x0 = narrow ? 0 : names
  const pitch = narrow ? PITCH + 18 : PITCH
  const top = 22
  return (
    <svg
      className="chart"
      role="img"
      aria-label={sentence}
      width={width}
      height={top + rows.length * pitch}
      viewBox={`0 0 ${width} ${top + rows.length * pitch}`}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      <Legend categories={categories} x0={x0} hatch={hatch} />
      {rows.map((row, place) => (
        <g key={row.id} transform={`translate(0 ${top + place * pitch})`}>
          <RowLabel row={row} place={narrow ? 'above' : names > 0 ? 'beside' : 'below'} />
          {row.n === null ? null : (
            <g transform={`translate(${x0} ${narrow ? 18 : 0})`}>
              <Bar row={row} categories={categories} width={width - 30 - x0} hatch={hatch} />
            </g>
          )}
        </g>
      ))}
    </svg>
  )
}

function RowLabel({ row, place }: { row: DistributionRow; place: 'above' | 'beside' | 'below' }) {
  const say = useWords(words)
  const format = useFormats()
  const response = row.response === null ? '' : `, ${say.response(format.percent(row.response))}`
  const people = row.n === null ? say.hidden : say.people(row.n) + response
  if (place === 'below') return <text y={row.n === null ? 17 : BAR + 16}>{people}</text>
  return (
    <>
      <text className="h" y="14">
        {row.label}
      </text>
      {place === 'above' ? (
        <text x={textWidth(row.label, 14) + 14} y="14">
          {people}
        </text>
      ) : (
        <text y="30">{people}</text>
      )}
    </>
  )
}

function partOf(category: Category, index: number, count: number, hatch: string) {
  if (category.tone === 'better') return { fill: 'var(--accent)', text: 'var(--on-accent)' }
  if (category.tone === 'worse') return { fill: `url(#${hatch})`, text: 'var(--worse)' }
  if (category.tone === 'same') return { fill: 'var(--d-1)', text: 'var(--on-d-1)' }
  return ramp(index, count)
}

/** Where each part of a bar begins and how long it is; what is too small to show is one part, where its first would stand. */
function partsOf(row: DistributionRow, count: number) {
  const parts: { from: number; share: number; shown: boolean }[] = []
  let from = 0
  let hidden = row.together ?? 0
  for (let index = 0; index < count; index++) {
    const known = row.shares[index] ?? null
    const share = known ?? (row.runs ? (runFrom(row, index)?.share ?? 0) : hidden)
    if (known === null) hidden = 0
    parts.push({ from, share, shown: known !== null })
    from += share
  }
  return parts
}

const runFrom = ({ runs }: DistributionRow, index: number) => runs?.find(({ from }) => from === index)

/** The names of what is told together: "matig of ernstig". */
function runName(row: DistributionRow, index: number, categories: readonly Category[], or: string) {
  const run = runFrom(row, index)
  if (!run || run.to - run.from + 1 === categories.length) return null
  return categories
    .slice(run.from, run.to + 1)
    .map(({ label }) => label)
    .join(` ${or} `)
}

function Bar({
  row,
  categories,
  width,
  hatch,
}: {
  row: DistributionRow
  categories: readonly Category[]
  width: number
  hatch: string
}) {
  const format = useFormats()
  const say = useWords(words)
  const parts = partsOf(row, categories.length)
  return categories.map((category, index) => {
    const { from, share, shown } = parts[index] ?? { from: 0, share: 0, shown: true }
    const x = from * width
    const name = runName(row, index, categories, say.or)
    if (!shown) return <Together key={category.id} x={x} share={share} width={width} name={name} />
    const { fill, text } = partOf(category, index, categories.length, hatch)
    const label = format.percent(share)
    const outside = category.tone === 'worse'
    const fits = outside || share * width > textWidth(label, 13) + 12
    return (
      <g key={category.id}>
        <rect x={x} width={Math.max(0, share * width - 1.5)} height={BAR} fill={fill} />
        {share > 0 && fits ? (
          <text className="part" x={outside ? x + share * width + 5 : x + 7} y="17.5" color={text}>
            {label}
          </text>
        ) : null}
      </g>
    )
  })
}

/** Categories with too few people to show: only how many they are together. */
function Together({
  x,
  share,
  width,
  name,
}: {
  x: number
  share: number
  width: number
  name: string | null
}) {
  const say = useWords(words)
  const format = useFormats()
  if (share === 0) return null
  const percent = format.percent(share)
  const text = share > 0.999 && !name ? say.whole : name ? `${name} ${percent}` : say.together(percent)
  const wide = Math.max(0, share * width - 1.5)
  return (
    <g>
      <rect className="together" x={x + 0.5} y="0.5" width={Math.max(0, wide - 1)} height={BAR - 1} />
      <text x={x + 7} y="17.5">
        {wide > textWidth(text) + 12 ? text : percent}
      </text>
    </g>
  )
}

const SWATCH = 10

/** What each part of a bar means, in the order of the parts. */
function Legend({ categories, x0, hatch }: { categories: readonly Category[]; x0: number; hatch: string }) {
  let x = x0
  return categories.map((category, index) => {
    const from = x
    x += SWATCH + 5 + textWidth(category.label) + 12
    const { fill } = partOf(category, index, categories.length, hatch)
    return (
      <g key={category.id}>
        <rect x={from} y="1" width={SWATCH} height={SWATCH} fill={fill} />
        <text className="k" x={from + SWATCH + 5} y="10">
          {category.label}
        </text>
      </g>
    )
  })
}

/** The distribution's numbers. */
export function DistributionTable({ sentence, categories, rows }: Omit<DistributionProps, 'width'>) {
  const say = useWords(words)
  const format = useFormats()
  const inTable = (row: DistributionRow, index: number) => {
    const share = row.shares[index] ?? null
    if (share !== null) return `${format.percent(share)} %`
    const run = row.runs?.find(({ from, to }) => from <= index && index <= to)
    return run && run.share < 1 ? say.withNext(format.percent(run.share)) : say.few
  }
  return (
    <ChartTable
      caption={sentence}
      columns={[say.moment, ...categories.map((category) => category.label), say.n, say.answered]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row.label,
          ...categories.map((_, index) => (row.n === null ? '–' : inTable(row, index))),
          row.n ?? '< 10',
          row.response === null ? '–' : `${format.percent(row.response)} %`,
        ],
      }))}
    />
  )
}
