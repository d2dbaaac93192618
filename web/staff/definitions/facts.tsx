import type { ReactNode } from 'react'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import type { Definition } from './queries.ts'
import { words } from './words.ts'

/** The owner's own name and conditions stay in the language they were written in. */
export function LicenceFacts({ licence }: { licence: NonNullable<Definition['licence']> }) {
  const say = useWords(words)
  const { date } = useFormats()
  const { owner, note, evidenceUrl, agreementId, validTo, languages, checkedOn, checkedBy } = licence
  return (
    <>
      <Fact name={say.owner}>
        <span lang="en">{owner}</span>
      </Fact>
      {note ? (
        <Fact name={say.conditions}>
          <span lang="en">{note}</span>
        </Fact>
      ) : null}
      {agreementId ? <Fact name={say.agreement}>{agreementId}</Fact> : null}
      {validTo ? <Fact name={say.validTo}>{date(validTo)}</Fact> : null}
      {languages ? <Fact name={say.languages}>{languages.join(', ')}</Fact> : null}
      {checkedOn && checkedBy ? (
        <Fact name={say.checked}>{say.checkedBy(checkedBy, date(checkedOn))}</Fact>
      ) : null}
      {evidenceUrl ? (
        <Fact name={say.readMore}>
          <a href={evidenceUrl} target="_blank" rel="noreferrer">
            {new URL(evidenceUrl).hostname}
          </a>
        </Fact>
      ) : null}
    </>
  )
}

/** One line of what a definition is. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
