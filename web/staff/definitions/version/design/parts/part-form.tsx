import '../design.css'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Draft } from '../../../../../../core/design/draft.ts'
import { isSaidBy, isWrong, type Told, withTold } from '../../../../../../core/design/faults.ts'
import type { Field } from '../../../../../../core/design/fields.ts'
import type { Localised } from '../../../../../../core/words.ts'
import { Button } from '../../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { FormProblem } from '../../../../sign-in/door.tsx'
import { Fields } from './fields.tsx'
import { partWords } from './part-words.ts'

type PartFormProps = {
  /** What it is for. */
  about: Localised
  fieldsOf: (draft: Draft) => readonly Field[]
  first: Draft
  /** What is said of it at once, until it is changed. */
  told?: Told | null
  /** Where it is not right yet. */
  check: (draft: Draft) => readonly string[]
  /** Told when something is filled in. */
  changed: () => void
  /** Only of what is right. */
  apply: (draft: Draft) => void
  go: string
  busy?: boolean
  /** What else went wrong. */
  problem?: string | null
  /** What else there is to say, above the button. */
  note?: ReactNode
  /** Beside the button. */
  children?: ReactNode
}

/** One part of a set as a form: what is filled in wrong is said with its field, and nothing is lost. */
export function PartForm({
  about,
  fieldsOf,
  first,
  told = null,
  check,
  changed,
  apply,
  go,
  busy,
  problem,
  note,
  children,
}: PartFormProps) {
  const say = useWords(partWords)
  const local = useLocal()
  const [draft, setDraft] = useState(first)
  const [tries, setTries] = useState(told ? 1 : 0)
  const place = useRef<HTMLFormElement>(null)
  const own = tries === 0 ? [] : check(draft)
  const still = told && own.length === 0 && draft === first ? told : null
  const fields = still ? withTold(fieldsOf(draft), still) : fieldsOf(draft)
  const wrong = still ? [still.place] : own
  const isSaid = fields.some(({ at }) => isWrong(wrong, at))
  useEffect(() => {
    if (tries > 0) goToFirst(place.current)
  }, [tries])
  const change = (next: Draft) => {
    setDraft(next)
    changed()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check(draft).length === 0) return apply(draft)
    setTries((before) => before + 1)
  }
  const known = still && !isSaidBy(fields, still) ? local(still.sentence) : null
  const all = wrong.length === 0 ? null : isSaid ? say.notYet : say.notYetFits
  return (
    <form onSubmit={submit} noValidate className="design-form" ref={place}>
      <p className="quiet">{local(about)}</p>
      <Fields fields={fields} draft={draft} change={change} wrong={wrong} />
      <FormProblem>{known ?? all ?? problem ?? null}</FormProblem>
      {note}
      <p className="version-keys">
        <Button type="submit" look="primary" size="page" disabled={busy ?? false}>
          {go}
        </Button>
        {children}
      </p>
    </form>
  )
}

/** To the first field that is not right yet. */
function goToFirst(form: HTMLFormElement | null) {
  const wrong = form?.querySelector(
    '[aria-invalid=true], fieldset:has(> .field-error) :is(input, select, button)',
  )
  if (!(wrong instanceof HTMLElement)) return
  wrong.dataset.autofocus = '' // a window that opens would go to its first field
  wrong.focus()
}
