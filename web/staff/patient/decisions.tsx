import { useState } from 'react'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { launchOfTab } from '../../kit/launch.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { CaseDialog } from '../meetings/case-dialog.tsx'
import { kindWords } from '../meetings/kind-words.ts'
import { ListDialog } from '../meetings/list-dialog.tsx'
import { words } from '../meetings/words.ts'
import { decisionWords } from './decision-words.ts'

/** What the team's meetings decided, and the way onto the list of the next. */
export function Decisions({ page }: { page: OnePager }) {
  const say = useWords(decisionWords)
  const { flag } = useWords(kindWords)
  const [listing, list] = useState(false)
  const [flagging, setFlagging] = useState(false)
  const { decisions, enrolment, patient } = page
  if (decisions.length === 0 && (enrolment.endedOn || launchOfTab())) return null
  return (
    <section>
      <h2>{say.meetings}</h2>
      <ul className="agreements">
        {decisions.map((one) => (
          <Decided key={one.id} decision={one} />
        ))}
      </ul>
      {enrolment.endedOn || launchOfTab() ? null : (
        <p className="choices">
          <Button onClick={() => list(true)}>{say.list}</Button>
          <Button onClick={() => setFlagging(true)}>{flag}</Button>
        </p>
      )}
      {flagging ? <CaseDialog enrolmentId={enrolment.id} close={() => setFlagging(false)} /> : null}
      {listing ? (
        <ListDialog
          enrolmentId={enrolment.id}
          called={`${patient.givenName} ${patient.familyName}`}
          close={() => list(false)}
        />
      ) : null}
    </section>
  )
}

function Decided({ decision: one }: { decision: OnePager['decisions'][number] }) {
  const say = useWords(decisionWords)
  const { parts } = useWords(words)
  const format = useFormats()
  const about = [format.date(one.at), one.meeting, one.patientPart && parts[one.patientPart]]
  return (
    <li>
      <p>
        <b>{one.decision}</b>
      </p>
      {one.reason ? <p>{one.reason}</p> : null}
      <p className="quiet tiny">{about.filter(Boolean).join(' · ')}</p>
      {one.actions.map(({ id, what, owner, dueOn, doneAt }) => (
        <p key={id} className="tiny">
          <State sign={doneAt ? 'done' : 'open'} tone={doneAt ? 'better' : 'quiet'}>
            {doneAt ? say.done : say.toDo}
          </State>{' '}
          {what} <span className="quiet">({[owner, say.before(format.date(dueOn))].join(', ')})</span>
        </p>
      ))}
    </li>
  )
}
