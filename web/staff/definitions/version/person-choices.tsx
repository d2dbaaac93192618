import type { Instrument } from '../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import { BIRTH_DATE } from '../../../../core/outcome-sets/patient-dates.ts'
import type { Sample } from '../../../../core/simulation/life.ts'
import { personAsked, scaleKey } from '../../../../core/simulation/person.ts'
import { SelectField, TextField } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { simulatorWords } from './simulator-words.ts'

type PersonProps = {
  sample: Sample
  change: (given: Partial<Sample>) => void
  set: OutcomeSet
  instruments: ReadonlyMap<string, Instrument>
}

/** Who the patient is and how they score, as far as the moments of this set hang on it. */
export function PersonChoices(props: PersonProps) {
  const say = useWords(simulatorWords)
  const { sample, change, set } = props
  const { hasSexes, hasBirthDate } = personAsked(set)
  return (
    <>
      {hasSexes ? (
        <SelectField
          label={say.sex}
          value={sample.sex}
          onChange={({ target }) => change({ sex: target.value })}
        >
          {Object.entries(say.sexes).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {hasBirthDate ? <DateChoice {...props} name={BIRTH_DATE} label={say.bornOn} /> : null}
      <Dates {...props} />
      <Scores {...props} />
    </>
  )
}

function Dates(props: PersonProps) {
  const local = useLocal()
  const { dates } = personAsked(props.set)
  return props.set.patientDates
    .filter(({ id }) => dates.includes(id))
    .map(({ id, title }) => <DateChoice key={id} {...props} name={id} label={local(title)} />)
}

function DateChoice({ sample, change, name, label }: PersonProps & { name: string; label: string }) {
  const { [name]: own = '', ...others } = sample.patientDates
  return (
    <TextField
      label={label}
      type="date"
      value={own}
      onChange={({ target: { value } }) =>
        change({ patientDates: value ? { ...others, [name]: value } : others })
      }
    />
  )
}

/** A score for each scale of which the set asks something: of an empty one nothing is known. */
function Scores({ sample, change, set, instruments }: PersonProps) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  return personAsked(set).scales.map(({ instrument, scale }) => {
    const known = instruments.get(instrument)?.scales.find(({ id }) => id === scale)
    if (!known) return null
    const [low, high] = known.range
    const key = scaleKey(instrument, scale)
    const { [key]: own, ...others } = sample.scores
    return (
      <TextField
        key={key}
        label={say.scoresOn(local(known.title), low, high)}
        type="number"
        inputMode="decimal"
        step="any"
        min={low}
        max={high}
        value={own ?? ''}
        onChange={({ target: { value, valueAsNumber } }) =>
          change({ scores: value ? { ...others, [key]: valueAsNumber } : others })
        }
      />
    )
  })
}
