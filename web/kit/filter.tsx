import { type ReactNode, useId } from 'react'
import { Sign } from './symbols.tsx'

type FilterProps = {
  label: string
  value: string
  choose: (value: string) => unknown
  children: ReactNode
}

/** A choice that reads as words of a sentence, not as a box: its label, and what is chosen. */
export function Filter({ label, value, choose, children }: FilterProps) {
  const id = useId()
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {children}
      </select>
      <Sign name="chevron" size={12} />
    </span>
  )
}
