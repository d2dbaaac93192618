import type { EntryView } from '../../../core/answers/paper-entry.ts'
import { ApiError } from '../../kit/api.ts'
import { useRefusal } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

export type Wrong = { instrument: string; item: string; code: string }

/** Which questions are wrong or missing, or else a sentence. */
export function useEntryProblem(): (error: unknown) => { problems: Wrong[]; sentence: string | null } {
  const say = useWords(words)
  const refusal = useRefusal()
  return (error) => {
    if (!(error instanceof ApiError)) return { problems: [], sentence: refusal(error) }
    const problems = (error.detail.problems ?? []) as Wrong[]
    if (problems.length > 0) return { problems, sentence: null }
    return { problems, sentence: say.refusals[error.code] ?? refusal(error) }
  }
}

/** The questions that are not right yet, beside the buttons: the list is long. */
export function WrongAnswers({ wrong, view }: { wrong: Wrong[]; view: EntryView }) {
  const say = useWords(words)
  const local = useLocal()
  if (wrong.length === 0) return null
  const questions = view.instruments.flatMap((one) => one.questions)
  return (
    <div role="alert" className="answers-wrong">
      <p>{say.wrong}</p>
      <ul>
        {wrong.map(({ instrument, item, code }) => {
          const question = questions.find((each) => each.instrument === instrument && each.item === item)
          return (
            <li key={`${instrument} ${item}`}>
              {question ? local(question.title) : item}: {say.codes[code] ?? code}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
