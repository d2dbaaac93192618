import './start.css'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble, useRefusal } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { type StartState, sendTestMail, startState } from './queries.ts'
import { type Step, stepsOf } from './steps.ts'
import { words } from './words.ts'

/** The guided way from an empty installation to the first invitation. */
export function StartPage() {
  const say = useWords(words)
  const format = useFormats()
  const { data: who } = useSuspenseQuery(me)
  const { data, error, refetch } = useQuery(startState)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const steps = stepsOf(data, say, format, who.permissions.includes('imports:write'))
  const needed = steps.filter(({ optional }) => !optional)
  const next = needed.find(({ done }) => !done)
  return (
    <Page title={say.title} about={say.about(needed.filter(({ done }) => done).length, needed.length)}>
      <ol className="steps">
        {steps.map((step) => (
          <StepRow key={step.id} step={step} state={data} isNext={step === next} />
        ))}
      </ol>
    </Page>
  )
}

function StepRow({ step, state, isNext }: { step: Step; state: StartState; isNext: boolean }) {
  const say = useWords(words)
  const open = step.optional ? say.optional : isNext ? say.next : say.later
  const standing = step.done ? say.done : open
  return (
    <li className={isNext ? 'step step-next' : 'step'} aria-current={isNext ? 'step' : undefined}>
      <span className={`status ${step.done ? 'better' : ''}`}>
        <Sign name={step.done ? 'done' : isNext ? 'half' : 'open'} /> {standing}
      </span>
      <div>
        <h2>{step.title}</h2>
        <p>{step.about}</p>
      </div>
      {step.done ? (
        <ViewStep step={step} />
      ) : (
        <StepAction id={step.id} look={isNext ? 'primary' : 'soft'} state={state} />
      )}
    </li>
  )
}

/** Where the pages are on which a step was done; the other steps have none of an administrator's. */
const DONE_ON = {
  organisation: { to: '/staff/settings', hash: 'organisation' },
  teams: { to: '/staff/settings', hash: 'teams' },
  clinicians: { to: '/staff/people' },
  dataManagers: { to: '/staff/people' },
} as const

/** What was done can be looked at, quietly: it asks for nothing any more. */
function ViewStep({ step: { id, title } }: { step: Step }) {
  const say = useWords(words)
  if (!(id in DONE_ON)) return null
  return (
    <Link
      {...DONE_ON[id as keyof typeof DONE_ON]}
      className={buttonClass('text')}
      aria-label={say.viewOf(title)}
    >
      {say.view}
    </Link>
  )
}

type ActionProps = { id: Step['id']; look: 'primary' | 'soft'; state: StartState }

function StepAction({ id, look, state }: ActionProps) {
  const say = useWords(words)
  const { data: who } = useSuspenseQuery(me)
  const className = buttonClass(look)
  if (id === 'organisation')
    return (
      <Link to="/staff/settings" hash="organisation" className={className}>
        {say.organisation.action}
      </Link>
    )
  if (id === 'teams')
    return (
      <Link to="/staff/settings" hash="teams" className={className}>
        {say.team.action}
      </Link>
    )
  if (id === 'clinicians' || id === 'dataManagers')
    return (
      <Link to="/staff/people" className={className}>
        {say[id].action}
      </Link>
    )
  if (id === 'mail') return state.mail.works ? <TestMail look={look} /> : null
  if (id === 'appointments' && who.permissions.includes('imports:write'))
    return (
      <a href="/api/imports/appointments/example.csv" className={className} download>
        {say.appointments.example}
      </a>
    )
  return null
}

function TestMail({ look }: { look: 'primary' | 'soft' }) {
  const say = useWords(words)
  const queries = useQueryClient()
  const refusal = useRefusal()
  const send = useMutation({
    mutationFn: sendTestMail,
    onSettled: () => queries.invalidateQueries({ queryKey: ['start'] }),
  })
  return (
    <div>
      <Button look={look} onClick={() => send.mutate()} disabled={send.isPending}>
        {say.mail.action}
      </Button>
      <p role="alert" className="field-error">
        {send.error ? refusal(send.error) : null}
      </p>
    </div>
  )
}
