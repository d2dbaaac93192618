import './emergency.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EmergencyReview, Verdict } from '../../../core/access/emergency.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { emergencyReviews, judge } from './queries.ts'
import { words } from './words.ts'

/** Openings to judge, and those judged lately; nothing where nobody opened a file. */
export function EmergencyReviews() {
  const { reviews: say } = useWords(words)
  const { data, error, refetch } = useQuery(emergencyReviews)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <Section title={say.title}>
      <p className="quiet">{say.about}</p>
      {data.map((one) => (
        <Opening key={one.id} one={one} />
      ))}
    </Section>
  )
}

function Opening({ one }: { one: EmergencyReview }) {
  const { reviews: say } = useWords(words)
  const format = useFormats()
  return (
    <article className="emergency-opening">
      <p>
        <b>{one.by}</b> · {say.patient(one.patientNumber)} · {format.dayTime(one.openedAt)} ·{' '}
        {say.looks(one.looks)}
        {one.isLate ? <span className="status worse"> {say.late}</span> : null}
      </p>
      <p>
        <q>{one.reason}</q>
      </p>
      {one.verdict ? (
        <p className="quiet">
          <b>{say.judged[one.verdict]}</b> {one.reviewedBy ? say.by(one.reviewedBy) : ''}: {one.note}
        </p>
      ) : one.isOwn ? (
        <p className="quiet">{say.own}</p>
      ) : (
        <Judging id={one.id} />
      )}
    </article>
  )
}

function Judging({ id }: { id: string }) {
  const { reviews: say } = useWords(words)
  const queries = useQueryClient()
  const problem = useProblem({ not_yours_to_judge: say.gone })
  const [isMissing, setMissing] = useState(false)
  const act = useMutation({
    mutationFn: judge,
    onSettled: () => queries.invalidateQueries({ queryKey: emergencyReviews.queryKey }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const verdict: Verdict = submitter?.getAttribute('value') === 'right' ? 'right' : 'wrong'
    const note = formText(new FormData(event.currentTarget), 'note').trim()
    setMissing(note === '')
    if (note !== '') act.mutate({ id, verdict, note })
  }
  const refused = act.error ? problem(act.error) : undefined
  return (
    <form onSubmit={submit} noValidate className="emergency-judging">
      <TextField
        label={say.note}
        name="note"
        maxLength={500}
        autoComplete="off"
        error={isMissing ? say.noteMissing : refused}
      />
      <Button type="submit" look="soft" value="right" disabled={act.isPending}>
        {say.right}
      </Button>
      <Button type="submit" look="soft" value="wrong" disabled={act.isPending}>
        {say.wrong}
      </Button>
    </form>
  )
}
