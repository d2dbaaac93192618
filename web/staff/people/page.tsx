import './people.css'
import './dialogs.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { me } from '../queries.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { type Person, people } from './queries.ts'
import { words } from './words.ts'

/** The people who work here, their roles, and what an administrator does for them. */
export function PeoplePage() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(people)
  const [inviting, setInviting] = useState(false)
  const [managed, manage] = useState<string | null>(null)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const person = data.find(({ id }) => id === managed)
  return (
    <Page
      title={say.title}
      about={say.about(data.filter(({ state }) => state === 'active').length)}
      aside={
        <div className="people-aside">
          <Button look="primary" size="page" onClick={() => setInviting(true)}>
            {say.invite}
          </Button>
        </div>
      }
    >
      <table className="table people">
        <thead>
          <tr>
            <th scope="col">{say.columns.name}</th>
            <th scope="col">{say.columns.roles}</th>
            <th scope="col">{say.columns.state}</th>
            <th scope="col">
              <span className="reader-only">{say.columns.acts}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <PersonRow key={one.id} person={one} manage={() => manage(one.id)} />
          ))}
        </tbody>
      </table>
      {inviting ? <InviteDialog close={() => setInviting(false)} /> : null}
      {person ? <PersonDialog person={person} close={() => manage(null)} /> : null}
    </Page>
  )
}

function PersonRow({ person, manage }: { person: Person; manage: () => void }) {
  const say = useWords(words)
  const { professions } = useWords(names)
  const { data: who } = useSuspenseQuery(me)
  return (
    <tr className={person.state === 'left' ? 'people-left' : undefined}>
      <th scope="row">
        {person.name} {person.id === who.staff.id ? <small>({say.you})</small> : null}
        <small className="people-about">
          {professions[person.profession] ?? person.profession} · {person.email}
        </small>
      </th>
      <td>
        <Roles person={person} />
      </td>
      <td>
        <Standing person={person} />
      </td>
      <td className="people-acts">
        <Button look="soft" onClick={manage} aria-label={say.manageOf(person.name)}>
          {say.manage}
        </Button>
      </td>
    </tr>
  )
}

function Roles({ person }: { person: Person }) {
  const say = useWords(words)
  const { roles } = useWords(names)
  if (person.roles.length === 0) return <small>{say.noRoles}</small>
  return person.roles.map(({ id, role, team }) => (
    <div key={id}>
      {roles[role]}
      {team ? <small> · {team}</small> : null}
    </div>
  ))
}

const SIGNS = { active: 'done', invited: 'half', 'not-invited': 'missed', left: 'dash' } as const

function Standing({ person: { state, invitedUntil, leftAt } }: { person: Person }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <>
      <span className={`status ${state === 'active' ? 'better' : state === 'left' ? '' : 'watch'}`}>
        <Sign name={SIGNS[state]} /> {say.states[state]}
      </span>
      {state === 'invited' && invitedUntil ? (
        <small className="people-about">{say.invitedUntil(format.day(invitedUntil))}</small>
      ) : null}
      {leftAt ? <small className="people-about">{say.leftOn(format.day(leftAt))}</small> : null}
    </>
  )
}
