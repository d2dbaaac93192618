import { Figure } from '../../kit/figure.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import type { CallList } from './queries.ts'
import { callWords } from './words.ts'

/** What each channel brought: who began afterwards, and what an answer cost. */
export function Brought({ brought }: { brought: CallList['yield'] }) {
  const say = useWords(callWords)
  const format = useFormats()
  const euros = (cents: number | null) =>
    cents === null ? '' : ` · ${say.cost(format.number(cents / 100, 2, 2))}`
  const { calls, days } = brought
  const few = ({ share, n }: typeof calls) => (share === null && n > 0 ? ` · ${say.few}` : '')
  return (
    <section className="call-yield" aria-label={say.yield(days)}>
      <Figure
        share={calls.share?.value ?? null}
        label={say.calls}
        about={say.callsAbout(calls.started, calls.n, calls.times) + euros(calls.costPerAnswer) + few(calls)}
      />
      {(['letters', 'texts', 'mails'] as const).map((way) => {
        const { share, opened, started, n, times, costPerAnswer } = brought[way]
        if (times === 0) return null
        const about =
          say.writtenAbout(started, n, opened ?? started) + euros(costPerAnswer) + few(brought[way])
        return <Figure key={way} share={share?.value ?? null} label={say[way]} about={about} />
      })}
      <p className="quiet">{say.unlike}</p>
    </section>
  )
}
