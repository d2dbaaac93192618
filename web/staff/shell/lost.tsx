import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Permission } from '../../../core/access/access.ts'
import { ApiError } from '../../kit/api.ts'
import { buttonClass } from '../../kit/button.tsx'
import { TroublePage } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { type Me, me } from '../queries.ts'
import { homeOf } from './rail.tsx'
import { words } from './words.ts'

/** Refuses a page to whoever holds none of the permissions that it needs, before any of it is asked for or shown. */
export function mustHold({ permissions }: Me, ...needs: readonly Permission[]): void {
  const held: readonly string[] = permissions
  if (!needs.some((permission) => held.includes(permission))) throw new ApiError(403, {})
}

/** A page that could not be shown, with a way back to where the reader begins. */
export function Lost({ error, retry }: { error: unknown; retry?: () => void }) {
  return <TroublePage error={error} {...(retry ? { retry } : {})} wayOut={<WayHome />} />
}

/** An address inside the house that is no page. */
export const NoSuchPage = () => <Lost error={new ApiError(404, {})} />

function WayHome() {
  const say = useWords(words)
  const { data } = useQuery({ ...me, enabled: false }) // what is known already: the door has nobody to ask about
  if (data?.boundTo)
    return (
      <p>
        <Link
          className={buttonClass('soft')}
          to="/staff/patients/$patientId"
          params={{ patientId: data.boundTo.patientId }}
        >
          {say.toPatient}
        </Link>
      </p>
    )
  return (
    <p>
      <Link className={buttonClass('soft')} to={data ? homeOf(data.permissions) : '/staff'}>
        {data ? say.toStart : say.toDoor}
      </Link>
    </p>
  )
}
