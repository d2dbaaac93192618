import { useQuery } from '@tanstack/react-query'
import { type Starts, startSteps } from '../../../core/figures/starts.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { whoStarts } from './centre-queries.ts'
import { Divided } from './starts-table.tsx'
import { startsWords } from './starts-words.ts'

/** Who starts of the invited: of everybody step by step, and divided by every way in which mail can be changed. */
export function WhoStarts() {
  const say = useWords(startsWords)
  const format = useFormats()
  const { data, error, refetch } = useQuery(whoStarts)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={say.title} about={say.about(format.date(data.from))}>
      {data.all ? (
        <>
          <Steps all={data.all} />
          <Divided all={data.all} groups={data.groups} />
          <details className="mail-foot quiet">
            <summary>{say.howCounted}</summary>
            <dl>
              {(['eligible', 'invited', ...startSteps] as const).map((step) => (
                <div key={step}>
                  <dt>{say.steps[step]}</dt>
                  <dd>{say.means[step]}</dd>
                </div>
              ))}
            </dl>
            <p>{say.foot}</p>
          </details>
        </>
      ) : (
        <p>{say.few}</p>
      )}
    </Section>
  )
}

/** From having questions to talking about the answers; each step as long as its share of the longest. */
function Steps({ all }: { all: NonNullable<Starts> }) {
  const say = useWords(startsWords)
  const { percent } = useFormats()
  const most = Math.max(all.eligible ?? 0, all.invited)
  const steps = (['eligible', 'invited', ...startSteps] as const).map((id) => ({ id, n: all[id] ?? 0 }))
  return (
    <ol className="mail-steps">
      {steps.map(({ id, n }) => (
        <li key={id} data-step={id}>
          <span>{say.steps[id]}</span>
          <svg className="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="lane" width="100" height="10" />
            <rect className="d3" width={(n / most) * 100} height="10" />
          </svg>
          <b>{n}</b>
          <span className="quiet">
            {id === 'eligible' || id === 'invited' ? '' : say.ofInvited(percent(n / all.invited))}
          </span>
        </li>
      ))}
    </ol>
  )
}
