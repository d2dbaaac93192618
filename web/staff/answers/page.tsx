import './answers.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { EntryView } from '../../../core/answers/paper-entry.ts'
import { SelectField } from '../../kit/field.tsx'
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
  const { mode, printed } = route.useSearch()
  const { data, error, refetch } = useQuery(entry(assessmentId, printed))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return <View view={data} assessmentId={assessmentId} came={mode ?? 'paper'} printed={printed} />
}

type ViewProps = {
  view: EntryView
  assessmentId: string
  came: Entry['mode']
  printed: number | undefined
}

function View({ view, assessmentId, came, printed }: ViewProps) {
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
      <WhichPaper view={view} printed={printed} />
      {came === 'paper' && !printed && view.papers.length > 1 ? null : (
        <EntryForm view={view} assessmentId={assessmentId} came={came} printed={printed} />
      )}
    </Page>
  )
}

/** The questions changed since some papers were printed: the number on the paper says which they are. */
function WhichPaper({ view: { papers }, printed }: { view: EntryView; printed: number | undefined }) {
  const say = useWords(words)
  const navigate = route.useNavigate()
  if (papers.length < 2) return null
  return (
    <div className="answers-how">
      <SelectField
        label={say.whichPaper}
        value={printed ?? ''}
        onChange={({ target }) =>
          void navigate({ search: (old) => ({ ...old, printed: Number(target.value) || undefined }) })
        }
      >
        <option value="">{say.choosePaper}</option>
        {papers.map((one) => (
          <option key={one.printed} value={one.printed}>
            {one.number}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** What was answered or typed before. */
function Before({ view: { typed, paperNumber, papers } }: { view: EntryView }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const mine = typed.find((one) => one.mine)
  const other = typed.find((one) => !one.mine)
  return (
    <>
      {papers.length < 2 ? <p className="quiet">{say.paperNumber(paperNumber)}</p> : null}
      {other && !mine ? <p>{say.typedByOther(other.by, dayTime(other.at))}</p> : null}
      {mine && !other ? <p>{say.typedByYou(dayTime(mine.at))}</p> : null}
    </>
  )
}
