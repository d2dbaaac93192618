import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { CopyButton } from '../copy.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { addKey, revokeKey, serviceKeys, useChange } from './queries.ts'
import { words } from './words.ts'

/** Keys of other systems: made once, seen once, withdrawn when no longer needed. */
export function KeysPart() {
  const say = useWords(words)
  const format = useFormats()
  const { data: keys } = useQuery(serviceKeys)
  const revoke = useChange(revokeKey)
  return (
    <section className="section settings-part" id="keys">
      <h2>
        {say.keys}
        <small>{say.keysAbout}</small>
      </h2>
      {keys?.length === 0 ? <p>{say.noKeys}</p> : null}
      <ul className="settings-list">
        {keys?.map(({ id, name, createdAt, revokedAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b>
              <small>{say.made(format.day(createdAt))}</small>
            </span>
            {revokedAt ? (
              <span>{say.revoked}</span>
            ) : (
              <Button
                look="soft"
                onClick={() => revoke.run(id)}
                disabled={revoke.busy}
                aria-label={say.revokeOf(name)}
              >
                {say.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <AddKey />
    </section>
  )
}

function AddKey() {
  const say = useWords(words)
  const add = useChange(addKey)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.run(fieldsOf(event.currentTarget, ['name']).name)
  }
  const key = add.made?.key
  return (
    <form onSubmit={submit} noValidate>
      <div className="settings-row">
        <TextField label={say.keyName} name="name" autoComplete="off" error={add.errorOf('name')} />
        <Button type="submit" look="soft" size="page" disabled={add.busy}>
          {say.addKey}
        </Button>
      </div>
      <FormProblem>{add.problem}</FormProblem>
      {key ? (
        <div role="status" className="settings-key">
          <p>{say.newKey}</p>
          <code>{key}</code>
          <CopyButton text={key} />
        </div>
      ) : null}
    </form>
  )
}
