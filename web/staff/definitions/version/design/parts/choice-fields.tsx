import type { Field } from '../../../../../../core/design/fields.ts'
import { SelectField } from '../../../../../kit/field.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { Tick } from '../tick.tsx'
import { AskedGroup } from './asked-group.tsx'
import { Order } from './order.tsx'
import { partWords } from './part-words.ts'
import { swapped } from './use-row-keys.ts'

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

/** As many as there are, in the order in which they stand here, or in an order of their own. */
export function SomeField({ field, chosen, choose, ...asked }: SomeProps) {
  const local = useLocal()
  const turn = (value: string, isOn: boolean) => choose(turned(field, chosen, value, isOn))
  return (
    <AskedGroup {...asked}>
      <div className="design-some">
        {field.choices.map(({ value, label, about }) => (
          <Tick key={value} isOn={chosen.includes(value)} turn={(isOn) => turn(value, isOn)}>
            {local(label)} {about ? <span className="quiet">{local(about)}</span> : null}
          </Tick>
        ))}
      </div>
      {field.ordered && chosen.length > 1 ? <InOrder field={field} chosen={chosen} choose={choose} /> : null}
      {field.sum ? <p role="status">{local(field.sum)}</p> : null}
    </AskedGroup>
  )
}

function turned(
  { choices, ordered }: SomeProps['field'],
  chosen: readonly string[],
  value: string,
  isOn: boolean,
) {
  if (ordered) return isOn ? [...chosen, value] : chosen.filter((one) => one !== value)
  return choices.map((one) => one.value).filter((one) => (one === value ? isOn : chosen.includes(one)))
}

/** What was chosen, in the order in which it comes. */
function InOrder({ field, chosen, choose }: Omit<SomeProps, keyof Asked>) {
  const say = useWords(partWords)
  const local = useLocal()
  const nameOf = (value: string) => {
    const found = field.choices.find((one) => one.value === value)
    return found ? local(found.label) : value
  }
  return (
    <>
      <p className="design-order-about">{say.inOrder}</p>
      <ol className="design-list">
        {chosen.map((value, place) => (
          <li key={value}>
            <span>
              {place + 1}. {nameOf(value)}
            </span>
            <span className="design-keys">
              <Order
                name={nameOf(value)}
                place={place}
                count={chosen.length}
                move={(by) => choose(swapped(chosen, place, by))}
              />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
