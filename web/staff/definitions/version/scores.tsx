import { bandOf } from '../../../../core/bands.ts'
import type { Instrument } from '../../../../core/instrument.ts'
import type { Answers, Score } from '../../../../core/response.ts'
import type { Scale } from '../../../../core/scale.ts'
import { scoreInstrument } from '../../../../core/scoring/score-instrument.ts'
import { useFormats } from '../../../kit/format.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'

/** What the answers given so far come to, scale by scale, by the program's own scoring. */
export function Scores({ instrument, answers }: { instrument: Instrument; answers: Answers }) {
  const say = useWords(formWords)
  const local = useLocal()
  const scores = new Map(scoreInstrument(instrument, answers).map((score) => [score.scale, score]))
  return (
    <section className="scores" aria-live="polite">
      <h2 className="heading">{say.scores}</h2>
      {instrument.scales.length === 0 ? <p className="quiet">{say.noScales}</p> : null}
      <dl>
        {instrument.scales.map((scale) => (
          <div key={scale.id}>
            <dt>
              {local(scale.title)}
              <span className="table-about">
                {say.range(scale.range[0], scale.range[1])}, {local(scale.directionWords)}
              </span>
            </dt>
            <dd>
              <ScoreWords scale={scale} score={scores.get(scale.id)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function ScoreWords({ scale, score }: { scale: Scale; score: Score | undefined }) {
  const say = useWords(formWords)
  const local = useLocal()
  const { number } = useFormats()
  if (!score || score.value === null)
    return <span className="quiet">{score?.reason ? say.reasons[score.reason] : '–'}</span>
  const band = bandOf(scale, score.value)
  return (
    <>
      <b>{number(score.value, scale.decimals)}</b>
      {band ? <span className="table-about">{local(band.label)}</span> : null}
    </>
  )
}
