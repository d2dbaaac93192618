import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { OnePager } from '../../../core/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { agree, newKey, sayDiscussed, takeBack, useAct } from './acts.ts'
import { words } from './words.ts'

/** Opened, discussed, agreed: three steps, and a sentence that the patient can read. */
export function Consult({ page }: { page: OnePager }) {
  const say = useWords(words)
  const { answer, agreements } = page
  const isAgreed = agreements.some(({ agreedAt }) => agreedAt >= (answer?.submittedAt ?? ''))
  return (
    <section>
      <h2>{say.consult}</h2>
      <p className="steps">
        <Step done={Boolean(answer?.opened)}>{say.open}</Step>
        <Step done={Boolean(answer?.discussed)}>{say.discussed}</Step>
        <Step done={isAgreed}>{say.agreed}</Step>
      </p>
      {answer ? <Discussed answer={answer} /> : <p className="quiet">{say.noAnswer}</p>}
      <AgreementForm key={page.enrolment.id} page={page} />
      <Agreements page={page} />
    </section>
  )
}

const Step = ({ done, children }: { done: boolean; children: string }) => (
  <State sign={done ? 'done' : 'open'} tone={done ? 'better' : 'quiet'}>
    {children}
  </State>
)

function Discussed({ answer }: { answer: NonNullable<OnePager['answer']> }) {
  const say = useWords(words)
  const format = useFormats()
  const act = useAct(sayDiscussed)
  const { responseId, opened, discussed } = answer
  const turn = () => {
    if (!act.isPending) act.mutate({ responseId, discussed: !discussed })
  }
  useShortcuts({ b: turn })
  return (
    <>
      {opened ? <p className="quiet">{say.opened(format.dayTime(opened.at), opened.by)}</p> : null}
      {discussed ? (
        <p className="quiet">{say.discussedBy(format.dayTime(discussed.at), discussed.by)}</p>
      ) : null}
      <p>
        <Button look={discussed ? 'text' : 'plain'} shortcut="B" disabled={act.isPending} onClick={turn}>
          {discussed ? say.undoDiscussed : say.markDiscussed}
        </Button>
      </p>
    </>
  )
}

function AgreementForm({ page }: { page: OnePager }) {
  const say = useWords(words)
  const [problem, setProblem] = useState<string>()
  const act = useAct(agree, say.shared)
  const [key, setKey] = useState(newKey)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (act.isPending) return // Ctrl+Enter submits whether or not the button is disabled
    const element = event.currentTarget
    const form = new FormData(element)
    const sentence = formText(form, 'sentence')
    setProblem(sentence === '' ? say.sentenceMissing : undefined)
    if (sentence === '') return
    const given = {
      enrolmentId: page.enrolment.id,
      responseId: page.answer?.responseId ?? null,
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
      />
      <div className="pair">
        <TextField label={say.who} name="who" maxLength={120} />
        <TextField label={say.due} name="due" type="date" />
      </div>
      <Button type="submit" look="primary" size="page" wide shortcut="Ctrl ↵" disabled={act.isPending}>
        {say.share}
      </Button>
      <p className="quiet">{say.shareAbout}</p>
    </form>
  )
}

function Agreements({ page }: { page: OnePager }) {
  const say = useWords(words)
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
