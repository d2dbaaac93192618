import { type SameDay, sameDayWays } from '../../../core/schedule/same-day-ways.ts'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Draft } from './draft.ts'
import { words } from './words.ts'

type Given = { given: Draft['sameDay']; set: (changed: Draft['sameDay']) => void }

/** What is done with two appointments of one kind on one day, feed by feed. */
export function SameDays({ given, set }: Given) {
  const say = useWords(words)
  return (
    <fieldset className="feeds-rule">
      <legend>{say.sameDay}</legend>
      <p className="quiet">{say.sameDayAbout}</p>
      <div className="feeds-same-day">
        {given.map(({ source, way }, at) => (
          <SelectField
            key={source}
            label={say.sources[source]}
            value={way}
            onChange={(event) => set(given.with(at, { source, way: event.target.value as SameDay }))}
          >
            {sameDayWays.map((one) => (
              <option key={one} value={one}>
                {say.sameDayWays[one]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </fieldset>
  )
}
