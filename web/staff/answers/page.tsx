import './answers.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { EntryView } from '../../../core/paper-entry.ts'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { EntryForm } from './form.tsx'
import { type Entry, entry } from './queries.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/answers/$assessmentId')

/** What a patient answered on paper or by telephone, typed in by somebody of the team. */
export function AnswersPage() {
  const { assessmentId } = route.useParams()
  const { mode } = route.useSearch()
  const { data, error, refetch } = useQuery(entry(assessmentId))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  return data ? <View view={data} assessmentId={assessmentId} came={mode ?? 'paper'} /> : <Loading />
}

type ViewProps = { view: EntryView; assessmentId: string; came: Entry['mode'] }

function View({ view, assessmentId, came }: ViewProps) {
  const say = useWords(words)
  const local = useLocal()
  const { patient, moment, enrolmentId } = view
  return (
    <Page
      title={say.title}
      about={say.about(`${patient.givenName} ${patient.familyName}`, local(moment))}
      aside={
        <Link
          to="/staff/patients/$patientId"
          params={{ patientId: patient.id }}
          search={{ enrolment: enrolmentId }}
        >
          {say.toPatient}
        </Link>
      }
    >
      <Before view={view} />
      <EntryForm view={view} assessmentId={assessmentId} came={came} />
    </Page>
  )
}

/** What was answered or typed before. */
function Before({ view: { typed, paperNumber } }: { view: EntryView }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const mine = typed.find((one) => one.mine)
  const other = typed.find((one) => !one.mine)
  return (
    <>
      <p className="quiet">{say.paperNumber(paperNumber)}</p>
      {other && !mine ? <p>{say.typedByOther(other.by, dayTime(other.at))}</p> : null}
      {mine && !other ? <p>{say.typedByYou(dayTime(mine.at))}</p> : null}
    </>
  )
}
