import type { Field } from '../../../../../../core/design/fields.ts'
import { TextField } from '../../../../../kit/field.tsx'

type NumberProps = {
  label: string
  hint: string | undefined
  error: string | undefined
  field: Extract<Field, { kind: 'number' }>
  value: unknown
  set: (value: number | undefined) => void
}

/** A number as people say it: euros for cents, a percentage for a share. */
export function NumberField({ field, value, set, ...asked }: NumberProps) {
  const times = field.times ?? 1
  const shown = typeof value === 'number' && Number.isFinite(value) ? exact(value / times) : ''
  return (
    <TextField
      {...asked}
      type="number"
      inputMode="decimal"
      step={field.step ?? 'any'}
      value={shown}
      onChange={({ target: { value: typed, valueAsNumber } }) =>
        set(typed === '' && field.optional ? undefined : exact(valueAsNumber * times))
      }
    />
  )
}

/** 60 × 0.01 is 0.6, and nothing behind it. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6
