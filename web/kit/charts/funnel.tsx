import type { Words } from '../../../core/words.ts'
import { useFormats } from '../format.ts'
import { useWords } from '../words.tsx'
import { Picture } from './picture.tsx'
import { ChartTable } from './table.tsx'

const words = {
  nl: {
    ofPrevious: (percent: string, lost: number) => `${percent} % van de vorige stap, ${lost} vallen af`,
    ofDue: (percent: string, lost: number, of: number) =>
      `${percent} % van de ${of} die al konden, ${lost} vallen af`,
    step: 'Stap',
    n: 'Aantal',
    share: 'Van wie deze stap kon zetten',
  },
  en: {
    ofPrevious: (percent: string, lost: number) => `${percent} % of the step before, ${lost} drop out`,
    ofDue: (percent: string, lost: number, of: number) =>
      `${percent} % of the ${of} who could by now, ${lost} drop out`,
    step: 'Step',
    n: 'Number',
    share: 'Of who could make this step',
  },
} satisfies Words<unknown>

/** `of`: who could make the step; null for the first. */
export type FunnelStep = { id: string; label: string; n: number; of: number | null }

type FunnelProps = { sentence: string; steps: readonly FunnelStep[]; period: string; width: number }

const PITCH = 66

/** From invited to discussed: one bar per step, what is lost in words below it. */
export function Funnel({ sentence, steps, period, width }: FunnelProps) {
  const most = Math.max(1, steps[0]?.n ?? 0)
  const worst = Math.max(0, ...steps.map(dropOf))
  const height = steps.length * PITCH - 8
  return (
    <Picture sentence={sentence} width={width} height={height}>
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
          <Loss
            step={step}
            before={steps[place - 1]?.n ?? null}
            period={period}
            worst={worst}
            width={width}
          />
        </g>
      ))}
    </Picture>
  )
}

const dropOf = ({ n, of }: FunnelStep) => (of ?? n) - n

type LossProps = { step: FunnelStep; before: number | null; period: string; worst: number; width: number }

function Loss({ step, before, period, worst, width }: LossProps) {
  const say = useWords(words)
  const format = useFormats()
  const lost = dropOf(step)
  const heaviest = lost > 0 && lost === worst
  const text = (of: number) => {
    const percent = format.percent(step.n / of)
    return of === before ? say.ofPrevious(percent, lost) : say.ofDue(percent, lost, of)
  }
  const said = step.of === null ? period : step.of === 0 ? '–' : text(step.of)
  return (
    <text className={heaviest ? 'watch r' : 'r'} x={width} y="44">
      {heaviest ? `◆ ${said}` : said}
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
      rows={steps.map(({ id, label, n, of }) => ({
        key: id,
        cells: [label, n, of ? `${format.percent(n / of)}\u00A0%` : '–'],
      }))}
    />
  )
}
