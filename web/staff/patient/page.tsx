import './patient.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useTitle } from '../../kit/frame.tsx'
import { queryClient } from '../queries.ts'
import { sayOpened } from './acts.ts'
import { Alerts, AlertsAhead } from './alerts.tsx'
import { Completeness } from './completeness.tsx'
import { Consult, ToConsult } from './consult.tsx'
import { DecidedVisits } from './decided-visits.tsx'
import { Decisions } from './decisions.tsx'
import { Identity } from './identity.tsx'
import { IndividualPlanPart } from './individual-plan.tsx'
import { Items } from './items.tsx'
import { Lead } from './lead.tsx'
import { Measures } from './measures.tsx'
import { useOpened } from './opened.ts'
import { OtherModes } from './other-modes.tsx'
import { Outcomes } from './outcomes.tsx'
import { OwnWords } from './own-words.tsx'
import { Plan } from './plan.tsx'
import { onePager } from './queries.ts'
import { RecordText } from './record-text.tsx'
import { Similar } from './similar/similar.tsx'
import { ClinicWalk } from './walk.tsx'

const route = getRouteApi('/shell/staff/patients/$patientId')

/** One patient on one page. */
export function PatientPage() {
  const { patientId } = route.useParams()
  const { enrolment, day, plan } = route.useSearch()
  const { data: page } = useSuspenseQuery(onePager(patientId, enrolment))
  return (
    <>
      {day ? <ClinicWalk enrolmentId={page.enrolment.id} day={day} /> : null}
      <OnePagerView key={page.enrolment.id} page={page} unfolded={plan ?? false} />
    </>
  )
}

function OnePagerView({ page, unfolded }: { page: OnePager; unfolded: boolean }) {
  useTitle(`${page.patient.givenName} ${page.patient.familyName}`)
  const { mutate: open } = useMutation({
    mutationFn: sayOpened,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['patient', page.patient.id] }),
  })
  useOpened(page.answer && !page.answer.openedByMe ? page.answer.responseId : null, open)
  return (
    <div className="one-pager">
      <div className="one-main">
        <Identity page={page} />
        <AlertsAhead page={page} />
        <Lead page={page} />
        <ToConsult page={page} />
        <Outcomes page={page} />
        <Measures page={page} />
        <Items page={page} />
        <OwnWords page={page} />
        <Similar page={page} />
        <Plan page={page} unfolded={unfolded} />
      </div>
      <aside className="one-side">
        <Consult page={page} />
        <OtherModes page={page} />
        <Alerts page={page} />
        <IndividualPlanPart page={page} />
        <Decisions page={page} />
        <DecidedVisits page={page} />
        <Completeness page={page} />
        <RecordText page={page} />
      </aside>
    </div>
  )
}
