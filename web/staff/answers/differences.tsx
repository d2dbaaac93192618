import type { EntryDifference, EntryQuestion, EntryView } from '../../../core/answers/paper-entry.ts'
import type { Answer } from '../../../core/response.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

type DifferencesProps = { differences: EntryDifference[]; view: EntryView; by: string }

/** Where two people read the same paper differently. */
export function Differences({ differences, view, by }: DifferencesProps) {
  const say = useWords(words)
  const tell = useDifference(view)
  if (differences.length === 0) return null
  const head = say.difference(by)
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
            {differences.map((difference) => {
              const { key, title, one, other } = tell(difference)
              return (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  <td>{one}</td>
                  <td>{other}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Section>
    </div>
  )
}

/** A difference as its row: what was asked, and what each of the two typed. */
function useDifference(view: EntryView) {
  const local = useLocal()
  const answer = useAnswer()
  const lastPage = useLastPage(view)
  const questions = view.instruments.flatMap((one) => one.questions)
  return (difference: EntryDifference) => {
    if ('part' in difference) return { key: difference.part, ...lastPage(difference) }
    const { instrument, item, one, other } = difference
    const question = questions.find((each) => each.instrument === instrument && each.item === item)
    const title = question ? local(question.title) : item
    return { key: `${instrument} ${item}`, title, one: answer(question, one), other: answer(question, other) }
  }
}

function useLastPage({ topics, papers }: EntryView) {
  const say = useWords(words)
  const local = useLocal()
  const chosen = (ids: string[]) =>
    topics.flatMap(({ id, title }) => (ids.includes(id) ? [local(title)] : [])).join(', ') || say.empty
  const numberOf = (version: number) =>
    papers.find(({ printed }) => printed === version)?.number ?? String(version)
  const yesNo = (yes: boolean) => (yes ? say.yes : say.no)
  return (difference: Extract<EntryDifference, { part: string }>) => {
    const { part, one, other } = difference
    if (part === 'printed') return { title: say.printedPart, one: numberOf(one), other: numberOf(other) }
    if (part === 'topics') return { title: say.talk, one: chosen(one), other: chosen(other) }
    if (part === 'urgent') return { title: say.urgentPart, one: yesNo(one), other: yesNo(other) }
    return { title: say.topicText, one: one ?? say.empty, other: other ?? say.empty }
  }
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
