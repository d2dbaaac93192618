import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { agree, consultDesk, newKey, takeBackAgreed, useAct } from './acts.ts'
import { consultWords } from './consult-words.ts'
import { Templates } from './templates.tsx'

const WHO = 'who-does-it'

/** One sentence that the patient will read, who does it and before when; or what they want to reach. */
export function AgreementForm({ page, responseId }: { page: OnePager; responseId: string | null }) {
  const say = useWords(consultWords)
  // What was wrong is said until the next thing is done: writing, or recording that it was discussed.
  const discussedAt = page.answer?.discussed?.at
  const [missing, setMissing] = useState<{ discussedAt: string | undefined }>()
  const problem = missing && missing.discussedAt === discussedAt ? say.sentenceMissing : undefined
  const enrolmentId = page.enrolment.id
  const undo = useAct(takeBackAgreed, say.takenBack)
  const act = useAct(agree, ({ id }, given) => {
    const message = page.told ? say.shared : page.readable ? say.sharedUntold : say.kept
    const discussedBy = discussedAt === undefined ? given.responseId : null
    const back = () => undo.mutate({ enrolmentId, agreementId: id, discussedBy })
    showUndo({ id: `agreed ${id}`, message, undo: back })
  })
  const [key, setKey] = useState(newKey)
  const [sentence, write] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (act.isPending) return // Ctrl+Enter submits whether or not the button is disabled
    const element = event.currentTarget
    const form = new FormData(element)
    const text = sentence.trim()
    setMissing(text === '' ? { discussedAt } : undefined)
    if (text === '') return
    const given = {
      enrolmentId,
      responseId,
      sentence: text,
      who: formText(form, 'who') || null,
      dueOn: formText(form, 'due') || null,
      kind: formText(form, 'kind') === 'goal' ? ('goal' as const) : null,
      key,
    }
    const onSuccess = () => {
      element.reset()
      write('')
      setKey(newKey)
    }
    act.mutate(given, { onSuccess })
  }
  const hurry = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat)
      event.currentTarget.requestSubmit()
  }
  return (
    <form onSubmit={submit} onKeyDown={hurry} noValidate>
      <Kind />
      <TextArea
        label={say.sentence}
        hint={say.sentenceHint}
        name="sentence"
        maxLength={500}
        value={sentence}
        error={problem}
        onChange={(event) => {
          write(event.target.value)
          setMissing(undefined)
        }}
      />
      <Templates enrolmentId={enrolmentId} sentence={sentence} write={write} />
      <div className="pair">
        <TextField label={say.who} name="who" maxLength={120} list={WHO} />
        <TextField label={say.due} name="due" type="date" />
      </div>
      <People enrolmentId={enrolmentId} />
      <Button type="submit" look="primary" size="page" wide shortcut="Ctrl ↵" disabled={act.isPending}>
        {page.readable ? say.share : say.keep}
      </Button>
      <p className="quiet">{page.told ? say.shareAbout : page.readable ? say.untoldAbout : say.keepAbout}</p>
    </form>
  )
}

/** What somebody does, or what the patient wants to reach. */
function Kind() {
  const say = useWords(consultWords)
  return (
    <p className="choices">
      <label>
        <input type="radio" name="kind" value="agreement" defaultChecked /> {say.agreement}
      </label>
      <label>
        <input type="radio" name="kind" value="goal" /> {say.goal}
      </label>
    </p>
  )
}

/** Who can be chosen with a few letters; anything else can be typed. */
function People({ enrolmentId }: { enrolmentId: string }) {
  const say = useWords(consultWords)
  const { data: desk } = useQuery(consultDesk(enrolmentId))
  return (
    <datalist id={WHO}>
      {[say.yourself, say.familyDoctor, ...(desk?.people ?? [])].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
