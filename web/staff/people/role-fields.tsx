import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roles as allRoles, type Role, teamRoles } from '../../../core/access/access.ts'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { fieldsOf } from '../sign-in/fields.ts'
import { teams as teamsQuery } from './queries.ts'
import { words } from './words.ts'

/** Guests are asked to a meeting by its chair. */
const forPeople = allRoles.filter((role) => role !== 'service' && role !== 'guest')
export const FIRST_ROLE = 'clinician'
export const isTeamRole = (role: string) => (teamRoles as readonly string[]).includes(role)

/** A role, and the team where it needs one. */
export function RoleFields({ onRole }: { onRole?: (role: string) => void }) {
  const say = useWords(words)
  const { roles } = useWords(names)
  const { data: teams } = useQuery(teamsQuery)
  const [role, setRole] = useState<string>(FIRST_ROLE)
  return (
    <>
      <SelectField
        label={say.role}
        name="role"
        value={role}
        onChange={({ target }) => {
          setRole(target.value)
          onRole?.(target.value)
        }}
      >
        {forPeople.map((one) => (
          <option key={one} value={one}>
            {roles[one]}
          </option>
        ))}
      </SelectField>
      {isTeamRole(role) ? (
        <SelectField label={say.team} name="teamId" hint={teams?.length === 0 ? say.noTeamYet : undefined}>
          {teams?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  )
}

/** What the fields say. */
export function roleOf(form: HTMLFormElement): { role: Role; teamId: string | null } {
  const { role, teamId } = fieldsOf(form, ['role', 'teamId'])
  return { role: role as Role, teamId: isTeamRole(role) ? teamId || null : null }
}
