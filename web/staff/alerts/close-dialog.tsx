import './alerts.css'
import { type FormEvent, useState } from 'react'
import { type AlertOutcome, alertOutcomes } from '../../../core/alerts/alert-outcome.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { showUndo } from '../undo.tsx'
import { useAct } from './acts.ts'
import { closeAlert, undoClose } from './queries.ts'
import { words } from './words.ts'

type CloseProps = { alertId: string; name: string; close: () => void }

/** What was done, as a code and in words; for ten seconds afterwards it can be taken back. */
export function CloseDialog({ alertId, name, close }: CloseProps) {
  const say = useWords(words)
  const undo = useAct(undoClose)
  const act = useAct(closeAlert, () => {
    close()
    showUndo({
      id: `closed ${alertId}`,
      message: say.closedNow(name),
      undo: () => undo.mutate(alertId),
    })
  })
  const [chosen, choose] = useState<AlertOutcome | null>(null)
  const [tried, setTried] = useState(false)
  const [note, write] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = formText(new FormData(event.currentTarget), 'note')
    setTried(true)
    if (chosen && text !== '') act.mutate({ alertId, code: chosen, note: text })
  }
  return (
    <Dialog title={say.closeOf(name)} closeLabel={say.cancel} close={close}>
      <form onSubmit={submit} noValidate>
        <fieldset className="alert-outcomes">
          <legend>{say.how}</legend>
          {alertOutcomes.map((code) => (
            <label key={code}>
              <input type="radio" name="code" checked={chosen === code} onChange={() => choose(code)} />{' '}
              {say.outcomes[code]}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={say.note}
          hint={say.noteHint}
          name="note"
          maxLength={500}
          value={note}
          onChange={(event) => write(event.target.value)}
          error={tried && note.trim() === '' ? say.noteMissing : undefined}
        />
        <FormProblem>{tried && chosen === null ? say.choose : null}</FormProblem>
        <p className="dialog-acts">
          <Button type="submit" look="primary" size="page" disabled={act.isPending}>
            {say.closeIt}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
