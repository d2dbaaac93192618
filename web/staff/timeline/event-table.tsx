import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { useWords } from '../../kit/words.tsx'
import type { TimelineEvent } from './events.ts'
import { timelineWords } from './words.ts'

/** The events of the period as a table, the newest on top. */
export function EventTable({ events }: { events: readonly TimelineEvent[] }) {
  const say = useWords(timelineWords)
  const format = useFormats()
  return (
    <Section title={say.table}>
      {events.length === 0 ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <Scroller label={say.table}>
          <table className="table">
            <thead>
              <tr>
                {[say.when, say.kind, say.what].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {events.toReversed().map(({ at, kind, text }) => (
                <tr key={`${at} ${kind} ${text}`}>
                  <td>{at.length === 10 ? format.date(at) : format.dayTime(at)}</td>
                  <td className="quiet">{say.kinds[kind]}</td>
                  <th scope="row">{text}</th>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  )
}
