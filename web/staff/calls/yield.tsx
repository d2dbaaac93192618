import { Figure } from '../../kit/figure.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import type { CallList } from './queries.ts'
import { callWords } from './words.ts'

/** What calling and writing brought: who began afterwards, and what an answer cost. */
export function Brought({ brought }: { brought: CallList['yield'] }) {
  const say = useWords(callWords)
  const format = useFormats()
  const euros = (cents: number | null) =>
    cents === null ? '' : ` · ${say.cost(format.number(cents / 100, 2, 2))}`
  const { calls, letters, days } = brought
  const few = ({ share, n }: typeof calls) => (share === null && n > 0 ? ` · ${say.few}` : '')
  return (
    <section className="call-yield" aria-label={say.yield(days)}>
      <Figure
        share={calls.share?.value ?? null}
        label={say.calls}
        about={say.callsAbout(calls.started, calls.n, calls.times) + euros(calls.costPerAnswer) + few(calls)}
      />
      {letters.times > 0 ? (
        <Figure
          share={letters.share?.value ?? null}
          label={say.letters}
          about={say.lettersAbout(letters.started, letters.n) + euros(letters.costPerAnswer) + few(letters)}
        />
      ) : null}
      <p className="quiet">{say.unlike}</p>
    </section>
  )
}
