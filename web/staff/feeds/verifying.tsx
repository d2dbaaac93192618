import { feedSources } from '../../../core/feeds/feed-rules.ts'
import { useWords } from '../../kit/words.tsx'
import type { Draft } from './draft.ts'
import { words } from './words.ts'

type Given = { given: Draft['verifiesBsn']; set: (changed: Draft['verifiesBsn']) => void }

/** Behind which feeds a system verifies citizen service numbers. */
export function Verifying({ given, set }: Given) {
  const say = useWords(words)
  return (
    <fieldset className="feeds-rule">
      <legend>{say.bsn}</legend>
      <p className="quiet">{say.bsnAbout}</p>
      {feedSources.map((source) => (
        <label key={source} className="feeds-check">
          <input
            type="checkbox"
            checked={given.includes(source)}
            onChange={({ target }) =>
              set(target.checked ? [...given, source] : given.filter((one) => one !== source))
            }
          />
          {say.sources[source]}
        </label>
      ))}
    </fieldset>
  )
}
