import type { EntryDifference, EntryQuestion, EntryView } from '../../../core/paper-entry.ts'
import type { Answer } from '../../../core/response.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

type DifferencesProps = { differences: EntryDifference[]; view: EntryView; by: string }

/** Where two people read the same paper differently. */
export function Differences({ differences, view, by }: DifferencesProps) {
  const say = useWords(words)
  const local = useLocal()
  const tell = useAnswer()
  if (differences.length === 0) return null
  const head = say.difference(by)
  const questions = view.instruments.flatMap((one) => one.questions)
  return (
    <div role="alert">
      <Section title={say.differs(differences.length)}>
        <p>{say.differsAbout}</p>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{head.question}</th>
              <th scope="col">{head.other}</th>
              <th scope="col">{head.you}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ instrument, item, one, other }) => {
              const question = questions.find((each) => each.instrument === instrument && each.item === item)
              return (
                <tr key={`${instrument} ${item}`}>
                  <th scope="row">{question ? local(question.title) : item}</th>
                  <td>{tell(question, one)}</td>
                  <td>{tell(question, other)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Section>
    </div>
  )
}

function useAnswer(): (question: EntryQuestion | undefined, answer: Answer) => string {
  const say = useWords(words)
  const local = useLocal()
  return (question, answer) => {
    if (answer === null) return say.empty
    const texts = [answer].flat().map((value) => {
      const option = question?.options?.find((one) => one.value === value)
      return option ? local(option.text) : String(value)
    })
    return texts.join(', ')
  }
}
