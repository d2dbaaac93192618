import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { setPace } from './queries.ts'
import { words } from './words.ts'

/** Where people stop and how long each question takes, asked for when somebody wants to see it. */
export function Losses({ versionId, name }: { versionId: string; name: string }) {
  const say = useWords(words)
  const [isWanted, setWanted] = useState(false)
  const { data } = useQuery({ ...setPace(versionId), enabled: isWanted })
  return (
    <div className="definition-inside">
      <h3>{say.losses}</h3>
      <p className="quiet">{say.lossesAbout}</p>
      {data ? (
        <Counts pace={data} label={`${say.losses}: ${name}`} />
      ) : (
        <Button
          look="soft"
          onClick={() => setWanted(true)}
          disabled={isWanted}
          aria-label={`${say.showLosses}: ${name}`}
        >
          {say.showLosses}
        </Button>
      )}
    </div>
  )
}

type Pace = Awaited<ReturnType<NonNullable<ReturnType<typeof setPace>['queryFn']>>>

function Counts({ pace, label }: { pace: Pace; label: string }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const seconds = (count: number | null) => (count === null ? '–' : say.seconds(format.number(count, 0)))
  const percent = (share: number | null) => (share === null ? '–' : `${format.percent(share)} %`)
  if (pace.questions.length === 0) return <p>{say.noLosses}</p>
  const [worst] = pace.questions.toSorted((one, other) => (other.stopped ?? 0) - (one.stopped ?? 0))
  return (
    <>
      <p>
        {[
          worst?.stopped ? say.worst(local(worst.label), format.percent(worst.stopped)) : '',
          pace.finished === null ? '' : say.pace(pace.finished, seconds(pace.wholeSeconds)),
          pace.firstSeconds === null ? '' : say.first(seconds(pace.firstSeconds)),
        ].join(' ')}
      </p>
      <Scroller label={label}>
        <table className="table">
          <thead>
            <tr>
              {[say.question, say.reached, say.stopped, say.median].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pace.questions.map((one) => (
              <tr key={`${one.instrument} ${one.item}`}>
                <th scope="row">{local(one.label)}</th>
                <td>{one.reached}</td>
                <td>{percent(one.stopped)}</td>
                <td>{seconds(one.medianSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  )
}
