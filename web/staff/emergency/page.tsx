import './emergency.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { REASON_LENGTH } from '../../../core/access/emergency.ts'
import { ApiError } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { demoAccounts } from '../sign-in/requests.ts'
import { openFile, openFiles } from './queries.ts'
import { words } from './words.ts'

const FIELDS = ['number', 'birthDate', 'reason', 'code'] as const

/** What emergency access is, and the way in. */
export function EmergencyPage() {
  const say = useWords(words)
  return (
    <Page title={say.title} about={say.about}>
      <div className="emergency">
        <ul>
          {say.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <OpenFiles />
        <EmergencyForm />
      </div>
    </Page>
  )
}

/** The way back to what is open already. */
function OpenFiles() {
  const say = useWords(words)
  const format = useFormats()
  const { data } = useQuery(openFiles)
  return data?.map(({ id, endsAt }) => (
    <p key={id}>
      <Link to="/staff/emergency/$accessId" params={{ accessId: id }}>
        {say.backTo(format.time(endsAt))}
      </Link>
    </p>
  ))
}

function EmergencyForm() {
  const say = useWords(words)
  const navigate = useNavigate()
  const act = useMutation({
    mutationFn: openFile,
    onSuccess: ({ id }) => navigate({ to: '/staff/emergency/$accessId', params: { accessId: id } }),
  })
  const problem = useFormProblem(act.error, say.problems)
  const { codeHint, example } = useDemoHints()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { code, ...fields } = fieldsOf(event.currentTarget, FIELDS)
    act.mutate({ ...fields, code: code.replaceAll(/\s/g, '') })
  }
  if (act.error instanceof ApiError && act.error.code === 'in_care') return <InCare error={act.error} />
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={say.number}
        hint={example}
        name="number"
        autoComplete="off"
        error={problem.of('number')}
      />
      <TextField label={say.birthDate} name="birthDate" type="date" error={problem.of('birthDate')} />
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        name="reason"
        rows={3}
        maxLength={REASON_LENGTH.most}
        error={problem.of('reason') && say.reasonHint}
      />
      <TextField
        label={say.code}
        hint={codeHint}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        error={problem.of('code')}
      />
      <FormProblem>{problem.summary}</FormProblem>
      <Button type="submit" look="primary" size="page" disabled={act.isPending}>
        {say.open}
      </Button>
    </form>
  )
}

/** In a demo nobody has the phone in hand, and knows nobody: there the page says what it would show, and of whom. */
function useDemoHints(): { codeHint: string; example: string | undefined } {
  const say = useWords(words)
  const format = useFormats()
  const { data: who } = useQuery(me)
  const { data } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: demoAccounts,
    enabled: who?.demo === true,
    refetchInterval: 20_000,
  })
  const own = data?.accounts.find(({ name }) => name === who?.staff.name)
  const other = data?.patients.find(
    ({ team, organisation }) => organisation === own?.organisation && team !== own.team,
  )
  return {
    codeHint: own?.code ? say.codeInDemo(own.code) : say.codeHint,
    example: other && say.inDemo(other.number, format.date(other.birthDate), other.team),
  }
}

/** Nothing to break: the usual page is open to them. */
function InCare({ error }: { error: ApiError }) {
  const say = useWords(words)
  const { patientId } = error.detail
  if (typeof patientId !== 'string') return null
  return (
    <p role="status">
      {say.inCare}{' '}
      <Link to="/staff/patients/$patientId" params={{ patientId }}>
        {say.toPatient}
      </Link>
    </p>
  )
}
