import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { type OwnText, type Preview, preview, saveText, type Text } from './queries.ts'
import { words } from './words.ts'

const TYPING_MS = 400

/** A text while it is written, with the mail as it would arrive beside it. */
export function TextEditor({ text: { kind, language, own, changed } }: { text: OwnText }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const [text, setText] = useState<Text>(own ?? { subject: '', opening: '' })
  const isEmpty = text.subject.trim() === '' && text.opening.trim() === ''
  const { data } = useQuery(preview({ kind, language }, useSettled(isEmpty ? null : text)))
  const save = useSave()
  const problem = useProblem({ ...say.problems, invalid: say.fillIn })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ kind, language, text })
  }
  const wrong = (field: keyof Text) =>
    isEmpty ? undefined : saidProblems(say.wrong, data?.problems ?? [], field)
  return (
    <div className="mail-editor">
      <form onSubmit={submit} noValidate>
        <TextField
          label={say.subject}
          maxLength={90}
          lang={language}
          value={text.subject}
          placeholder={isEmpty ? data?.subject : undefined}
          error={wrong('subject')}
          onChange={(event) => setText({ ...text, subject: event.target.value })}
        />
        <TextArea
          label={say.opening}
          hint={say.openingHint}
          rows={6}
          maxLength={600}
          lang={language}
          value={text.opening}
          error={wrong('opening')}
          onChange={(event) => setText({ ...text, opening: event.target.value })}
        />
        <p className="quiet">{own && changed ? say.changed(changed.by, dayTime(changed.at)) : say.usual}</p>
        <FormProblem>{save.error ? problem(save.error) : null}</FormProblem>
        <p className="mail-keys">
          <Button type="submit" look="primary" size="page" disabled={save.isPending || isEmpty}>
            {say.save}
          </Button>
          {own ? (
            <Button
              look="text"
              disabled={save.isPending}
              onClick={() => save.mutate({ kind, language, text: null })}
            >
              {say.ours}
            </Button>
          ) : null}
        </p>
      </form>
      {data ? <Arrived mail={data} language={language} /> : null}
    </div>
  )
}

function useSave() {
  const say = useWords(words)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: saveText,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['mail'] })
      notifications.show({ message: say.saved })
    },
  })
}

/** What was typed, once nothing was typed for a moment. */
function useSettled(text: Text | null): Text | null {
  const [settled, setSettled] = useState(text)
  const { subject, opening } = text ?? { subject: null, opening: null }
  useEffect(() => {
    const next = subject === null || opening === null ? null : { subject, opening }
    const timer = setTimeout(() => setSettled(next), TYPING_MS)
    return () => clearTimeout(timer)
  }, [subject, opening])
  return settled
}

export function saidProblems(
  sentences: Record<string, (found: string) => string>,
  problems: Preview['problems'],
  field: keyof Text,
): string | undefined {
  const said = problems
    .filter((problem) => problem.field === field)
    .map(({ code, found }) => sentences[code]?.(found.join(', ')) ?? code)
  return said.length > 0 ? said.join(' ') : undefined
}

function Arrived({ mail: { subject, paragraphs }, language }: { mail: Preview; language: string }) {
  const say = useWords(words)
  return (
    <section className="mail-arrived" aria-label={say.preview}>
      <p className="quiet">
        {say.preview}. {say.invented}
      </p>
      <article lang={language}>
        <h3>{subject}</h3>
        {paragraphs.map((part) =>
          typeof part === 'string' ? (
            <p key={part}>{part}</p>
          ) : (
            <p key={part.label}>
              <span className={part.button ? 'mail-arrived-button' : 'mail-arrived-link'}>{part.label}</span>
            </p>
          ),
        )}
      </article>
    </section>
  )
}
