import { type Draft, valueAt, withValue } from '../../../../../../core/design/draft.ts'
import { cureOf, isWrong, wrongBelow } from '../../../../../../core/design/faults.ts'
import type { Field } from '../../../../../../core/design/fields.ts'
import { useLocal } from '../../../../../kit/words.tsx'
import { Tick } from '../tick.tsx'
import { ChoiceField } from './choice-fields.tsx'
import { PlainField } from './plain-field.tsx'
import { RowsField } from './rows-field.tsx'
import { WordsField } from './words-field.tsx'

type FieldsProps = {
  fields: readonly Field[]
  draft: Draft
  change: (draft: Draft) => void
  /** Places that are not right yet. */
  wrong: readonly string[]
}

/** A form from its description: each field in words, with what is wrong about it. */
export function Fields({ fields, ...rest }: FieldsProps) {
  return fields.map((field) => <OneField key={`${field.kind} ${field.at}`} field={field} {...rest} />)
}

type OneProps = Omit<FieldsProps, 'fields'> & { field: Field }

function OneField({ field, draft, change, wrong }: OneProps) {
  const local = useLocal()
  const value = valueAt(draft, field.at)
  const set = (next: unknown) => change(withValue(draft, field.at, next))
  const asked = {
    label: local(field.label),
    hint: field.hint ? local(field.hint) : undefined,
    error: isWrong(wrong, field.at) ? local(cureOf(field)) : undefined,
  }
  switch (field.kind) {
    case 'words':
      return (
        <WordsField
          {...asked}
          texts={(value ?? NOTHING) as Record<string, string>}
          isLong={field.long ?? false}
          most={field.most}
          forPatient={field.forPatient ?? false}
          change={(texts) => set(field.optional && isEmpty(texts) ? undefined : texts)}
        />
      )
    case 'rows':
      return (
        <RowsField
          {...asked}
          field={field}
          rows={(value ?? []) as Draft[]}
          change={set}
          wrong={wrongBelow(wrong, field.at)}
          ask={(row) => <Fields {...row} />}
        />
      )
    case 'group':
      return (
        <>
          <Tick
            isOn={value !== undefined}
            turn={(isOn) => set(isOn ? field.fresh : undefined)}
            hint={asked.hint}
          >
            {asked.label}
          </Tick>
          {value === undefined ? null : (
            <Fields fields={field.fields} draft={draft} change={change} wrong={wrong} />
          )}
        </>
      )
    case 'turn':
      return (
        <ChoiceField
          {...asked}
          field={field}
          value={field.value}
          choose={(one) => change(field.turn(draft, one))}
        />
      )
    case 'number':
    case 'length':
    case 'date':
    case 'one':
    case 'some':
    case 'tick':
    case 'lines':
    case 'line':
      return <PlainField field={field} asked={asked} draft={draft} set={set} />
  }
}

const NOTHING = { nl: '', en: '' }
const isEmpty = (texts: Readonly<Record<string, string>>) =>
  Object.values(texts).every((text) => text.trim() === '')
