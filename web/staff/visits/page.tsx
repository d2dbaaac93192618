import './visits.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { VisitWork } from '../../../core/consult/visit-work.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { me as meQuery } from '../queries.ts'
import { showUndo } from '../undo.tsx'
import { useVisitRefusal } from './decide.ts'
import { TeamVisits } from './figures.tsx'
import { arrangeVisit, visitWork } from './queries.ts'
import { visitWords } from './words.ts'

/** What clinicians decided about visits, for who changes them in the record system and tells the patient. */
export function VisitsPage() {
  const say = useWords(visitWords)
  const { data, error, refetch } = useQuery(visitWork)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { visits } = data
  return (
    <Page title={say.title} about={say.about(visits.length)}>
      {visits.length === 0 ? <Empty title={say.empty}>{say.emptyAbout}</Empty> : <Work visits={visits} />}
      <HowItWent />
    </Page>
  )
}

/** What came of decisions in the reader's teams; who plans for the house does not see a team's figures. */
function HowItWent() {
  const { data: me } = useQuery(meQuery)
  if (!me?.permissions.includes('cohort:read')) return null
  return me.teams.map(({ id }) => <TeamVisits key={id} className="visit-figures" teamId={id} />)
}

function Work({ visits }: { visits: readonly VisitWork[] }) {
  const say = useWords(visitWords)
  const { head } = say
  const arrange = useArrange()
  return (
    <>
      <p className="quiet visit-how">{say.how}</p>
      <Scroller label={say.title}>
        <table className="table visit-table">
          <thead>
            <tr>
              {[head.visit, head.patient, head.what, head.decided, head.act].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <Row key={visit.appointmentId} visit={visit} arrange={() => arrange(visit)} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  )
}

function Row({ visit, arrange }: { visit: VisitWork; arrange: () => void }) {
  const say = useWords(visitWords)
  const local = useLocal()
  const format = useFormats()
  const { patient, form, isHeld } = visit
  const name = nameOf(visit)
  return (
    <tr>
      <th scope="row">
        {format.dayTime(visit.startsAt)}
        <span className="line quiet">
          {[local(visit.kind), visit.clinician, visit.team].filter(Boolean).join(' · ')}
        </span>
        <span className="line quiet">{say.number(visit.number)}</span>
      </th>
      <td>
        {name}
        <span className="line quiet">{format.date(patient.birthDate)}</span>
      </td>
      <td>{say.change[form]}</td>
      <td>
        {visit.decidedBy}
        <span className="line quiet">{format.dayTime(visit.decidedAt)}</span>
      </td>
      <td>
        {isHeld ? (
          <State sign="alert" tone="worse">
            {say.held}
          </State>
        ) : (
          <Button aria-label={say.arrangeOf(name)} onClick={arrange}>
            {say.arrange}
          </Button>
        )}
      </td>
    </tr>
  )
}

const nameOf = ({ patient }: VisitWork) => `${patient.givenName} ${patient.familyName}`

function useArrange(): (visit: VisitWork) => void {
  const say = useWords(visitWords)
  const refused = useVisitRefusal()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: visitWork.queryKey })
  const undo = useMutation({ mutationFn: arrangeVisit, onSuccess: refresh, onError: refused })
  const arrange = useMutation({
    mutationFn: ({ appointmentId }: VisitWork) => arrangeVisit({ appointmentId, arranged: true }),
    onSuccess: async (_, visit) => {
      await refresh()
      const { appointmentId } = visit
      showUndo({
        id: `arranged ${appointmentId}`,
        message: say.arrangedNow(nameOf(visit)),
        undo: () => undo.mutate({ appointmentId, arranged: false }),
      })
    },
    onError: async (error) => {
      refused(error)
      await refresh()
    },
  })
  return (visit) => arrange.mutate(visit)
}
