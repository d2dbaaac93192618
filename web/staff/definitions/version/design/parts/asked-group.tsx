import { type ReactNode, useId } from 'react'
import { Sign } from '../../../../../kit/symbols.tsx'

type GroupProps = {
  label: string
  hint: string | undefined
  error: string | undefined
  children: ReactNode
}

/** Several controls that answer one question: what is asked, what helps, and what is wrong. */
export function AskedGroup({ label, hint, error, children }: GroupProps) {
  const id = useId()
  const told = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="design-ticks" aria-describedby={told || undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <Sign name="alert" /> {error}
        </p>
      ) : null}
    </fieldset>
  )
}
