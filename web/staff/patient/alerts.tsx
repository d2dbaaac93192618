import { type FormEvent, useState } from 'react'
import type { AlertView, OnePager } from '../../../core/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { closeAlert, takeAlert, useAct } from './acts.ts'
import { alertWords } from './alert-words.ts'

const RECENT = 3 // closed alerts that still say something

/** Open alerts with whom and until when, and what came of the last ones. */
export function Alerts({ page }: { page: OnePager }) {
  const say = useWords(alertWords)
  const open = page.alerts.filter(({ closedAt }) => closedAt === null)
  const closed = page.alerts.filter(({ closedAt }) => closedAt !== null).slice(0, RECENT)
  if (open.length + closed.length === 0) return null
  return (
    <section>
      <h2>{open.length === 1 ? say.alert : say.alerts}</h2>
      {open.map((alert) => (
        <OpenAlert key={alert.id} alert={alert} />
      ))}
      {closed.map((alert) => (
        <ClosedAlert key={alert.id} alert={alert} />
      ))}
    </section>
  )
}

function OpenAlert({ alert }: { alert: AlertView }) {
  const say = useWords(alertWords)
  const local = useLocal()
  const format = useFormats()
  const take = useAct(takeAlert)
  const [closing, setClosing] = useState(false)
  return (
    <div className="alert">
      <p className="status worse">
        <Sign name="alert" />
        {local(alert.title)}
      </p>
      <p className="quiet">
        {say.respondBy(format.dayTime(alert.respondBy), local(alert.role).toLowerCase())}
      </p>
      {alert.acknowledgedAt && alert.acknowledgedBy ? (
        <p className="quiet">{say.taken(alert.acknowledgedBy, format.dayTime(alert.acknowledgedAt))}</p>
      ) : null}
      {closing ? (
        <Closing alertId={alert.id} cancel={() => setClosing(false)} />
      ) : (
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
      )}
    </div>
  )
}

function Closing({ alertId, cancel }: { alertId: string; cancel: () => void }) {
  const say = useWords(alertWords)
  const act = useAct(closeAlert)
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = formText(new FormData(event.currentTarget), 'outcome')
    setProblem(outcome === '' ? say.outcomeMissing : undefined)
    if (outcome !== '') act.mutate({ alertId, outcome })
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextArea label={say.outcome} name="outcome" maxLength={500} error={problem} />
      <p className="choices">
        <Button type="submit" look="plain" disabled={act.isPending}>
          {say.closeIt}
        </Button>
        <Button look="text" onClick={cancel}>
          {say.cancel}
        </Button>
      </p>
    </form>
  )
}

function ClosedAlert({ alert }: { alert: AlertView }) {
  const say = useWords(alertWords)
  const local = useLocal()
  const format = useFormats()
  if (!alert.closedAt) return null
  return (
    <p className="quiet">
      {local(alert.title)}.{' '}
      {say.closed(format.date(alert.closedAt), alert.closedBy ?? '', alert.outcome ?? '')}
    </p>
  )
}
