import { appointmentWords } from '../../../core/feeds/appointment-words.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Feed } from './queries.ts'
import { words } from './words.ts'

/** Per feed: when it last spoke, how much, and what was refused. */
export function Health({ feeds }: { feeds: readonly Feed[] }) {
  const say = useWords(words)
  return (
    <Section title={say.health}>
      {feeds.length === 0 ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <Scroller label={say.health}>
          <table className="table feeds-health">
            <thead>
              <tr>
                <th>{say.source}</th>
                <th>{say.last}</th>
                <th>{say.today}</th>
                <th>{say.week}</th>
                <th>{say.lastFault}</th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <Row key={feed.source} feed={feed} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  )
}

function Row({ feed: { source, lastAt, taken, refused, week, lastFault } }: { feed: Feed }) {
  const say = useWords(words)
  const problems: Record<string, (options: string) => string> = useWords(appointmentWords).problems
  const { dayTime } = useFormats()
  const sources: Record<string, string> = say.sources
  return (
    <tr>
      <th scope="row">{sources[source] ?? source}</th>
      <td className="nowrap">{dayTime(lastAt)}</td>
      <td data-label={say.today}>
        <Counted taken={taken} refused={refused} />
      </td>
      <td data-label={say.week}>
        <Counted {...week} />
      </td>
      <td data-label={say.lastFault}>
        {lastFault ? (problems[lastFault]?.('…') ?? <code>{lastFault}</code>) : '–'}
      </td>
    </tr>
  )
}

function Counted({ taken, refused }: { taken: number; refused: number }) {
  const say = useWords(words)
  return (
    <>
      <b>{taken}</b>{' '}
      <State sign={refused > 0 ? 'alert' : 'done'} tone={refused > 0 ? 'worse' : 'quiet'}>
        {say.refused(refused)}
      </State>
    </>
  )
}
