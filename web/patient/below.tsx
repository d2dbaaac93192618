import type { Answer } from '../../core/response.ts'
import { dirOf } from '../../core/words.ts'
import { CallLink, Icon } from './icon.tsx'
import type { KeeperState } from './keeper.ts'
import type { Place } from './questionnaire/flow.ts'
import type { SafetyText, Task } from './task.ts'
import type { PatientWords } from './words.ts'

type Props = {
  task: Task
  say: PatientWords
  place: Place
  answer: Answer | undefined
  state: KeeperState
  isMerged: boolean
}

/** Under a question: what to do at once after a worrying answer, and whether the answer is safe. */
export function Below({ task, say, place, answer, state, isMerged }: Props) {
  const assessment = task.assessments.find(({ id }) => id === place.assessment)
  const texts = (assessment?.safety ?? []).filter((rule) => concerns(rule, place, answer))
  return (
    <>
      <div role="status">
        {texts.map(({ text, language }) => (
          <div className="note" key={text}>
            <p lang={language} dir={dirOf(language)}>
              {text}
            </p>
            <p>
              <CallLink phone={task.urgentPhone}>{say.call(task.urgentPhone)}</CallLink>
            </p>
          </div>
        ))}
      </div>
      <div role="status">
        <Kept say={say} state={state} isAnswered={answer !== undefined && answer !== null} />
        {isMerged ? <p className="near quiet">{say.merged}</p> : null}
      </div>
    </>
  )
}

function Kept({ say, state, isAnswered }: { say: PatientWords; state: KeeperState; isAnswered: boolean }) {
  if (state === 'offline')
    return (
      <p className="unsent">
        <Icon name="warning" />
        {say.offline}
      </p>
    )
  if (!isAnswered || state !== 'saved') return <p className="saved" />
  return (
    <p className="saved">
      <Icon name="check" />
      {say.saved}
    </p>
  )
}

function concerns(
  { instrument, item, op, value }: SafetyText,
  place: Place,
  answer: Answer | undefined,
): boolean {
  if (instrument !== place.instrument || item !== place.item || typeof answer !== 'number') return false
  if (op === '=') return answer === value
  if (op === '>') return answer > value
  if (op === '>=') return answer >= value
  return op === '<' ? answer < value : answer <= value
}
