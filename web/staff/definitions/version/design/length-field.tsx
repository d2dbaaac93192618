import { useState } from 'react'
import { durationOf, type Length, lengthOf, lengthUnits, mostOf } from '../../../../../core/design/length.ts'
import { lengthWords } from '../../../../../core/time/duration-words.ts'
import { Sign } from '../../../../kit/symbols.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { designWords } from './design-words.ts'

type LengthProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** ISO-8601; '' where nothing was chosen yet. */
  duration: string
  change: (duration: string) => void
  /** Whether it may lie before something. */
  sided?: boolean
}

/** While somebody types there may be no number. */
type Typed = Omit<Length, 'amount'> & { amount: number | null }
const FIRST: Length = { amount: 0, unit: 'D', direction: 1 }

/** A length of time in words: a number, a unit, and before or after. */
export function LengthField({ label, hint, error, duration, change, sided = false }: LengthProps) {
  const say = useWords(designWords)
  const local = useLocal()
  const [length, setLength] = useState<Typed>(() => lengthOf(duration) ?? { ...FIRST, amount: null })
  const set = (given: Partial<Typed>) => {
    const next = { ...length, ...given }
    const amount = next.amount === null ? null : Math.min(mostOf[next.unit], next.amount)
    setLength({ ...next, amount })
    change(amount === null ? '' : durationOf({ ...next, amount }))
  }
  return (
    <fieldset className="length">
      <legend>
        {label}
        {hint ? <span className="field-hint">{hint}</span> : null}
      </legend>
      <input
        className="input"
        type="number"
        min={0}
        max={mostOf[length.unit]}
        aria-label={`${label}: ${say.amount}`}
        value={length.amount ?? ''}
        aria-invalid={error ? true : undefined}
        placeholder={duration ? local(lengthWords(duration)) : ''}
        onChange={({ target }) => set({ amount: numberIn(target) })}
      />
      <select
        className="input"
        aria-label={`${label}: ${say.unit}`}
        value={length.unit}
        onChange={({ target }) => set({ unit: target.value as Length['unit'] })}
      >
        {lengthUnits.map((unit) => (
          <option key={unit} value={unit}>
            {say.units[unit]}
          </option>
        ))}
      </select>
      {sided ? (
        <select
          className="input"
          aria-label={`${label}: ${say.direction}`}
          value={length.direction}
          onChange={({ target }) => set({ direction: target.value === '-1' ? -1 : 1 })}
        >
          <option value={-1}>{say.before}</option>
          <option value={1}>{say.after}</option>
        </select>
      ) : null}
      {error ? (
        <p className="field-error">
          <Sign name="alert" /> {error}
        </p>
      ) : null}
    </fieldset>
  )
}

const numberIn = ({ value, valueAsNumber }: HTMLInputElement) =>
  value === '' ? null : Math.abs(Math.trunc(valueAsNumber))
