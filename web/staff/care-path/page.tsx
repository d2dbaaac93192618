import './care-path.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { Choices } from './choices.tsx'
import { Contacts } from './contacts.tsx'
import { Dates } from './dates.tsx'
import { Ending } from './ending.tsx'
import { Happened } from './happened.tsx'
import { Planned } from './planned.tsx'
import { type CarePath, carePath } from './queries.ts'
import { Stages } from './stages.tsx'
import { words } from './words.ts'
import { WrongReader } from './wrong-reader.tsx'

const route = getRouteApi('/shell/staff/care-paths/$enrolmentId')

/** One care path of one patient: what was chosen, which stages, what is asked and why, and how it ends. */
export function CarePathPage() {
  const { enrolmentId } = route.useParams()
  const { data, error, refetch } = useQuery(carePath(enrolmentId))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  return data ? <View path={data} /> : <Loading />
}

function View({ path }: { path: CarePath }) {
  const say = useWords(words)
  const local = useLocal()
  const person = usePersonWords()
  const { date } = useFormats()
  const { enrolment, patient, group } = path
  const isOpen = enrolment.endedOn === null
  return (
    <Page
      title={say.title(`${patient.givenName} ${patient.familyName}`)}
      about={[local(group), person.side(enrolment.side)].filter(Boolean).join(' · ')}
      aside={
        <Link
          to="/staff/patients/$patientId"
          params={{ patientId: enrolment.patientId }}
          search={{ enrolment: enrolment.id }}
        >
          {say.toPatient}
        </Link>
      }
    >
      {enrolment.endedOn ? (
        <p className="status quiet">
          <Sign name="dash" />
          {say.ended(date(enrolment.endedOn))}
        </p>
      ) : null}
      <div className="care-path">
        {isOpen ? (
          <Choices key={`${enrolment.treatmentOption} ${enrolment.leadClinicianId}`} path={path} />
        ) : null}
        <Stages path={path} isOpen={isOpen} />
      </div>
      {isOpen ? <Dates path={path} /> : null}
      <Happened path={path} />
      <Planned path={path} isOpen={isOpen} />
      {isOpen ? <Contacts path={path} /> : null}
      {isOpen ? <Ending path={path} /> : null}
      <WrongReader path={path} />
    </Page>
  )
}
