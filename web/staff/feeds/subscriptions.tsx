import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Subscription } from './queries.ts'
import { words } from './words.ts'

/** The subscriptions by which systems tell of changes: whether they live, and whether all of it came. */
export function Subscriptions({ all }: { all: readonly Subscription[] }) {
  const say = useWords(words)
  if (all.length === 0) return null
  return (
    <Section title={say.subscriptions}>
      <p className="quiet">{say.subscriptionsAbout}</p>
      <Scroller label={say.subscriptions}>
        <table className="table">
          <thead>
            <tr>
              <th>{say.subscription}</th>
              <th>{say.heard}</th>
              <th>{say.state}</th>
              <th>{say.complete}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <Row key={one.reference} one={one} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {all.some(({ missing }) => missing !== '') && <p>{say.whatNow}</p>}
    </Section>
  )
}

function Row({ one: { reference, state, heardAt, missing } }: { one: Subscription }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const states: Record<string, string> = say.states
  const lives = state === 'active' || state === 'requested'
  return (
    <tr>
      <th scope="row">{reference}</th>
      <td className="nowrap">{dayTime(heardAt)}</td>
      <td>
        <State sign={lives ? 'done' : 'alert'} tone={lives ? 'quiet' : 'worse'}>
          {states[state] ?? state}
        </State>
      </td>
      <td>
        <State sign={missing ? 'alert' : 'done'} tone={missing ? 'worse' : 'quiet'}>
          {missing ? say.missing(missing) : say.allCame}
        </State>
      </td>
    </tr>
  )
}
