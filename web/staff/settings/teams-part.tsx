import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { addTeam, changeTeam, outcomeSets, teams as teamsQuery, useChange } from './queries.ts'
import { words } from './words.ts'

type Team = { id: string; name: string; phone: string; outcomeSet: string }

export function TeamsPart() {
  const say = useWords(words)
  const { data: teams } = useQuery(teamsQuery)
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <section className="section settings-part" id="teams">
      <h2>
        {say.teams}
        <small>{say.teamsAbout}</small>
      </h2>
      {teams?.length === 0 ? <p>{say.noTeams}</p> : null}
      <ul className="settings-list">
        {teams?.map((team) =>
          team.id === changing ? (
            <li key={team.id}>
              <ChangeTeam team={team} done={() => setChanging(null)} />
            </li>
          ) : (
            <TeamRow key={team.id} team={team} change={() => setChanging(team.id)} />
          ),
        )}
      </ul>
      <AddTeam key={teams?.length} />
    </section>
  )
}

function TeamRow({ team, change }: { team: Team; change: () => void }) {
  const say = useWords(words)
  const local = useLocal()
  const { data: sets } = useQuery(outcomeSets)
  const set = sets?.find(({ id }) => id === team.outcomeSet)
  return (
    <li>
      <span>
        <b>{team.name}</b>
        <small>
          {set ? local(set.title) : team.outcomeSet} · {team.phone}
        </small>
      </span>
      <Button look="soft" onClick={change} aria-label={say.changeTeamOf(team.name)}>
        {say.changeTeam}
      </Button>
    </li>
  )
}

function ChangeTeam({ team, done }: { team: Team; done: () => void }) {
  const say = useWords(words)
  const change = useChange(changeTeam, { done })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.run({ id: team.id, ...fieldsOf(event.currentTarget, ['name', 'phone']) })
  }
  return (
    <form onSubmit={submit} noValidate className="settings-row">
      <TextField label={say.teamName} name="name" defaultValue={team.name} error={change.errorOf('name')} />
      <TextField
        label={say.teamPhone}
        name="phone"
        type="tel"
        defaultValue={team.phone}
        error={change.errorOf('phone')}
      />
      <Button type="submit" look="soft" disabled={change.busy}>
        {say.save}
      </Button>
      <FormProblem>{change.problem}</FormProblem>
    </form>
  )
}

function AddTeam() {
  const say = useWords(words)
  const add = useChange(addTeam)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.run(fieldsOf(event.currentTarget, ['name', 'phone', 'outcomeSet']))
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="settings-row">
        <TextField label={say.teamName} name="name" error={add.errorOf('name')} />
        <TextField label={say.teamPhone} name="phone" type="tel" error={add.errorOf('phone')} />
      </div>
      <SetField error={add.errorOf('outcomeSet')} />
      <FormProblem>{add.problem}</FormProblem>
      <div className="settings-end">
        <Button type="submit" look="soft" size="page" disabled={add.busy}>
          {say.addTeam}
        </Button>
      </div>
    </form>
  )
}

/** Nothing is chosen beforehand: which patients a team cares for is not a default. */
function SetField({ error }: { error: string | undefined }) {
  const say = useWords(words)
  const local = useLocal()
  const { language } = useLanguage()
  const { data: sets } = useQuery(outcomeSets)
  const named = (sets ?? []).map(({ id, title }) => ({ id, name: local(title) }))
  return (
    <SelectField label={say.outcomeSet} name="outcomeSet" error={error}>
      <option value="">{say.chooseSet}</option>
      {named
        .toSorted((one, other) => one.name.localeCompare(other.name, language))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  )
}
