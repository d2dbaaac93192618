import type { Moment } from '../../../../../core/outcome-sets/moment.ts'
import { TextField } from '../../../../kit/field.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { forWhomWords } from './for-whom-words.ts'
import { Tick } from './tick.tsx'

type PersonProps = { moment: Moment; change: (given: Partial<Moment>) => void }
const SEXES = ['female', 'male', 'other', 'unknown'] as const

/** Of which age and sex somebody is who is asked. */
export function PersonFields({ moment: { age = {}, sexes = [] }, change }: PersonProps) {
  const say = useWords(forWhomWords)
  const limit = (end: 'from' | 'until', years: number) => {
    const { [end]: _, ...rest } = age
    const next = Number.isInteger(years) ? { ...rest, [end]: years } : rest
    change({ age: Object.keys(next).length > 0 ? next : undefined })
  }
  const choose = (next: typeof sexes) => change({ sexes: next.length > 0 ? next : undefined })
  return (
    <>
      <div className="design-pair">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            label={end === 'from' ? say.ageFrom : say.ageUntil}
            type="number"
            min={0}
            max={120}
            value={age[end] ?? ''}
            onChange={({ target }) => limit(end, target.valueAsNumber)}
          />
        ))}
      </div>
      <fieldset className="design-ticks">
        <legend>{say.sexes}</legend>
        {SEXES.map((sex) => (
          <Tick
            key={sex}
            isOn={sexes.includes(sex)}
            turn={(isOn) => choose(isOn ? [...sexes, sex] : sexes.filter((one) => one !== sex))}
          >
            {say.sex[sex]}
          </Tick>
        ))}
      </fieldset>
    </>
  )
}
