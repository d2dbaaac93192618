import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Key } from '../../kit/key.tsx'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { clinicDay } from '../clinic/queries.ts'
import { TopPlace } from '../shell/place.tsx'
import { identityWords } from './identity-words.ts'
import { walkOf } from './walk-of.ts'

/** From one patient of the day to the next without going back to the list: J, K, and U for the list. */
export function ClinicWalk({ enrolmentId, day }: { enrolmentId: string; day: string }) {
  const say = useWords(identityWords)
  const navigate = useNavigate()
  const { data } = useQuery(clinicDay(day, undefined))
  const { paths, at, appointments } = walkOf(data, enrolmentId)
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
        {appointments.includes(enrolmentId)
          ? say.place(appointments.indexOf(enrolmentId) + 1, appointments.length)
          : say.besides}
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
