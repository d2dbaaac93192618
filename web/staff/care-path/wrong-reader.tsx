import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/frame.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { type CarePath, endLinks, useAct } from './queries.ts'
import { words } from './words.ts'

/** Mail went to somebody else: ends what was mailed, also when the care path is over. */
export function WrongReader({ path: { enrolment, patient } }: { path: CarePath }) {
  const say = useWords(words)
  const end = useAct(endLinks, say.linksEnded, say.problems)
  return (
    <Section title={say.wrongReader}>
      <p className="quiet small">{say.wrongReaderAbout}</p>
      {patient.badAddress ? (
        <p className="status">
          <Sign name="alert" />
          {say.badAddress}
        </p>
      ) : null}
      <p className="care-path-keys">
        <Button look="text" disabled={end.isPending} onClick={() => end.mutate({ id: enrolment.id })}>
          {say.endLinks}
        </Button>
      </p>
    </Section>
  )
}
