import { useId } from 'react'
import type { EntryQuestion } from '../../../core/answers/paper-entry.ts'
import type { Answer } from '../../../core/response.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { fieldName } from './read-form.ts'
import { words } from './words.ts'

type FieldProps = { question: EntryQuestion; known: Answer; isWrong: boolean }

/** One question: its wording at the left, one control at the right. */
export function QuestionField({ question, known, isWrong }: FieldProps) {
  const local = useLocal()
  const say = useWords(words)
  const id = useId()
  const { title, words: own, conditional, check, options } = question
  const isSeveral = check.kind === 'multiple' && options !== null
  const text = (
    <>
      {local(title)} {own ? <q>{own}</q> : null}
      {conditional ? <span className="quiet"> ({say.conditional})</span> : null}
    </>
  )
  if (isSeveral)
    return (
      <fieldset className="answer-row">
        <legend>{text}</legend>
        <Several question={question} known={known} />
      </fieldset>
    )
  return (
    <div className="answer-row">
      <label htmlFor={id}>{text}</label>
      <Control id={id} question={question} known={known} isWrong={isWrong} />
    </div>
  )
}

function Control({ id, question, known, isWrong }: FieldProps & { id: string }) {
  const local = useLocal()
  const say = useWords(words)
  const { check, options } = question
  const common = { id, name: fieldName(question), 'aria-invalid': isWrong ? true : undefined }
  if (options)
    return (
      <select className="input" defaultValue={String(known ?? '')} {...common}>
        <option value="">{say.empty}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {local(text)}
          </option>
        ))}
      </select>
    )
  if (check.kind === 'text')
    return <textarea className="input" rows={2} defaultValue={String(known ?? '')} {...common} />
  if (check.kind === 'date')
    return <input className="input" type="date" defaultValue={String(known ?? '')} {...common} />
  const [from, to] = check.kind === 'number' ? [check.min, check.max] : [check.values[0], check.values.at(-1)]
  return (
    <input
      className="input"
      inputMode="decimal"
      autoComplete="off"
      placeholder={say.between(from ?? 0, to ?? 0)}
      defaultValue={String(known ?? '')}
      {...common}
    />
  )
}

function Several({ question, known }: Pick<FieldProps, 'question' | 'known'>) {
  const local = useLocal()
  const chosen = Array.isArray(known) ? known : []
  return (
    <div className="answer-several">
      {question.options?.map(({ value, text }) => (
        <label key={value}>
          <input
            type="checkbox"
            name={fieldName(question)}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          {local(text)}
        </label>
      ))}
    </div>
  )
}
