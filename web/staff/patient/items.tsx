import type { ItemView, OnePager } from '../../../core/consult/one-pager.ts'
import type { Localised } from '../../../core/words.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { planWords } from './plan-words.ts'

/** The single answers beside those of last time, changed ones first. */
export function Items({ page }: { page: OnePager }) {
  const say = useWords(planWords)
  if (!page.answer || page.answer.items.length === 0) return null
  return (
    <details className="fold">
      <summary>
        {say.items} <small>{say.itemsAbout}</small>
      </summary>
      <Scroller label={say.items}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.question}</th>
              <th scope="col">{say.now}</th>
              <th scope="col">{say.previously}</th>
              <th scope="col">{say.compared}</th>
            </tr>
          </thead>
          <tbody>
            {page.answer.items.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className="quiet tiny">{say.itemsNote}</p>
    </details>
  )
}

function ItemRow({ item }: { item: ItemView }) {
  const say = useWords(planWords)
  const local = useLocal()
  return (
    <tr>
      <th scope="row">
        {local(item.label)}
        {item.safety ? <span className="watch"> · {say.safety}</span> : null}
        <span className="line tiny quiet">{local(item.instrument)}</span>
      </th>
      <td>
        <Answer answer={item.answer} text={item.text} />
      </td>
      <td className="quiet">
        <Answer answer={item.before} text={item.beforeText} />
      </td>
      <td>
        <span className={item.difference === 'worse' ? '' : 'quiet'}>{say.difference[item.difference]}</span>
      </td>
    </tr>
  )
}

function Answer({ answer, text }: { answer: ItemView['answer']; text: Localised | null }) {
  const say = useWords(planWords)
  const local = useLocal()
  if (answer === null || answer === '') return <span className="quiet">{say.none}</span>
  const plain = Array.isArray(answer) ? answer.join(', ') : answer
  return text ? `${local(text)} (${plain})` : plain
}
