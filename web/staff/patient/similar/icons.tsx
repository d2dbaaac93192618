import { useId } from 'react'
import { ofHundred } from '../../../../core/similar/of-hundred.ts'
import { type Fared, isAllTogether } from '../../../../core/similar/similar.ts'
import { similarWords } from '../../../../core/similar/similar-words.ts'
import { Hatch } from '../../../kit/charts/marks.tsx'
import { useWords } from '../../../kit/words.tsx'

const ROW = 20
const STEP = 13
const SIZE = 10

/** A hundred people, of whom so many fared so. What may not be told apart is one part. */
export function Icons({ fared, option }: { fared: Fared; option: string }) {
  const say = useWords(similarWords)
  const hatch = useId()
  const shares = fared.change?.shares
  if (!shares) return null
  if (isAllTogether(shares)) return <p className="quiet">{say.allFew(option)}</p>
  const parts = ofHundred([...shares.shares, shares.together || null])
  const names = [say.better, say.same, say.worse, say.together]
  const fills = ['var(--accent)', 'var(--d-1)', `url(#${hatch})`, 'none']
  const dots = parts
    .flatMap((count, part) => Array.from({ length: count }, () => part))
    .map((part, place) => ({
      part,
      x: (place % ROW) * STEP + 1,
      y: Math.floor(place / ROW) * STEP + 1,
    }))
  const told = parts.flatMap((count, part) => (count > 0 ? [say.part(count, names[part] ?? '')] : []))
  const { better } = fared
  return (
    <figure className="similar-icons">
      <figcaption>{say.icons(option)}</figcaption>
      <svg viewBox={`0 0 ${ROW * STEP} ${5 * STEP}`} role="img" aria-label={told.join(', ')}>
        <defs>
          <Hatch id={hatch} />
        </defs>
        {dots.map(({ part, x, y }) => (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={SIZE}
            height={SIZE}
            rx="5"
            fill={fills[part]}
            className={part === 3 ? 'together' : undefined}
          />
        ))}
      </svg>
      <p>
        <strong>{told.join(', ')}.</strong>
        {better ? ` ${say.likely(Math.round(better.low * 100), Math.round(better.high * 100))}` : ''}
      </p>
    </figure>
  )
}
