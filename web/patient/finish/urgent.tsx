import { useState } from 'react'
import { CallNow } from '../call-now.tsx'
import { Icon } from '../icon.tsx'
import { Step } from '../step.tsx'
import type { Task } from '../task.ts'
import { longDay } from '../when.ts'
import { words } from '../words.ts'

type Props = {
  task: Task
  urgent: boolean | null
  /** What went wrong with sending, in words. */
  problem: string | null
  isSending: boolean
  onChoose(urgent: boolean): void
  onBack(): void
  onSend(): void
}

/** The last question: whom to call is said at once, without asking the server. */
export function UrgentStep({ task, urgent, problem, isSending, onChoose, onBack, onSend }: Props) {
  const say = words[task.language]
  const [isMissing, setMissing] = useState(false)
  const until = task.assessments.find(({ startsAt }) => startsAt)?.startsAt
  const choose = (value: boolean) => {
    setMissing(false)
    onChoose(value)
  }
  const trouble = isMissing ? say.urgentChoose : problem
  return (
    <Step
      back={say.back}
      onBack={onBack}
      says={say.lastQuestion}
      share={0.96}
      demo={task.demo ? say.demo : null}
      go={isSending ? say.sending : say.send}
      onGo={() => (urgent === null ? setMissing(true) : isSending || onSend())}
    >
      <fieldset className="ask" aria-describedby={trouble ? 'trouble' : undefined}>
        <legend>
          <h1>{until ? say.urgentUntil(longDay(until, task)) : say.urgent}</h1>
        </legend>
        <p className="near quiet">{say.urgentAbout}</p>
        <div className="pick">
          <label>
            <input
              type="radio"
              name="urgent"
              value="no"
              checked={urgent === false}
              onChange={() => choose(false)}
            />
            {say.canWait}
          </label>
          <label>
            <input
              type="radio"
              name="urgent"
              value="yes"
              checked={urgent === true}
              onChange={() => choose(true)}
            />
            {say.cannotWait}
          </label>
        </div>
      </fieldset>
      <div role="status">{urgent ? <CallNow task={task} say={say} /> : null}</div>
      {trouble ? (
        <p className="error" id="trouble" role="alert">
          <Icon name="warning" />
          {trouble}
        </p>
      ) : null}
    </Step>
  )
}
