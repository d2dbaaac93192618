import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { OnePager } from '../../../core/one-pager.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { sayDiscussed } from '../discussed.ts'
import { agree, newKey, takeBack, useAct } from './acts.ts'
import { words } from './words.ts'

/** Opened, discussed, agreed: three steps, and a sentence that the patient can read. */
export function Consult({ page }: { page: OnePager }) {
  const say = useWords(words)
  const format = useFormats()
  const { answer, agreements, now } = page
  const current = answer?.place === 'earlier' ? null : answer
  const isAgreed = agreements.some(({ agreedAt }) =>
    current ? agreedAt >= current.submittedAt : format.isoDay(agreedAt) === format.isoDay(now),
  )
  return (
    <section>
      <h2>{say.consult}</h2>
      <p className="steps">
        <Step done={Boolean(current?.opened)}>{say.open}</Step>
        <Step done={Boolean(current?.discussed)}>{say.discussed}</Step>
        <Step done={isAgreed}>{say.agreed}</Step>
      </p>
      {current ? <Discussed answer={current} visit={page.visit} /> : null}
      {answer && !current ? <Earlier answer={answer} /> : null}
      {answer ? null : <p className="quiet">{say.noAnswer}</p>}
      <AgreementForm key={page.enrolment.id} page={page} responseId={current?.responseId ?? null} />
      <Agreements page={page} />
    </section>
  )
}

const Step = ({ done, children }: { done: boolean; children: string }) => (
  <State sign={done ? 'done' : 'open'} tone={done ? 'better' : 'quiet'}>
    {children}
  </State>
)

type Answer = NonNullable<OnePager['answer']>

function Discussed({ answer, visit }: { answer: Answer; visit: string | null }) {
  const say = useWords(words)
  const act = useAct(sayDiscussed)
  const { responseId, discussed } = answer
  const appointmentId = answer.place === 'today' ? visit : null
  const turn = () => {
    if (!act.isPending) act.mutate({ responseId, appointmentId, discussed: !discussed })
  }
  useShortcuts({ b: turn })
  return (
    <>
      <Done answer={answer} />
      <p>
        <Button look={discussed ? 'text' : 'plain'} shortcut="B" disabled={act.isPending} onClick={turn}>
          {discussed ? say.undoDiscussed : say.markDiscussed}
        </Button>
      </p>
    </>
  )
}

/** An answer from before what is asked now: what came of it, and, if nobody discussed it, a way to say so. */
function Earlier({ answer }: { answer: Answer }) {
  const say = useWords(words)
  const format = useFormats()
  const act = useAct(sayDiscussed)
  const { responseId, discussed, submittedAt } = answer
  return (
    <>
      <p className="quiet">{say.earlier(format.date(submittedAt))}</p>
      <Done answer={answer} />
      {discussed ? null : (
        <p>
          <Button
            look="text"
            disabled={act.isPending}
            onClick={() => act.mutate({ responseId, appointmentId: null, discussed: true })}
          >
            {say.markEarlier}
          </Button>
        </p>
      )}
    </>
  )
}

function Done({ answer: { opened, discussed } }: { answer: Answer }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <>
      {opened ? <p className="quiet">{say.opened(format.dayTime(opened.at), opened.by)}</p> : null}
      {discussed ? (
        <p className="quiet">{say.discussedBy(format.dayTime(discussed.at), discussed.by)}</p>
      ) : null}
    </>
  )
}

function AgreementForm({ page, responseId }: { page: OnePager; responseId: string | null }) {
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
