import { recurrences } from '../../../core/meetings/meeting.ts'
import type { MeetingKind } from '../../../core/meetings/meeting-topics.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { useZone } from '../../kit/zone.tsx'
import { localDay } from '../care-path/local-day.ts'
import { kindWords } from './kind-words.ts'
import { words } from './words.ts'

type WhenProps = { now: string; problemOf: (field: string) => string | undefined }

/** Date, time, how long, and how often. */
export function When({ now, problemOf }: WhenProps) {
  const say = useWords(words)
  const zone = useZone()
  return (
    <div className="plan-when">
      <TextField
        label={say.date}
        name="date"
        type="date"
        defaultValue={localDay(now, zone)}
        error={problemOf('startsAt')}
      />
      <TextField label={say.time} name="time" type="time" defaultValue="12:30" />
      <TextField
        label={say.minutes}
        name="minutes"
        type="number"
        min={5}
        max={480}
        defaultValue={45}
        error={problemOf('minutes')}
      />
      <SelectField label={say.repeats} name="everyWeeks" defaultValue="1">
        {recurrences.map((weeks) => (
          <option key={weeks} value={weeks}>
            {say.recurrence[weeks]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

type MembersProps = {
  people: readonly { id: string; name: string }[]
  chairs: readonly { id: string }[]
  /** Who belongs to it already; the team where nothing was planned yet. */
  chosen?: ReadonlySet<string>
  kind: MeetingKind
  /** Who looks at figures without treating anybody: not to an MDO. */
  offices: readonly { id: string; name: string }[]
}

/** The team is chosen already; colleagues of other teams can be asked to join. */
export function Members({ people, chairs, chosen, kind, offices }: MembersProps) {
  const say = useWords(words)
  const kinds = useWords(kindWords)
  const own = new Set(chairs.map(({ id }) => id))
  return (
    <fieldset className="plan-members">
      <legend>{say.members}</legend>
      <p className="field-hint">{kind === 'mdo' ? say.membersHint : kinds.figuresHint}</p>
      {people
        .toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
        .map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" name="member" value={id} defaultChecked={(chosen ?? own).has(id)} /> {name}
          </label>
        ))}
      {(kind === 'mdo' ? [] : offices).map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" name="member" value={id} defaultChecked={chosen?.has(id) ?? false} /> {name}{' '}
          <span className="tiny quiet">{kinds.offices}</span>
        </label>
      ))}
    </fieldset>
  )
}
