import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { OnePager } from '../../../core/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { agree, newKey, takeBack, useAct } from './acts.ts'
import { consultWords } from './consult-words.ts'

/** One sentence that the patient will read, who does it and before when. */
export function AgreementForm({ page, responseId }: { page: OnePager; responseId: string | null }) {
  const say = useWords(consultWords)
  // What was wrong is said until the next thing is done: writing, or recording that it was discussed.
  const discussedAt = page.answer?.discussed?.at
  const [missing, setMissing] = useState<{ discussedAt: string | undefined }>()
  const problem = missing && missing.discussedAt === discussedAt ? say.sentenceMissing : undefined
  const act = useAct(agree, page.readable ? say.shared : say.kept)
  const [key, setKey] = useState(newKey)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (act.isPending) return // Ctrl+Enter submits whether or not the button is disabled
    const element = event.currentTarget
    const form = new FormData(element)
    const sentence = formText(form, 'sentence')
    setMissing(sentence === '' ? { discussedAt } : undefined)
    if (sentence === '') return
    const given = {
      enrolmentId: page.enrolment.id,
      responseId,
      sentence,
      who: formText(form, 'who') || null,
      dueOn: formText(form, 'due') || null,
      key,
    }
    const onSuccess = () => {
      element.reset()
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
      <TextArea
        label={say.sentence}
        hint={say.sentenceHint}
        name="sentence"
        maxLength={500}
        error={problem}
        onInput={() => setMissing(undefined)}
      />
      <div className="pair">
        <TextField label={say.who} name="who" maxLength={120} />
        <TextField label={say.due} name="due" type="date" />
      </div>
      <Button type="submit" look="primary" size="page" wide shortcut="Ctrl ↵" disabled={act.isPending}>
        {page.readable ? say.share : say.keep}
      </Button>
      <p className="quiet">{page.readable ? say.shareAbout : say.keepAbout}</p>
    </form>
  )
}

/** What was agreed before, the newest first. */
export function Agreements({ page }: { page: OnePager }) {
  const say = useWords(consultWords)
  const format = useFormats()
  const act = useAct(takeBack, say.takenBack)
  if (page.agreements.length === 0) return <p className="quiet">{say.noAgreements}</p>
  return (
    <>
      <h3>{say.before}</h3>
      <ul className="agreements">
        {page.agreements.map(({ id, sentence, who, dueOn, agreedAt, by }) => (
          <li key={id}>
            <p>{sentence}</p>
            <p className="quiet tiny">
              {[format.date(agreedAt), by, who, dueOn && say.dueOn(format.date(dueOn))]
                .filter(Boolean)
                .join(' · ')}{' '}
              <Button
                look="text"
                disabled={act.isPending}
                aria-label={`${say.takeBack}: ${sentence}`}
                onClick={() => act.mutate({ enrolmentId: page.enrolment.id, agreementId: id })}
              >
                {say.takeBack}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
