import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import type { Round } from './queries.ts'
import { words } from './words.ts'

type RoundProps = {
  round: Round
  /** The round with the same questions before it that has an outcome. */
  before: Round | undefined
  end: (() => void) | null
}

/** One round: how many answered, and once it is over, what they said together. */
export function RoundSection({ round, before, end }: RoundProps) {
  const say = useWords(words)
  const local = useLocal()
  const { day, until } = useFormats()
  const { title, startedAt, closesAt, isOpen, invited, answered, result } = round
  const name = `${local(title)}, ${day(startedAt)}`
  return (
    <Section title={name}>
      <p>
        <State sign={isOpen ? 'half' : 'done'} tone={isOpen ? 'watch' : 'quiet'}>
          {isOpen ? say.open(until(closesAt)) : say.over(day(closesAt))}
        </State>{' '}
        · {isOpen ? say.soFar(answered, invited) : say.answered(answered, invited)}
      </p>
      {isOpen ? <p className="quiet">{say.later}</p> : null}
      {!isOpen && !result ? <p className="quiet">{say.tooFew}</p> : null}
      {result ? <Result name={name} round={round} result={result} before={before?.result ?? null} /> : null}
      {isOpen && end ? (
        <p>
          <Button look="soft" onClick={end}>
            {say.end}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

type Outcome = NonNullable<Round['result']>

type ResultProps = { name: string; round: Round; result: Outcome; before: Outcome | null }

function Result({ name, round, result, before }: ResultProps) {
  const say = useWords(words)
  const local = useLocal()
  const { number } = useFormats()
  return (
    <>
      <Scroller label={name}>
        <table className="table rounds-table">
          <thead>
            <tr>
              <th scope="col">{say.aspect}</th>
              <th scope="col">{say.mean}</th>
              {before ? <th scope="col">{say.before}</th> : null}
              <th scope="col">{say.n}</th>
            </tr>
          </thead>
          <tbody>
            {result.scales.map(({ scale, mean, n }) => {
              const about = round.scales[scale]
              return about ? (
                <tr key={scale}>
                  <th scope="row">
                    {local(about.title)}
                    <span className="table-about">
                      {about.range[0]}–{about.range[1]}, {local(about.directionWords)}
                    </span>
                  </th>
                  <td>{mean === null ? say.few : number(mean, 1)}</td>
                  {before ? <td className="quiet">{meanIn(before, scale, number)}</td> : null}
                  <td>{n === 0 ? '' : n}</td>
                </tr>
              ) : null
            })}
          </tbody>
        </table>
      </Scroller>
      {result.texts.map(({ item, texts }) => (
        <div key={item} className="rounds-texts">
          <h3>{round.items[item] ? local(round.items[item]) : item}</h3>
          <ul>
            {[...new Set(texts)].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function meanIn({ scales }: Outcome, wanted: string, number: (value: number, decimals: number) => string) {
  const mean = scales.find(({ scale }) => scale === wanted)?.mean ?? null
  return mean === null ? '–' : number(mean, 1)
}
