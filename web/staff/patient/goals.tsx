import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { goalsWords } from './goals-words.ts'

/** What the patient wants to be able to do, beside what was measured. */
export function Goals({ page: { goals, patient } }: { page: OnePager }) {
  const say = useWords(goalsWords)
  const local = useLocal()
  const format = useFormats()
  if (goals.length === 0) return null
  return (
    <section className="goals">
      <h3>{say.matters(patient.givenName)}</h3>
      <ul>
        {goals.map(({ id, words, saidAt, steps }) => (
          <li key={id}>
            <q dir="auto">{words}</q>
            <span className="line quiet">{say.said(format.date(saidAt))}</span>
            {steps.length > 0 ? (
              <span className="line">
                {steps
                  .map(({ at, text, value }) => say.step(format.date(at), text ? local(text) : String(value)))
                  .join(' · ')}
              </span>
            ) : (
              <span className="line quiet">{say.notYet}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
