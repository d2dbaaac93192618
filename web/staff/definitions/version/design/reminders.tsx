import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import { Button } from '../../../../kit/button.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'

type Reminder = Moment['reminders'][number]
type RemindersProps = { reminders: readonly Reminder[]; change: (reminders: Reminder[]) => void }

const MOST = 5
const froms = ['opening', 'due', 'anchor'] as const

/** When somebody who has not answered is reminded. */
export function Reminders({ reminders, change }: RemindersProps) {
  const say = useWords(designWords)
  const at = (place: number, given: Partial<Reminder>) =>
    change(reminders.map((one, each) => (each === place ? { ...one, ...given } : one)))
  return (
    <fieldset className="design-ticks">
      <legend>{say.reminders}</legend>
      {named(reminders).map(({ from, offset, name }, place) => (
        <div className="design-reminder" key={name}>
          <LengthField
            label={say.reminder(place + 1)}
            duration={offset}
            change={(duration) => at(place, { offset: duration })}
            sided
          />
          <SelectField
            label={say.from}
            value={from}
            onChange={({ target }) => at(place, { from: target.value as Reminder['from'] })}
          >
            {froms.map((one) => (
              <option key={one} value={one}>
                {say.froms[one]}
              </option>
            ))}
          </SelectField>
          <Button
            look="text"
            aria-label={say.removeOf(say.reminder(place + 1))}
            onClick={() => change(reminders.filter((_, each) => each !== place))}
          >
            {say.remove}
          </Button>
        </div>
      ))}
      {reminders.length < MOST ? (
        <Button onClick={() => change([...reminders, { from: 'opening', offset: 'P4D' }])}>
          {say.addReminder}
        </Button>
      ) : null}
    </fieldset>
  )
}

/** Reminders have no name of their own: they go by their place, anew when one goes. */
const named = (reminders: readonly Reminder[]) =>
  reminders.map((one, place) => ({ ...one, name: `${place} of ${reminders.length}` }))
