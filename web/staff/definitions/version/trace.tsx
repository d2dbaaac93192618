import { adaptiveScale, adaptiveWay } from '../../../../core/adaptive/asked-adaptively.ts'
import { answerText } from '../../../../core/instruments/answer-text.ts'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { Answers } from '../../../../core/response.ts'
import { useFormats } from '../../../kit/format.ts'
import { Scroller } from '../../../kit/scroller.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'

/** Where questions are chosen one by one: what each answer did to the score, which one comes next, or why none does. */
export function Trace({ instrument, answers }: { instrument: Instrument; answers: Answers }) {
  const say = useWords(formWords)
  const local = useLocal()
  const { number } = useFormats()
  const scale = adaptiveScale(instrument)
  if (!scale) return null
  const { trace, next, stopped } = adaptiveWay(instrument, scale, answers)
  const { metric, adaptive } = scale.method
  const named = (key: string) => {
    const item = instrument.items.find((one) => one.key === key)
    return item ? local(item.label) : key
  }
  const said = (key: string) => {
    const value = Number(answers[key])
    const text = answerText(instrument, key, value)
    return text ? local(text) : number(value)
  }
  return (
    <>
      <h3>{say.trace}</h3>
      <p className="quiet">{say.traceAbout(adaptive.bank)}</p>
      {trace.length === 0 ? null : (
        <Scroller label={say.trace}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.asked}</th>
                <th scope="col">{say.after}</th>
                <th scope="col">{say.error}</th>
              </tr>
            </thead>
            <tbody>
              {trace.map(({ item, category, theta, standardError }) => (
                <tr key={item}>
                  <th scope="row">
                    {named(item)}
                    <span className="table-about">{category === null ? say.passed : said(item)}</span>
                  </th>
                  <td>{number(metric.mean + metric.sd * theta, 1)}</td>
                  <td>{number(metric.sd * standardError, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      <p>{next ? `${say.coming}: ${named(next)}` : stopped ? say.stopped[stopped] : null}</p>
    </>
  )
}
