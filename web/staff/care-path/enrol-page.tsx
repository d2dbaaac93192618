import './care-path.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { Page } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { PathFields, PersonFields } from './enrol-fields.tsx'
import { enrolPerson, readEnrolment } from './enrol-request.ts'
import { words } from './enrol-words.ts'
import { enrolmentOptions, type TeamOptions } from './queries.ts'

/** Enrolling somebody by hand in one of one's own teams. */
export function EnrolPage() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(enrolmentOptions)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={say.title} about={say.about}>
      {data.teams.length === 0 ? (
        <Empty title={say.noTeam}>{say.noTeamAbout}</Empty>
      ) : (
        <EnrolForm teams={data.teams} />
      )}
    </Page>
  )
}

function EnrolForm({ teams }: { teams: TeamOptions[] }) {
  const say = useWords(words)
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '')
  const enrol = useEnrol()
  const problem = useFormProblem(enrol.error, say.problems)
  const team = teams.find(({ id }) => id === teamId)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    enrol.mutate(readEnrolment(new FormData(event.currentTarget)))
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="enrol">
        <SelectField
          label={say.team}
          name="teamId"
          value={teamId}
          onChange={({ target }) => setTeamId(target.value)}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {team ? <PathFields key={team.id} team={team} error={problem.of} /> : null}
        <PersonFields error={problem.of} />
      </div>
      <FormProblem>{problem.summary}</FormProblem>
      <p className="care-path-keys">
        <Button type="submit" look="primary" size="page" disabled={enrol.isPending}>
          {say.submit}
        </Button>
      </p>
    </form>
  )
}

function useEnrol() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: enrolPerson,
    onSuccess: ({ enrolmentId }) =>
      navigate({ to: '/staff/care-paths/$enrolmentId', params: { enrolmentId } }),
  })
}
