import { useState } from 'react'
import { Icon } from '../icon.tsx'
import { Step } from '../step.tsx'
import type { Task } from '../task.ts'
import { type PatientWords, words } from '../words.ts'

export type Topics = { topics: readonly string[]; topicText: string }

const MOST = 2

type Props = { task: Task; chosen: Topics; onChoose(chosen: Topics): void; onBack(): void; onGo(): void }

/** Every topic of the outcome sets that were asked, each once. */
export const topicsOf = ({ assessments }: Task) => [
  ...new Map(assessments.flatMap(({ topics }) => topics).map((topic) => [topic.id, topic])).values(),
]

/** Which two topics the patient wants to talk about. Choosing none is fine. */
export function TopicsStep({ task, chosen, onChoose, onBack, onGo }: Props) {
  const say = words[task.language]
  const [tooMany, setTooMany] = useState(false)
  const toggle = (id: string, isChosen: boolean) => {
    const others = chosen.topics.filter((topic) => topic !== id)
    const refused = isChosen && others.length >= MOST
    setTooMany(refused)
    if (!refused) onChoose({ ...chosen, topics: isChosen ? [...others, id] : others })
  }
  const clinician = task.assessments.find((assessment) => assessment.clinician)?.clinician ?? null
  return (
    <Step
      back={say.back}
      onBack={onBack}
      says={say.minutesLeft(1)}
      share={0.88}
      go={say.next}
      onGo={onGo}
      demo={task.demo ? say.demo : null}
    >
      <fieldset className="ask">
        <legend>
          <h1>{say.topics}</h1>
        </legend>
        <p className="near quiet">{say.topicsAbout(clinician)}</p>
        <div className="pick">
          {topicsOf(task).map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                name="topic"
                value={id}
                checked={chosen.topics.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <Said say={say} tooMany={tooMany} count={chosen.topics.length} />
      <div className="field after">
        <label htmlFor="topic-text">{say.topicText}</label>
        <textarea
          id="topic-text"
          rows={2}
          maxLength={1000}
          value={chosen.topicText}
          onChange={(event) => onChoose({ ...chosen, topicText: event.target.value })}
        />
      </div>
    </Step>
  )
}

function Said({ say, tooMany, count }: { say: PatientWords; tooMany: boolean; count: number }) {
  if (tooMany)
    return (
      <p className="error" role="alert">
        <Icon name="warning" />
        {say.topicsMany}
      </p>
    )
  return (
    <p className="saved" role="status">
      {count > 0 ? (
        <>
          <Icon name="check" />
          {say.topicsChosen(count)}
        </>
      ) : null}
    </p>
  )
}
