import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { OnePager, PlanRow } from '../../../core/consult/one-pager.ts'
import type { Formats } from '../../../core/words/formats.ts'
import { useFormats } from '../../kit/format.ts'
import { launchOfTab } from '../../kit/launch.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { State, Status } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { declineWords } from '../decline-words.ts'
import { planWords } from './plan-words.ts'

/** Every measurement with what was sent for it; why it was or was not asked stands with the care path. */
export function Plan({ page, unfolded }: { page: OnePager; unfolded: boolean }) {
  const say = useWords(planWords)
  const whole = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (unfolded) whole.current?.scrollIntoView()
  }, [unfolded])
  return (
    <details className="fold" ref={whole} open={unfolded}>
      <summary>
        {say.plan} <small>{say.planAbout}</small>
      </summary>
      {launchOfTab() ? null : (
        <p>
          <Link to="/staff/care-paths/$enrolmentId" params={{ enrolmentId: page.enrolment.id }}>
            {say.changePlan}
          </Link>
        </p>
      )}
      <Scroller label={say.plan}>
        <table className="table">
          <thead>
            <tr>
              {[say.moment, say.window, say.state, say.mails].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.plan.map((row) => (
              <PlannedRow key={row.assessmentId} row={row} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  )
}

function PlannedRow({ row }: { row: PlanRow }) {
  const say = useWords(planWords)
  const why = useWords(declineWords)
  const local = useLocal()
  const format = useFormats()
  return (
    <tr>
      <th scope="row">{local(row.moment)}</th>
      <td>{`${format.date(row.opensAt)} ${format.until(row.closesAt)}`}</td>
      <td>
        {row.state === 'withdrawn' ? (
          <State sign="dash" tone="quiet">
            {say.withdrawn}
          </State>
        ) : (
          <Status of={row.state} />
        )}
        {row.declinedWhy ? <span className="line tiny quiet">{why[row.declinedWhy]}</span> : null}
      </td>
      <td>
        {row.mails.map((mail) => (
          <span className="line" key={`${mail.kind} ${mail.sentAt ?? mail.failedAt ?? mail.suppressedAt}`}>
            {mailLine(mail, say, format)}
          </span>
        ))}
      </td>
    </tr>
  )
}

function mailLine(mail: PlanRow['mails'][number], say: (typeof planWords)['nl'], format: Formats): string {
  const kind = say.mailKind[mail.kind] ?? mail.kind
  if (mail.sentAt) return `${kind}, ${format.dayTime(mail.sentAt)}`
  if (mail.failedAt) return `${kind}, ${say.mailFailed}`
  return `${kind}, ${mail.suppressedAt ? say.mailStopped : say.mailWaits}`
}
