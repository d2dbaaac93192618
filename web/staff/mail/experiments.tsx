import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { arms } from '../../../core/mail/experiment.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble, useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { NewExperimentDialog } from './new-experiment.tsx'
import { type Experiment, endExperiment, mailExperiments } from './queries.ts'
import { words } from './words.ts'

/** Two ways of inviting against each other: what runs, what came out, and a new one. */
export function Experiments() {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(mailExperiments)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {data.experiments.length === 0 ? <p>{say.none}</p> : null}
      {data.experiments.map((one) => (
        <OneExperiment key={one.id} experiment={one} />
      ))}
      {data.experiments.length > 0 ? <p className="quiet">{say.weekLater}</p> : null}
      <p className="mail-keys">
        <Button onClick={() => setOpen(true)}>{say.start}</Button>
      </p>
      {isOpen ? <NewExperimentDialog sets={data.sets} close={() => setOpen(false)} /> : null}
    </>
  )
}

function OneExperiment({ experiment }: { experiment: Experiment }) {
  const say = useWords(words)
  const local = useLocal()
  const { date } = useFormats()
  const refusal = useRefusal()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: endExperiment,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mail', 'experiments'] }),
  })
  const { id, name, outcomeSet, startedAt, endedAt, planned, result } = experiment
  return (
    <section className="mail-experiment" aria-labelledby={id}>
      <h3 id={id}>
        {name} <small className="quiet">{local(outcomeSet)}</small>
      </h3>
      <p className="quiet">
        {endedAt ? say.ended(date(startedAt), date(endedAt)) : say.running(date(startedAt), planned)}
      </p>
      <ArmsTable experiment={experiment} />
      <p>
        <State
          sign={result.verdict === 'a' || result.verdict === 'b' ? 'done' : 'open'}
          tone={result.verdict === 'a' || result.verdict === 'b' ? 'better' : 'quiet'}
        >
          {say.verdict[result.verdict]}
        </State>{' '}
        <Difference result={result} />
      </p>
      {end.error ? <p role="alert">{refusal(end.error)}</p> : null}
      {endedAt ? null : (
        <Button look="text" disabled={end.isPending} onClick={() => end.mutate(id)}>
          {say.end}
        </Button>
      )}
    </section>
  )
}

function Difference({ result: { difference, verdict } }: { result: Experiment['result'] }) {
  const say = useWords(words)
  const { percent } = useFormats()
  if (!difference || verdict === 'not-yet') return null
  return (
    <span className="quiet">
      {say.difference(percent(difference.value), percent(difference.low), percent(difference.high))}
    </span>
  )
}

function ArmsTable({ experiment: { name, arms: ways, result } }: { experiment: Experiment }) {
  const say = useWords(words)
  const { percent } = useFormats()
  const wayOf = ({ text, at }: Experiment['arms']['a']) =>
    [text?.subject, at ? say.fromHour(at) : null].filter(Boolean).join(', ') || say.usualArm
  return (
    <table className="table" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{say.what}</th>
          <th scope="col" className="number">
            {say.invited}
          </th>
          <th scope="col" className="number">
            {say.started}
          </th>
          <th scope="col">{say.share}</th>
        </tr>
      </thead>
      <tbody>
        {arms.map((arm) => {
          const one = result[arm]
          return (
            <tr key={arm}>
              <th scope="row">
                {say.arm[arm]}: {wayOf(ways[arm])}
              </th>
              <td className="number">{one?.invited ?? '–'}</td>
              <td className="number">{one?.started ?? '–'}</td>
              <td>
                {one ? (
                  <>
                    <b>{percent(one.share.value)} %</b>{' '}
                    <span className="quiet">
                      {say.interval(percent(one.share.low), percent(one.share.high))}
                    </span>
                  </>
                ) : (
                  <span className="quiet">{say.few}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
