import { useCallback, useEffect, useState } from 'react'
import type { Sent } from './api.ts'
import { Below } from './below.tsx'
import { sendAll } from './finish/send.ts'
import { SentPage } from './finish/sent.tsx'
import { type Topics, TopicsStep } from './finish/topics.tsx'
import { UrgentStep } from './finish/urgent.tsx'
import { PlainPage } from './plain-page.tsx'
import { answerAt, type FlowForm } from './questionnaire/flow.ts'
import { Questionnaire, type Spot } from './questionnaire/questionnaire.tsx'
import type { Answer, Task } from './task.ts'
import { useKeeper } from './use-keeper.ts'
import { words } from './words.ts'

type At =
  | { step: 'questions'; startAt: 'resume' | 'end' | Spot }
  | { step: 'topics' | 'urgent' | 'asleep' | 'gone' }
  | { step: 'sent'; sent: Sent[]; urgent: boolean }

/** Topics and the last question take this long together. */
const FINISH_MINUTES = 0.75

/** The way through a task: the questions of all its assessments, two topics, what cannot wait, thank you. */
export function App({ task }: { task: Task }) {
  const say = words[task.language]
  const [at, setAt] = useState<At>({ step: 'questions', startAt: 'resume' })
  const [chosen, setChosen] = useState<Topics>({ topics: [], topicText: '' })
  const kept = useKeeper(task.assessments)
  const over = kept.state === 'asleep' || kept.state === 'gone' ? kept.state : null
  const step = at.step === 'sent' ? at.step : (over ?? at.step)
  useTurn(step)

  if (at.step === 'sent') return <SentPage task={task} sent={at.sent} chosen={chosen} urgent={at.urgent} />
  if (step === 'asleep') return <PlainPage title={say.asleep} about={say.asleepAbout} />
  if (step === 'gone') return <PlainPage title={say.gone} about={say.goneAbout} />
  if (at.step === 'topics')
    return (
      <TopicsStep
        task={task}
        chosen={chosen}
        onChoose={setChosen}
        onBack={() => setAt({ step: 'questions', startAt: 'end' })}
        onGo={() => setAt({ step: 'urgent' })}
      />
    )
  if (at.step === 'urgent')
    return (
      <Sending
        task={task}
        kept={kept}
        chosen={chosen}
        onBack={() => setAt({ step: 'topics' })}
        onAt={setAt}
      />
    )
  const startAt = at.step === 'questions' ? at.startAt : 'resume'
  return <Questions task={task} kept={kept} startAt={startAt} onFinish={() => setAt({ step: 'topics' })} />
}

type Kept = ReturnType<typeof useKeeper>

/** A new page begins at its top, and whoever listens hears its heading. */
function useTurn(step: string) {
  useEffect(() => {
    scrollTo(0, 0)
    if (step === 'questions') return
    const title = document.querySelector('h1')
    title?.setAttribute('tabindex', '-1')
    title?.focus({ preventScroll: true })
  }, [step])
}

type QuestionsProps = { task: Task; kept: Kept; startAt: 'resume' | 'end' | Spot; onFinish(): void }

function Questions({ task, kept, startAt, onFinish }: QuestionsProps) {
  const { keeper, state, drafts, latest, isMerged } = kept
  const [forms] = useState(() => formsOf(task))
  const [first] = useState(latest) // coming back from the topics: with everything that was answered meanwhile
  const keep = useCallback(
    ({ assessment, instrument, item }: Spot, answer: Answer) =>
      keeper.keep(assessment, instrument, item, answer),
    [keeper],
  )
  return (
    <Questionnaire
      forms={forms}
      answers={isMerged ? drafts : first}
      language={task.language}
      startAt={startAt}
      minutesAfter={FINISH_MINUTES}
      demo={task.demo ? words[task.language].demo : null}
      onAnswer={keep}
      onBack={() => location.assign('/v')}
      onFinish={onFinish}
      below={(place) => (
        <Below
          task={task}
          say={words[task.language]}
          place={place}
          answer={answerAt(latest(), place)}
          state={state}
          isMerged={isMerged}
        />
      )}
    />
  )
}

const formsOf = ({ assessments }: Task): FlowForm[] =>
  assessments.flatMap(({ id, side, forms }) => forms.map((form) => ({ ...form, assessment: id, side })))

type SendingProps = { task: Task; kept: Kept; chosen: Topics; onBack(): void; onAt(at: At): void }

function Sending({ task, kept, chosen, onBack, onAt }: SendingProps) {
  const say = words[task.language]
  const [urgent, setUrgent] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  const send = async () => {
    setSending(true)
    setProblem(null)
    const outcome = await sendAll(task.assessments, kept.keeper, chosen, urgent === true)
    setSending(false)
    if (outcome.kind === 'sent') onAt({ step: 'sent', sent: outcome.sent, urgent: urgent === true })
    else if (outcome.kind === 'missing') onAt({ step: 'questions', startAt: outcome.spot })
    else if (outcome.kind === 'asleep' || outcome.kind === 'gone') onAt({ step: outcome.kind })
    else setProblem(outcome.kind === 'changed' ? say.changedElsewhere : say.sendFailed)
  }
  return (
    <UrgentStep
      task={task}
      urgent={urgent}
      problem={problem}
      isSending={isSending}
      onChoose={setUrgent}
      onBack={onBack}
      onSend={() => void send()}
    />
  )
}
