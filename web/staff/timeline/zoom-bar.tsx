import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { timelineWords } from './words.ts'
import { lastDays, moved, type Span, zoomed } from './zoom.ts'

type ZoomProps = { span: Span; whole: Span; change: (span: Span) => void }

/** How much of the axis is seen, by choosing or step by step. */
export function ZoomBar({ span, whole, change }: ZoomProps) {
  const say = useWords(timelineWords)
  const format = useFormats()
  const steps = [
    { name: say.closer, key: '+', to: zoomed(span, whole, 2) },
    { name: say.further, key: '-', to: zoomed(span, whole, 0.5) },
    { name: say.earlier, key: 'ArrowLeft', to: moved(span, whole, -1) },
    { name: say.later, key: 'ArrowRight', to: moved(span, whole, 1) },
  ]
  useShortcuts(Object.fromEntries(steps.map(({ key, to }) => [key, () => change(to)])))
  const choices = [
    { name: say.all, to: whole },
    { name: say.years2, to: lastDays(whole, 730) },
    { name: say.year, to: lastDays(whole, 365) },
    { name: say.months3, to: lastDays(whole, 91) },
  ]
  const same = (other: Span, than = span) => other.from === than.from && other.until === than.until
  return (
    <div className="zoom-bar">
      <fieldset>
        <legend className="reader-only">{say.zoom}</legend>
        {choices
          .filter(({ to }, place) => place === 0 || !same(to, whole))
          .map(({ name, to }) => (
            <Button
              key={name}
              look={same(to) ? 'soft' : 'plain'}
              aria-pressed={same(to)}
              onClick={() => change(to)}
            >
              {name}
            </Button>
          ))}
      </fieldset>
      <fieldset>
        <legend className="reader-only">{say.zoom}</legend>
        {steps.map(({ name, to }) => (
          <Button key={name} disabled={same(to)} onClick={() => change(to)}>
            {name}
          </Button>
        ))}
      </fieldset>
      <p className="quiet" role="status">
        {say.shown(format.date(span.from), format.date(span.until))}
      </p>
    </div>
  )
}
