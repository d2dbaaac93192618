import type { Field } from '../../../../../../core/design/fields.ts'
import { SelectField } from '../../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { Tick } from '../tick.tsx'
import { AskedGroup } from './asked-group.tsx'
import { partWords } from './part-words.ts'

type Asked = { label: string; hint: string | undefined; error: string | undefined }
type ChoiceProps = Asked & {
  field: Extract<Field, { kind: 'one' | 'turn' }>
  value: string
  choose: (value: string) => void
}

/** One of several. What was chosen already is right, whatever else hangs on it. */
export function ChoiceField({ field, value, choose, error, ...asked }: ChoiceProps) {
  const say = useWords(partWords)
  const local = useLocal()
  const none = field.kind === 'one' && field.none ? local(field.none) : say.empty
  const empty = field.optional ? none : say.choose
  return (
    <SelectField
      {...asked}
      error={value === '' ? error : undefined}
      value={value}
      onChange={({ target }) => choose(target.value)}
    >
      {value === '' || field.optional ? <option value="">{empty}</option> : null}
      {field.choices.map((one) => (
        <option key={one.value} value={one.value}>
          {local(one.label)}
        </option>
      ))}
    </SelectField>
  )
}

type SomeProps = Asked & {
  field: Extract<Field, { kind: 'some' }>
  chosen: readonly string[]
  choose: (chosen: string[]) => void
}

/** As many as there are, in the order in which they stand here. */
export function SomeField({ field, chosen, choose, ...asked }: SomeProps) {
  const local = useLocal()
  const turn = (value: string, isOn: boolean) =>
    choose(
      field.choices.map((one) => one.value).filter((one) => (one === value ? isOn : chosen.includes(one))),
    )
  return (
    <AskedGroup {...asked}>
      <div className="design-some">
        {field.choices.map(({ value, label }) => (
          <Tick key={value} isOn={chosen.includes(value)} turn={(isOn) => turn(value, isOn)}>
            {local(label)}
          </Tick>
        ))}
      </div>
    </AskedGroup>
  )
}
