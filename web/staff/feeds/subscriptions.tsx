import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Subscription } from './queries.ts'
import { words } from './words.ts'

/** The subscriptions by which systems tell of changes: whether they live, and whether all of it came. */
export function Subscriptions({ all }: { all: readonly Subscription[] }) {
  const say = useWords(words)
  if (all.length === 0) return null
  return (
    <Section title={say.subscriptions} about={say.subscriptionsAbout}>
      <ul className="feeds-subscriptions">
        {all.map((one) => (
          <Row key={`${one.sender} ${one.reference}`} one={one} />
        ))}
      </ul>
      {all.some(({ missing }) => missing) && <p>{say.whatNow}</p>}
    </Section>
  )
}

function Row({ one: { reference, sender, state, heardAt, missing, anewAt } }: { one: Subscription }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const states: Record<string, string> = say.states
  const lives = state === 'active' || state === 'requested'
  return (
    <li>
      <b>{reference}</b>
      {sender ? <span className="quiet"> · {sender}</span> : null}
      <p>
        <State sign={lives ? 'done' : 'alert'} tone={lives ? 'quiet' : 'worse'}>
          {states[state] ?? state}
        </State>
        {missing !== null && (
          <State sign={missing ? 'alert' : 'done'} tone={missing ? 'worse' : 'quiet'}>
            {missing ? say.missing(missing) : say.allCame}
          </State>
        )}
        <span className="quiet">{say.heard(dayTime(heardAt))}</span>
      </p>
      {anewAt ? <p className="quiet">{say.anew(dayTime(anewAt))}</p> : null}
    </li>
  )
}
