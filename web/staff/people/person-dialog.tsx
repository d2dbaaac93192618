import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { me } from '../queries.ts'
import { FormProblem } from '../sign-in/door.tsx'
import { usePeopleAct } from './act.ts'
import { GivenLink } from './given-link.tsx'
import { LeavePart } from './leave-part.tsx'
import { endRole, giveLink, giveRole, type LinkKind, type Person, rejoin } from './queries.ts'
import { RecordPart } from './record-part.tsx'
import { RoleFields, roleOf } from './role-fields.tsx'
import { words } from './words.ts'

type PartProps = { person: Person }

/** Everything an administrator does for one colleague. */
export function PersonDialog({ person, close }: PartProps & { close: () => void }) {
  const say = useWords(words)
  const { data: who } = useSuspenseQuery(me)
  return (
    <Dialog title={person.name} closeLabel={say.cancel} close={close} size="lg">
      <p>{person.email}</p>
      {person.id === who.staff.id ? (
        <p>{say.own}</p>
      ) : person.state === 'left' ? (
        <RejoinPart person={person} />
      ) : (
        <>
          <RolesPart person={person} />
          <AccessPart person={person} />
          <RecordPart person={person} />
          <LeavePart person={person} />
        </>
      )}
    </Dialog>
  )
}

function RolesPart({ person }: PartProps) {
  const say = useWords(words)
  const { roles } = useWords(names)
  const format = useFormats()
  const give = usePeopleAct((given: ReturnType<typeof roleOf>) => giveRole(person.id, given))
  const end = usePeopleAct((roleId: string) => endRole(person.id, roleId))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    give.run(roleOf(event.currentTarget))
  }
  return (
    <section className="dialog-part">
      <h3>{say.rolesOf}</h3>
      <ul className="dialog-list">
        {person.roles.map(({ id, role, team, from, until }) => (
          <li key={id}>
            <span>
              {roles[role]}
              {team ? ` · ${team}` : ''},{' '}
              {until ? say.until(format.date(until)) : say.since(format.date(from))}
            </span>
            <Button
              look="text"
              onClick={() => end.run(id)}
              disabled={end.busy}
              aria-label={say.endRoleOf(roles[role])}
            >
              {say.endRole}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="dialog-row">
        <RoleFields />
        <Button type="submit" look="soft" disabled={give.busy}>
          {say.addRole}
        </Button>
      </form>
      <FormProblem>{give.problem ?? end.problem}</FormProblem>
    </section>
  )
}

function AccessPart({ person }: PartProps) {
  const say = useWords(words)
  const link = usePeopleAct((kind: LinkKind) => giveLink(person.id, kind))
  const offers: [LinkKind, string][] =
    person.state === 'active'
      ? [
          ['password', say.newPassword],
          ['second-factor', say.newFactor],
        ]
      : [['invitation', say.again]]
  return (
    <section className="dialog-part">
      <h3>{say.access}</h3>
      <div className="dialog-row">
        {offers.map(([kind, label]) => (
          <Button key={kind} look="soft" onClick={() => link.run(kind)} disabled={link.busy}>
            {label}
          </Button>
        ))}
      </div>
      {link.made ? <GivenLink link={link.made.link} /> : null}
      <FormProblem>{link.problem}</FormProblem>
    </section>
  )
}

function RejoinPart({ person }: PartProps) {
  const say = useWords(words)
  const back = usePeopleAct(() => rejoin(person.id))
  return (
    <section className="dialog-part">
      <p>{say.rejoinAbout}</p>
      <Button look="soft" onClick={() => back.run(undefined)} disabled={back.busy}>
        {say.rejoin}
      </Button>
      {back.made ? <GivenLink link={back.made.link} /> : null}
      <FormProblem>{back.problem}</FormProblem>
    </section>
  )
}
