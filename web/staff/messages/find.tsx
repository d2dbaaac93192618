import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Section } from '../../kit/frame.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { findPatient } from './queries.ts'
import { words } from './words.ts'

/** One patient by number: nobody leafs through a list of patients here. */
export function FindPatient() {
  const say = useWords(words)
  const refusal = useRefusal()
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const find = useMutation({
    mutationFn: () => findPatient(number.trim()),
    onSuccess: ([only, ...others]) =>
      only && others.length === 0 ? navigate({ to: '/staff/mail', search: { patient: only } }) : undefined,
  })
  const found = find.data ?? []
  const [isEmpty, setEmpty] = useState(false)
  const error = isEmpty ? say.findEmpty : find.data?.length === 0 ? say.notFound : undefined
  return (
    <Section title={say.find}>
      <form
        className="mail-find"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setEmpty(number.trim() === '')
          if (number.trim()) find.mutate()
        }}
      >
        <TextField
          label={say.findLabel}
          hint={say.findHint}
          error={find.error && !isEmpty ? refusal(find.error) : error}
          value={number}
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button type="submit" size="page">
          {say.look}
        </Button>
      </form>
      {found.length > 1 ? (
        <>
          <p>{say.several}</p>
          <ul>
            {found.map((patient, place) => (
              <li key={patient}>
                <Link to="/staff/mail" search={{ patient }}>
                  {`${number} (${place + 1})`}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
