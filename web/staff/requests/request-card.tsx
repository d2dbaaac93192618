import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { MOST_REQUEST_TEXT, requestKind } from '../../../core/patients/patient-request.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { answerRequest, type PatientRequest } from './queries.ts'
import { words } from './words.ts'

/** One request: who asks what, in their own words, and the answer that they will read. */
export function RequestCard({ request }: { request: PatientRequest }) {
  const say = useWords(words)
  const { date, dayTime } = useFormats()
  const kind = requestKind(request.kind)
  return (
    <section className="request" aria-labelledby={request.id}>
      <h2 id={request.id}>
        {request.givenName} {request.familyName}
      </h2>
      <p className="quiet">
        {say.born(date(request.birthDate))}. {say.asked(dayTime(request.madeAt))}.
      </p>
      <p>
        <b>{kind ? say.kinds[kind] : request.kind}</b>
      </p>
      <p className="request-text" dir="auto">
        {request.text}
      </p>
      <AnswerForm id={request.id} />
    </section>
  )
}

function AnswerForm({ id }: { id: string }) {
  const say = useWords(words)
  const problem = useProblem({ not_found: say.gone })
  const [isMissing, setMissing] = useState(false)
  const act = useAnswering()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = formText(new FormData(event.currentTarget), 'answer').trim()
    setMissing(answer === '')
    if (answer !== '') act.mutate({ id, answer })
  }
  const refused = act.error ? problem(act.error) : undefined
  return (
    <form className="request-answer" onSubmit={submit} noValidate>
      <TextArea
        label={say.answer}
        hint={say.answerHint}
        name="answer"
        rows={3}
        maxLength={MOST_REQUEST_TEXT}
        error={isMissing ? say.missing : refused}
      />
      <Button type="submit" size="page" disabled={act.isPending}>
        {say.send}
      </Button>
    </form>
  )
}

function useAnswering() {
  const say = useWords(words)
  const queries = useQueryClient()
  return useMutation({
    mutationFn: answerRequest,
    onSuccess: async () => {
      notifications.show({ message: say.sent })
      await queries.invalidateQueries({ queryKey: ['requests'] })
    },
  })
}
