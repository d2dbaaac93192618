import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Key } from '../../kit/key.tsx'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { clinicDay } from '../clinic/queries.ts'
import { TopPlace } from '../shell/place.tsx'
import { words } from './words.ts'

/** From one patient of the day to the next without going back to the list: J, K, and U for the list. */
export function ClinicWalk({ patientId, day }: { patientId: string; day: string }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { data } = useQuery(clinicDay(day))
  const ids = [...new Set([...(data?.rows ?? []), ...(data?.late ?? [])].map(({ patient }) => patient.id))]
  const at = ids.indexOf(patientId)
  const to = (id: string | undefined) => {
    if (id) void navigate({ to: '/staff/patients/$patientId', params: { patientId: id }, search: { day } })
  }
  useShortcuts({
    j: () => to(ids[at + 1]),
    k: () => to(ids[at - 1]),
    u: () => void navigate({ to: '/staff/clinic', search: { day } }),
  })
  if (at < 0) return null
  return (
    <TopPlace>
      <Link to="/staff/clinic" search={{ day }} title={say.back}>
        {say.place(at + 1, ids.length)}
      </Link>
      <span>
        <Key>K</Key> {say.previous}
      </span>
      <span>
        <Key>J</Key> {say.next}
      </span>
    </TopPlace>
  )
}
