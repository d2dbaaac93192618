import { type ComponentProps, type ReactNode, useId } from 'react'
import { Sign } from './symbols.tsx'

type About = {
  label: string
  /** One line below the label that helps to fill it in. */
  hint?: ReactNode
  /** What is wrong, and what to do. */
  error?: string | undefined
  /** What is wrong is said elsewhere: of several fields together. */
  isWrong?: boolean
}

function describe(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

/** Label, hint and error round any control; the control gets their ids. */
function Field({
  label,
  hint,
  error,
  isWrong,
  children,
}: About & { children: (ids: ControlIds) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': describe(id, hint, error),
        'aria-invalid': error || isWrong ? true : undefined,
      })}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}

/** What is wrong with one field or choice, beside it. */
export const FieldError = ({ id, children }: { id: string; children: string | null | undefined }) =>
  children ? (
    <p className="field-error" id={id}>
      <Sign name="alert" /> {children}
    </p>
  ) : null

type ControlIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export function TextField({
  label,
  hint,
  error,
  isWrong,
  ...rest
}: About & Omit<ComponentProps<'input'>, 'className'>) {
  return (
    <Field label={label} hint={hint} error={error} isWrong={isWrong ?? false}>
      {(ids) => <input className="input" {...rest} {...ids} />}
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  isWrong,
  ...rest
}: About & Omit<ComponentProps<'textarea'>, 'className'>) {
  return (
    <Field label={label} hint={hint} error={error} isWrong={isWrong ?? false}>
      {(ids) => <textarea className="input" rows={2} {...rest} {...ids} />}
    </Field>
  )
}

export function SelectField({
  label,
  hint,
  error,
  isWrong,
  children,
  ...rest
}: About & Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <Field label={label} hint={hint} error={error} isWrong={isWrong ?? false}>
      {(ids) => (
        <span className="select">
          <select className="input" {...rest} {...ids}>
            {children}
          </select>
          <Sign name="chevron" />
        </span>
      )}
    </Field>
  )
}
