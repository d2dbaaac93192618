import { useState } from 'react'
import type { AlertOutcome } from '../../../core/alerts/alert-outcome.ts'
import { lowered } from '../../../core/change/finding-words.ts'
import type { AlertView, OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { CloseDialog } from '../alerts/close-dialog.tsx'
import { MetByLine } from '../alerts/met-by-line.tsx'
import { useTake } from '../alerts/take.ts'
import { words } from '../alerts/words.ts'
import { alertWords } from './alert-words.ts'

const RECENT = 3 // closed alerts that still say something

const PLACE = 'alerts'

/** Every open alert in one line before all else: what is done about it stands beside, on a phone far below. */
export function AlertsAhead({ page }: { page: OnePager }) {
  const say = useWords(alertWords)
  const local = useLocal()
  const format = useFormats()
  const open = page.alerts.filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) return null
  return (
    <ul className="alerts-ahead">
      {open.map(({ id, title, metBy, respondBy, role }) => (
        <li key={id}>
          <span className="status worse">
            <Sign name="alert" />
            {local(title)}
          </span>{' '}
          {metBy ? (
            <>
              <MetByLine met={metBy} />.{' '}
            </>
          ) : null}
          {(respondBy < page.now ? say.late : say.respondBy)(format.dayTime(respondBy), lowered(local(role)))}{' '}
          <a href={`#${PLACE}`}>{say.toAlert}</a>
        </li>
      ))}
    </ul>
  )
}

/** Open alerts with whom and until when, and what came of the last ones. */
export function Alerts({ page }: { page: OnePager }) {
  const say = useWords(alertWords)
  const name = `${page.patient.givenName} ${page.patient.familyName}`
  const open = page.alerts.filter(({ closedAt }) => closedAt === null)
  const closed = page.alerts.filter(({ closedAt }) => closedAt !== null).slice(0, RECENT)
  if (open.length + closed.length === 0) return null
  return (
    <section id={PLACE}>
      <h2>{open.length === 1 ? say.alert : say.alerts}</h2>
      {open.map((alert) => (
        <OpenAlert key={alert.id} alert={alert} name={name} />
      ))}
      {closed.map((alert) => (
        <ClosedAlert key={alert.id} alert={alert} />
      ))}
    </section>
  )
}

function OpenAlert({ alert, name }: { alert: AlertView; name: string }) {
  const say = useWords(alertWords)
  const local = useLocal()
  const format = useFormats()
  const desk = useWords(words)
  const take = useTake(name)
  const [closing, setClosing] = useState(false)
  return (
    <div className="alert">
      <p className="status worse">
        <Sign name="alert" />
        {local(alert.title)}
      </p>
      {alert.metBy ? <MetByLine met={alert.metBy} /> : null}
      <p className="quiet">{say.respondBy(format.dayTime(alert.respondBy), lowered(local(alert.role)))}</p>
      {alert.acknowledgedAt && alert.acknowledgedBy ? (
        <p className="quiet">{say.taken(alert.acknowledgedBy, format.dayTime(alert.acknowledgedAt))}</p>
      ) : null}
      {alert.isWorse ? <p className="worse">{desk.worse}</p> : null}
      {alert.holder && !alert.acknowledgedAt ? <p className="quiet">{say.turn(alert.holder)}</p> : null}
      <p className="choices">
        {alert.acknowledgedAt ? null : (
          <Button look="plain" disabled={take.isPending} onClick={() => take.mutate(alert.id)}>
            {say.take}
          </Button>
        )}
        <Button look="text" onClick={() => setClosing(true)}>
          {say.close}
        </Button>
      </p>
      {closing ? <CloseDialog alertId={alert.id} name={name} close={() => setClosing(false)} /> : null}
    </div>
  )
}

function ClosedAlert({ alert }: { alert: AlertView }) {
  const say = useWords(alertWords)
  const local = useLocal()
  const format = useFormats()
  const { outcomes } = useWords(words)
  if (!alert.closedAt) return null
  const code = outcomes[alert.outcomeCode as AlertOutcome]
  const came = [code, alert.outcome].filter(Boolean).join(', ')
  return (
    <p className="quiet">
      {local(alert.title)}. {say.closed(format.date(alert.closedAt), alert.closedBy ?? '', came)}
    </p>
  )
}
