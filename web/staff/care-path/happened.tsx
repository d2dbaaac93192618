import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { type CarePath, takeBackEvent, useAct } from './queries.ts'
import { words } from './words.ts'

/** What feeds and colleagues told of this patient, and a way to take it back with all that followed. */
export function Happened({ path: { happened, enrolment } }: { path: CarePath }) {
  const say = useWords(words)
  const local = useLocal()
  const { date } = useFormats()
  const takeBack = useAct(takeBackEvent, say.saved, say.problems)
  if (happened.length === 0) return null
  return (
    <Section title={say.happened}>
      <p className="quiet small">{say.happenedAbout}</p>
      <ul className="care-path-stages">
        {happened.map(({ id, title, on, source, turn }) => (
          <li key={id}>
            <b>{turn && title.nl === turn ? (say.reasons[turn as 'loss'] ?? turn) : local(title)}</b>
            <span className="quiet">
              {date(on)}, {say.eventSource[source] ?? source.toUpperCase()}
            </span>
            <Button
              look="text"
              disabled={takeBack.isPending}
              aria-label={say.takeBackOf(local(title), date(on))}
              onClick={() => takeBack.mutate({ id: enrolment.id, eventId: id })}
            >
              {say.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
