import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { EntryDifference, EntryView } from '../../../core/answers/paper-entry.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Buttons } from './buttons.tsx'
import { Differences } from './differences.tsx'
import { BegunField, HowFields, TalkFields } from './how-fields.tsx'
import { useEntryProblem, type Wrong, WrongAnswers } from './problem.tsx'
import { type Entry, enter } from './queries.ts'
import { QuestionField } from './question-field.tsx'
import { readEntryForm } from './read-form.ts'
import { words } from './words.ts'

type Said = (typeof words)['nl']
type FormProps = {
  view: EntryView
  assessmentId: string
  came: Entry['mode']
  printed: number | undefined
}

/** All questions of an assessment as rows to type in, from top to bottom with the keyboard. */
export function EntryForm({ view, assessmentId, came, printed }: FormProps) {
  const local = useLocal()
  const [mode, setMode] = useState<Entry['mode']>(came)
  const { act, wrong, differences } = useEntering(view)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const how = (submitter?.getAttribute('value') ?? 'check') as Entry['how']
    const read = readEntryForm(event.currentTarget, view)
    act.mutate({ assessmentId, json: { ...read, mode, how, ...(printed ? { printed } : {}) } })
  }
  const other = view.typed.find((one) => !one.mine)
  return (
    <form className="answers" onSubmit={submit} noValidate>
      <HowFields language={view.patient.language} mode={mode} choose={setMode} />
      {view.begun === null ? null : <BegunField version={view.begun} />}
      {view.instruments.map(({ id, title, questions }) => (
        <Section key={id} title={local(title)}>
          {questions.map((question) => (
            <QuestionField
              key={question.item}
              question={question}
              known={view.answers[id]?.[question.item] ?? null}
              isWrong={wrong.some((one) => one.instrument === id && one.item === question.item)}
            />
          ))}
        </Section>
      ))}
      <TalkFields topics={view.topics} known={view.lastPage} />
      <WrongAnswers wrong={wrong} view={view} />
      <Differences differences={differences} view={view} by={other?.by ?? ''} />
      <Buttons
        mode={mode}
        isBusy={act.isPending}
        differs={differences.length > 0}
        hasOther={Boolean(other)}
      />
    </form>
  )
}

function cameOf(say: Said, { outcome }: { outcome: 'sent' | 'waits' }, { how, urgent }: Entry): string {
  if (outcome === 'waits') return urgent ? `${say.waits} ${say.waitsUrgent}` : say.waits
  return { now: say.sent, check: say.sentChecked, settled: say.sentSettled }[how]
}

/** Sends what was typed, and says what came of it. */
function useEntering(view: EntryView) {
  const say = useWords(words)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const explain = useEntryProblem()
  const [wrong, setWrong] = useState<Wrong[]>([])
  const [differences, setDifferences] = useState<EntryDifference[]>(view.differences)
  const act = useMutation({
    mutationFn: enter,
    onMutate: () => setWrong([]),
    onSuccess: async (entered, { json }) => {
      if (entered.outcome === 'differs') return setDifferences(entered.differences)
      notifications.show({ message: cameOf(say, entered, json) })
      await queries.invalidateQueries({ queryKey: ['patient'] })
      const { patient, enrolmentId } = view
      await navigate({
        to: '/staff/patients/$patientId',
        params: { patientId: patient.id },
        search: { enrolment: enrolmentId },
      })
    },
    onError: (error) => {
      const { problems, sentence } = explain(error)
      setWrong(problems)
      if (sentence) notifications.show({ color: 'red', message: sentence })
    },
  })
  return { act, wrong, differences }
}
