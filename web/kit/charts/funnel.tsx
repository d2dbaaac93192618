import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { ChartTable } from './table.tsx'

const words = {
  nl: {
    ofPrevious: (percent: string, lost: number) => `${percent} % van de vorige stap, ${lost} vallen af`,
    step: 'Stap',
    n: 'Aantal',
    share: 'Van de vorige stap',
  },
  en: {
    ofPrevious: (percent: string, lost: number) => `${percent} % of the step before, ${lost} drop out`,
    step: 'Step',
    n: 'Number',
    share: 'Of the step before',
  },
} satisfies Words<unknown>

export type FunnelStep = { id: string; label: string; n: number }

type FunnelProps = { sentence: string; steps: readonly FunnelStep[]; period: string; width: number }

const PITCH = 66

/** From invited to discussed: one bar per step, what is lost in words below it. */
export function Funnel({ sentence, steps, period, width }: FunnelProps) {
  const most = Math.max(1, steps[0]?.n ?? 0)
  const worst = Math.max(0, ...steps.map((_, place) => dropAt(steps, place)))
  const height = steps.length * PITCH - 8
  return (
    <svg
      className="chart"
      role="img"
      aria-label={sentence}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {steps.map((step, place) => (
        <g key={step.id} transform={`translate(0 ${place * PITCH + 4})`}>
          <text className="h" y="8">
            {step.label}
          </text>
          <text className="h r" x={width} y="8">
            {step.n}
          </text>
          <rect className="lane" y="15" width={width} height="14" />
          <rect
            className={place === steps.length - 1 ? 'accent' : 'd3'}
            y="15"
            width={(step.n / most) * width}
            height="14"
          />
          <Loss steps={steps} place={place} period={period} worst={worst} width={width} />
        </g>
      ))}
    </svg>
  )
}

const dropAt = (steps: readonly FunnelStep[], place: number) =>
  place === 0 ? 0 : (steps[place - 1]?.n ?? 0) - (steps[place]?.n ?? 0)

function Loss({
  steps,
  place,
  period,
  worst,
  width,
}: {
  steps: readonly FunnelStep[]
  place: number
  period: string
  worst: number
  width: number
}) {
  const say = useWords(words)
  const format = useFormats()
  const before = steps[place - 1]?.n ?? 0
  const lost = dropAt(steps, place)
  const heaviest = lost > 0 && lost === worst
  const text =
    place === 0 ? period : before === 0 ? '–' : say.ofPrevious(format.percent((before - lost) / before), lost)
  return (
    <text className={heaviest ? 'watch r' : 'r'} x={width} y="44">
      {heaviest ? `◆ ${text}` : text}
    </text>
  )
}

/** The funnel's numbers. */
export function FunnelTable({ sentence, steps }: { sentence: string; steps: readonly FunnelStep[] }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <ChartTable
      caption={sentence}
      columns={[say.step, say.n, say.share]}
      rows={steps.map((step, place) => {
        const before = steps[place - 1]?.n
        return {
          key: step.id,
          cells: [step.label, step.n, before ? `${format.percent(step.n / before)} %` : '–'],
        }
      })}
    />
  )
}
