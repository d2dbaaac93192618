import { type Draft, textAt, valueAt } from '../../../../../../core/design/draft.ts'
import type { Field } from '../../../../../../core/design/fields.ts'
import { TextField } from '../../../../../kit/field.tsx'
import { LengthField } from '../length-field.tsx'
import { Tick } from '../tick.tsx'
import { ChoiceField, SomeField } from './choice-fields.tsx'
import { LinesField } from './lines-field.tsx'
import { NumberField } from './number-field.tsx'

type Plain = Exclude<Field, { kind: 'words' | 'rows' | 'group' | 'turn' }>
type PlainProps = {
  field: Plain
  asked: { label: string; hint: string | undefined; error: string | undefined }
  draft: Draft
  set: (value: unknown) => void
}

/** One control that answers one question. */
export function PlainField({ field, asked, draft, set }: PlainProps) {
  const value = valueAt(draft, field.at)
  const text = textAt(draft, field.at)
  switch (field.kind) {
    case 'number':
      return <NumberField {...asked} field={field} value={value} set={set} />
    case 'length':
      return <LengthField {...asked} duration={text} change={set} sided={field.sided ?? false} />
    case 'date':
      return <TextField {...asked} type="date" value={text} onChange={({ target }) => set(target.value)} />
    case 'one':
      return <ChoiceField {...asked} field={field} value={text} choose={(one) => set(one || undefined)} />
    case 'some':
      return <SomeField {...asked} field={field} chosen={(value ?? []) as string[]} choose={set} />
    case 'tick':
      return (
        <Tick isOn={value === true} turn={(isOn) => set(isOn || field.off)} hint={asked.hint}>
          {asked.label}
        </Tick>
      )
    case 'lines':
      return <LinesField {...asked} lines={(value ?? []) as string[]} set={set} />
    case 'line':
      return (
        <TextField
          {...asked}
          maxLength={field.most}
          value={text}
          onChange={({ target }) => set(target.value === '' && field.optional ? undefined : target.value)}
        />
      )
  }
}
