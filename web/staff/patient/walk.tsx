import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Key } from '../../kit/key.tsx'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { clinicDay } from '../clinic/queries.ts'
import { TopPlace } from '../shell/place.tsx'
import { identityWords } from './identity-words.ts'

/** From one patient of the day to the next without going back to the list: J, K, and U for the list. */
export function ClinicWalk({ enrolmentId, day }: { enrolmentId: string; day: string }) {
  const say = useWords(identityWords)
  const navigate = useNavigate()
  const { data } = useQuery(clinicDay(day))
  const rows = data ? [...data.alerts, ...data.rows, ...data.late] : []
  const paths = [...new Map(rows.map((row) => [row.enrolmentId, row])).values()]
  const at = paths.findIndex((path) => path.enrolmentId === enrolmentId)
  const to = (path: (typeof paths)[number] | undefined) => {
    if (!path) return
    const { enrolmentId: enrolment, patient } = path
    void navigate({
      to: '/staff/patients/$patientId',
      params: { patientId: patient.id },
      search: { day, enrolment },
    })
  }
  useShortcuts({
    j: () => to(paths[at + 1]),
    k: () => to(paths[at - 1]),
    u: () => void navigate({ to: '/staff/clinic', search: { day } }),
  })
  if (at < 0) return null
  return (
    <TopPlace>
      <Link to="/staff/clinic" search={{ day }} title={say.back}>
        {say.place(at + 1, paths.length)}
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
