import { useMutation } from '@tanstack/react-query'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { type TriedOut, tryOut } from './centre-queries.ts'
import { centreWords } from './centre-words.ts'
import { What } from './lists.tsx'
import { sayWhy, words } from './words.ts'

/** What the sender would do at this moment, and nothing of it done. */
export function DryRun() {
  const say = useWords(centreWords)
  const refusal = useRefusal()
  const run = useMutation({ mutationFn: tryOut })
  return (
    <Section title={say.dryRun} about={say.dryRunAbout}>
      <Button disabled={run.isPending} onClick={() => run.mutate()}>
        {say.dryRunNow}
      </Button>
      <div role="status">
        {run.error ? <p>{refusal(run.error)}</p> : null}
        {run.data ? <Outcome outcome={run.data} /> : null}
      </div>
    </Section>
  )
}

function Outcome({ outcome }: { outcome: TriedOut }) {
  const say = useWords(centreWords)
  const mail = useWords(words)
  const format = useFormats()
  const { goes, stays, mails, notJudged, inSendingHours } = outcome
  if (mails.length === 0) return <p>{say.nothing}</p>
  return (
    <>
      <p>
        {[
          say.wouldGo(goes, stays),
          notJudged > 0 ? say.notJudged(notJudged) : '',
          inSendingHours ? '' : say.outside,
          mails.length < goes + stays ? say.shown(mails.length, goes + stays) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <table className="table mail-table" aria-label={say.dryRun}>
        <thead>
          <tr>
            {[say.patient, say.what, say.becomes].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mails.map(({ patient, kind, channel, about, why, waits, early }) => (
            <tr key={`${patient.id} ${kind} ${channel} ${why} ${waits?.until}`}>
              <th scope="row">{patient.name}</th>
              <td>
                <What kind={kind} channel={channel} about={about} />
              </td>
              <td>
                <State sign={why || waits ? 'dash' : 'mail'} tone={why || waits ? 'quiet' : 'info'}>
                  {why
                    ? sayWhy(mail, why)
                    : waits
                      ? mail.waits(format.date(waits.until), waits.days)
                      : say.goes}
                </State>
                {early ? <span className="line quiet">{mail.early[early]}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
