import { useCallback, useEffect, useState } from 'react'
import { Below } from './below.tsx'
import { PlainPage } from './plain-page.tsx'
import { answerAt, type FlowForm } from './questionnaire/flow.ts'
import { Questionnaire, type Spot } from './questionnaire/questionnaire.tsx'
import type { Answer, Task } from './task.ts'
import { useKeeper } from './use-keeper.ts'
import type { PatientWords } from './words.ts'

/** Topics and the last question take this long together. */
const FINISH_MINUTES = 0.75

/** The questions of a task that only SurveyJS can ask; what comes before and after them are pages of the server. */
export function App({ task, say }: { task: Task; say: PatientWords }) {
  const { keeper, state, drafts, latest, isMerged } = useKeeper(task.assessments)
  const [forms] = useState(() => formsOf(task))
  const [first] = useState(latest)
  const [isLeaving, setLeaving] = useState(false)
  useEffect(() => {
    if (isLeaving && keeper.isSettled()) location.assign('/v/finish')
  })
  const keep = useCallback(
    ({ assessment, instrument, item }: Spot, answer: Answer) =>
      keeper.keep(assessment, instrument, item, answer),
    [keeper],
  )
  if (state === 'asleep') return <PlainPage title={say.asleep} about={say.asleepAbout} />
  if (state === 'gone') return <PlainPage title={say.gone} about={say.goneAbout} />
  return (
    <Questionnaire
      forms={forms}
      answers={isMerged ? drafts : first}
      language={task.language}
      say={say}
      minutesAfter={FINISH_MINUTES}
      demo={task.demo ? say.demo : null}
      onAnswer={keep}
      onBack={() => location.assign('/v')}
      onFinish={() => setLeaving(true)}
      below={(place) => (
        <Below
          task={task}
          say={say}
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
