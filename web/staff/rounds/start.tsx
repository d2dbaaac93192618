import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { CopyButton } from '../copy.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type Rounds, startRound } from './queries.ts'
import { words } from './words.ts'

type StartProps = { teamId: string; questionnaires: Rounds['questionnaires'] }

/** Begins a round; its links are shown once, to be given to colleagues and partners. */
export function StartRound({ teamId, questionnaires }: StartProps) {
  const say = useWords(words)
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const starting = useMutation({
    mutationFn: startRound,
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds', teamId] }),
  })
  if (starting.data) return <Links links={starting.data.links} />
  if (!isOpen)
    return (
      <p>
        <Button look="primary" size="page" onClick={() => setOpen(true)}>
          {say.start}
        </Button>
      </p>
    )
  return <StartForm teamId={teamId} questionnaires={questionnaires} starting={starting} />
}

type Starting = {
  mutate: (given: Parameters<typeof startRound>[0]) => void
  isPending: boolean
  error: unknown
}

function StartForm({ teamId, questionnaires, starting }: StartProps & { starting: Starting }) {
  const say = useWords(words)
  const local = useLocal()
  const problem = useProblem(say.problems)
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = (name: string) => Number(formText(form, name))
    const given = { instrument: formText(form, 'instrument'), people: number('people'), days: number('days') }
    starting.mutate({ teamId, ...given })
  }
  return (
    <Section title={say.start}>
      <form className="rounds-form" onSubmit={run} noValidate>
        <SelectField label={say.questionnaire} name="instrument">
          {questionnaires.map(({ id, title }) => (
            <option key={id} value={id}>
              {local(title)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say.people}
          hint={say.peopleHint}
          name="people"
          inputMode="numeric"
          defaultValue="15"
        />
        <TextField label={say.days} name="days" inputMode="numeric" defaultValue="14" />
        <FormProblem>{starting.error ? problem(starting.error) : null}</FormProblem>
        <p>
          <Button type="submit" look="primary" size="page" disabled={starting.isPending}>
            {say.make}
          </Button>
        </p>
      </form>
    </Section>
  )
}

function Links({ links }: { links: readonly string[] }) {
  const say = useWords(words)
  return (
    <Section title={say.links(links.length)} about={say.linksAbout}>
      <p>
        <CopyButton text={links.join('\n')} size="page" />
      </p>
      <ol className="rounds-links">
        {links.map((link) => (
          <li key={link}>
            <code>{link}</code>
          </li>
        ))}
      </ol>
    </Section>
  )
}
