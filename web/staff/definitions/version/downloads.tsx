import { buttonClass } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { words } from './words.ts'

/** A file of the version; of a set also with everything that it asks. */
export function Downloads({ of: { id, kind } }: { of: Version }) {
  const say = useWords(words)
  const path = `/api/definitions/${id}/file`
  return (
    <span className="version-downloads">
      <a className={buttonClass('soft')} href={`${path}?alone=1`} download>
        {say.download}
      </a>
      {kind === 'outcome-set' ? (
        <a className={buttonClass('soft')} href={path} download>
          {say.downloadWhole}
        </a>
      ) : (
        <a className={buttonClass('soft')} href={`/api/definitions/${id}/questionnaire`} download>
          {say.downloadFhir}
        </a>
      )}
    </span>
  )
}
