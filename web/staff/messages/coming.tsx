import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { Empty } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import type { MailCentre } from './centre-queries.ts'
import { centreWords } from './centre-words.ts'
import { PauseDialog, useResume } from './pausing.tsx'

type SetOfMail = MailCentre['sets'][number]

/** What goes out on each of the coming days, per outcome set, and the brake on each. */
export function Coming({ centre, mayPause }: { centre: MailCentre; mayPause: boolean }) {
  const say = useWords(centreWords)
  const format = useFormats()
  const [pausing, setPausing] = useState<SetOfMail | null>(null)
  if (centre.sets.length === 0) return <Empty title={say.noSets}>{say.noSetsAbout}</Empty>
  return (
    <Section title={say.coming} about={say.comingAbout}>
      <Scroller label={say.coming}>
        <table className="table mail-coming">
          <thead>
            <tr>
              <th scope="col">{say.set}</th>
              {centre.coming.map(({ day }) => (
                <th scope="col" className="number" key={day}>
                  {format.shortDay(day)}
                </th>
              ))}
              <th scope="col" className="number">
                {say.together}
              </th>
              {mayPause ? (
                <th scope="col">
                  <span className="reader-only">{say.pause}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {centre.sets.map((set) => (
              <SetRow
                key={set.id}
                set={set}
                coming={centre.coming}
                mayPause={mayPause}
                pause={() => setPausing(set)}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
      {centre.coming.some(({ waits }) => Object.keys(waits).length > 0) ? (
        <p className="quiet">{say.waitersAbout}</p>
      ) : null}
      {pausing ? <PauseDialog set={pausing} close={() => setPausing(null)} /> : null}
    </Section>
  )
}

type RowProps = { set: SetOfMail; coming: MailCentre['coming']; mayPause: boolean; pause: () => void }

function SetRow({ set, coming, mayPause, pause }: RowProps) {
  const say = useWords(centreWords)
  const local = useLocal()
  const format = useFormats()
  const numbers = coming.map(({ day, mails, waits }) => ({
    day,
    n: mails[set.id] ?? 0,
    waits: waits[set.id] ?? 0,
  }))
  return (
    <tr>
      <th scope="row">
        {local(set.title)}
        {set.pause ? (
          <span className="line">
            <State sign="dash" tone="watch">
              {say.paused(format.dayTime(set.pause.since), set.pause.by)}
            </State>
            <span className="line quiet">{set.pause.reason}</span>
          </span>
        ) : null}
      </th>
      {numbers.map(({ day, n, waits }) => (
        <td className={n === 0 || set.pause ? 'number quiet' : 'number'} key={day}>
          {n}
          {waits > 0 ? <span className="line quiet">{say.waiters(waits)}</span> : null}
        </td>
      ))}
      <td className="number">
        <b>{numbers.reduce((sum, { n }) => sum + n, 0)}</b>
      </td>
      {mayPause ? (
        <td>
          <Brake set={set} pause={pause} />
        </td>
      ) : null}
    </tr>
  )
}

function Brake({ set, pause }: { set: SetOfMail; pause: () => void }) {
  const say = useWords(centreWords)
  const local = useLocal()
  const resume = useResume()
  const title = local(set.title)
  return set.pause ? (
    <Button
      look="soft"
      disabled={resume.isPending}
      aria-label={say.resumeOf(title)}
      onClick={() => resume.mutate(set.id)}
    >
      {say.resume}
    </Button>
  ) : (
    <Button aria-label={say.pauseOf(title)} onClick={pause}>
      {say.pause}
    </Button>
  )
}
