import type { Words } from '../../../../core/words.ts'
import { useFormats } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { textWidth } from '../text.ts'
import type { Category, DistributionRow } from './data.ts'
import { fillOf } from './legend.tsx'

const words = {
  nl: {
    together: (percent: string) => `samen ${percent}`,
    whole: 'elke groep onder 10 mensen',
    or: 'of',
  },
  en: {
    together: (percent: string) => `together ${percent}`,
    whole: 'each group under 10 people',
    or: 'or',
  },
} satisfies Words<unknown>

export const BAR = 26

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

type BarProps = { row: DistributionRow; categories: readonly Category[]; width: number; hatch: string }

export function Bar({ row, categories, width, hatch }: BarProps) {
  const format = useFormats()
  const say = useWords(words)
  const parts = partsOf(row, categories.length)
  const [only, ...others] = parts.filter(({ share }) => share > 0)
  if (only && !only.shown && others.length === 0) return <text y="17.5">{row.whole ?? say.whole}</text>
  return categories.map((category, index) => {
    const { from, share, shown } = parts[index] ?? { from: 0, share: 0, shown: true }
    const x = from * width
    const name = runName(row, index, categories, say.or)
    if (!shown) return <Together key={category.id} x={x} share={share} width={width} name={name} />
    const { fill, text } = fillOf(category, index, categories.length, hatch)
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

type TogetherProps = { x: number; share: number; width: number; name: string | null }

/** Categories with too few people to show: only how many they are together. */
function Together({ x, share, width, name }: TogetherProps) {
  const say = useWords(words)
  const format = useFormats()
  if (share === 0) return null
  const percent = format.percent(share)
  const text = name ? `${name} ${percent}` : say.together(percent)
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
