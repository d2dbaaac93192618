import { bandOf } from '../../../../core/instruments/bands.ts'
import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { Scale } from '../../../../core/instruments/scale.ts'
import type { Answers, Score } from '../../../../core/response.ts'
import { scoreInstrument } from '../../../../core/scoring/score-instrument.ts'
import { useFormats } from '../../../kit/format.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'
import { Trace } from './trace.tsx'

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
      <Trace instrument={instrument} answers={answers} />
    </section>
  )
}

function ScoreWords({ scale, score }: { scale: Scale; score: Score | undefined }) {
  const say = useWords(formWords)
  const local = useLocal()
  const { number } = useFormats()
  if (!score || score.value === null)
    return <span className="quiet">{reasonIn(score, say.reasons) ?? '–'}</span>
  const band = bandOf(scale, score.value)
  return (
    <>
      <b>{number(score.value, scale.decimals)}</b>
      {score.standardError !== null && score.reason ? (
        <span className="table-about">{say.sure(number(score.standardError, 1))}</span>
      ) : null}
      {band ? <span className="table-about">{local(band.label)}</span> : null}
    </>
  )
}

/** Why there is no value. */
const reasonIn = (score: Score | undefined, reasons: Readonly<Record<string, string>>) =>
  score?.reason ? reasons[score.reason] : undefined
