import { type FormEvent, useState } from 'react'
import { type DraftAlert, wholeAlert } from '../../../../../core/design/draft-alert.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { AlertRule, OutcomeSet } from '../../../../../core/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { Rule } from './alert-rule.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'
import { Titles } from './titles.tsx'

type AlertProps = {
  title: string
  set: OutcomeSet
  instruments: readonly Instrument[]
  alert: DraftAlert
  apply: (alert: AlertRule) => void
  remove: (() => void) | undefined
  close: () => void
}

/** What calls for somebody: switched on only once a role and a response time are named. */
export function AlertDialog({ title, set, instruments, alert: first, apply, remove, close }: AlertProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const [alert, setAlert] = useState(first)
  const [isIncomplete, setIncomplete] = useState(false)
  const change = (given: Partial<DraftAlert>) => setAlert((now) => ({ ...now, ...given }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = wholeAlert(alert)
    setIncomplete(!whole)
    if (whole) apply(whole)
  }
  return (
    <Dialog title={title} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={submit} noValidate className="design-form">
        <Titles
          labels={[say.alertNl, say.alertEn]}
          text={alert.title}
          change={(text) => change({ title: text })}
        />
        <Rule instruments={instruments} alert={alert} change={change} />
        <SelectField
          label={say.severity}
          value={alert.severity}
          onChange={({ target }) => change({ severity: target.value as AlertRule['severity'] })}
        >
          {(['attention', 'urgent'] as const).map((one) => (
            <option key={one} value={one}>
              {say.severities[one]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={say.role}
          value={alert.role ?? ''}
          onChange={({ target }) => change({ role: target.value || null })}
        >
          <option value="">{say.choose}</option>
          {set.roles.map((role) => (
            <option key={role.id} value={role.id}>
              {local(role.title)}
            </option>
          ))}
        </SelectField>
        <LengthField
          label={say.respond}
          duration={alert.respondWithin}
          change={(respondWithin) => change({ respondWithin })}
        />
        <FormProblem>{isIncomplete ? say.notComplete : null}</FormProblem>
        <p className="version-keys">
          <Button type="submit" look="primary" size="page">
            {remove ? say.apply : say.switchOn}
          </Button>
          {remove ? (
            <Button look="text" onClick={remove}>
              {say.switchOff}
            </Button>
          ) : null}
        </p>
      </form>
    </Dialog>
  )
}
