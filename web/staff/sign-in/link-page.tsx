import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '../../kit/api.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { homeOf } from '../shell/rail.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { Door } from './door.tsx'
import { LinkForm } from './link-form.tsx'
import { lookAt } from './link-requests.ts'
import { words } from './link-words.ts'
import { begin } from './requests.ts'

/** A one-time link: opening it changes nothing, its form does. */
export function LinkPage() {
  const say = useWords(words)
  const { token } = useParams({ from: '/staff/link/$token' })
  const navigate = useNavigate()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [changed, setChanged] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['staff-link', token],
    queryFn: () => lookAt(token),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const goOn = () => begin().then(({ permissions }) => navigate({ to: homeOf(permissions) }))
  if (codes)
    return (
      <Door title={say.codesTitle}>
        <BackupCodes codes={codes} done={() => void goOn()} />
      </Door>
    )
  if (changed)
    return (
      <Door title={say.changedTitle}>
        <p>{say.changed}</p>
        <div className="door-more">
          <Link to="/staff">{say.toSignIn}</Link>
        </div>
      </Door>
    )
  if (error instanceof ApiError && error.code === 'link_over') return <LinkOver />
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return <LinkForm token={token} link={data} done={(made) => (made ? setCodes(made) : setChanged(true))} />
}

/** An old link leads to what can be done now. */
function LinkOver() {
  const say = useWords(words)
  return (
    <Door title={say.overTitle}>
      <p>{say.over}</p>
      <div className="door-more">
        <Link to="/staff">{say.overSignIn}</Link>
        <Link to="/staff/forgot">{say.overForgot}</Link>
        <p>{say.overAsk}</p>
        <p>{say.overFirst}</p>
      </div>
    </Door>
  )
}
