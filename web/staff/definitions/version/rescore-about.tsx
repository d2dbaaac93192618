import type { Scale } from '../../../../core/instruments/scale.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { words } from './words.ts'

/** The scales of a published questionnaire that are scored otherwise than in the version before it. */
export const scoredOtherwise = ({ status, instrument, before }: Version): Scale[] =>
  status !== 'published' || !instrument
    ? []
    : instrument.scales.filter(({ id, scoringVersion }) => {
        const was = before?.instrument?.scales.find((one) => one.id === id)
        return was !== undefined && was.scoringVersion < scoringVersion
      })

/** Which scales get another score, and what becomes of the scores that are there. */
export function RescoreAbout({ of }: { of: Version }) {
  const say = useWords(words)
  const local = useLocal()
  const names = scoredOtherwise(of).map(({ title }) => local(title))
  return (
    <>
      <p>{say.rescoreScales(names.join(', '))}</p>
      <p>{say.rescoreAbout}</p>
    </>
  )
}
