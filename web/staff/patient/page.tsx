import './patient.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { OnePager, Panel } from '../../../core/one-pager.ts'
import { sayUnverified } from '../../../core/unverified.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { TimeChart } from '../../kit/charts/time/chart.tsx'
import { TimeTable } from '../../kit/charts/time/table.tsx'
import { useTitle } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence } from '../finding.ts'
import { queryClient } from '../queries.ts'
import { sayOpened } from './acts.ts'
import { Alerts } from './alerts.tsx'
import { useChart } from './chart.ts'
import { chartWords } from './chart-words.ts'
import { Completeness } from './completeness.tsx'
import { Consult, ToConsult } from './consult.tsx'
import { Identity } from './identity.tsx'
import { Items } from './items.tsx'
import { Lead } from './lead.tsx'
import { Measures } from './measures.tsx'
import { useOpened } from './opened.ts'
import { OtherModes } from './other-modes.tsx'
import { Plan } from './plan.tsx'
import { onePager } from './queries.ts'
import { ClinicWalk } from './walk.tsx'

const route = getRouteApi('/shell/staff/patients/$patientId')

/** One patient on one page. */
export function PatientPage() {
  const { patientId } = route.useParams()
  const { enrolment, day } = route.useSearch()
  const { data: page } = useSuspenseQuery(onePager(patientId, enrolment))
  return (
    <>
      {day ? <ClinicWalk enrolmentId={page.enrolment.id} day={day} /> : null}
      <OnePagerView key={page.enrolment.id} page={page} />
    </>
  )
}

function OnePagerView({ page }: { page: OnePager }) {
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
        {page.panels.length > 0 ? <Lead page={page} /> : null}
        <ToConsult page={page} />
        <Outcomes page={page} />
        <Measures page={page} />
        <Items page={page} />
        <Plan page={page} />
      </div>
      <aside className="one-side">
        <Consult page={page} />
        <OtherModes page={page} />
        <Alerts page={page} />
        <Completeness page={page} />
      </aside>
    </div>
  )
}

/** A scale that was never answered is a name on one line: a plot of only gaps says nothing else. */
const isAnswered = ({ trend }: Panel) =>
  trend.points.some(({ kind }) => kind === 'score' || kind === 'not-computable')

const FIRST_WIDTH = 1000 // until the real width is known

function Outcomes({ page }: { page: OnePager }) {
  const say = useWords(chartWords)
  const local = useLocal()
  const drawn = page.panels.filter(isAnswered)
  const empty = page.panels.filter((panel) => !isAnswered(panel)).map(({ title }) => local(title))
  const sentence = useFindingSentence()
  const name = `${page.patient.givenName} ${page.patient.familyName}`
  const chart = useChart(
    { ...page, panels: drawn },
    say.sentenceFor(name, drawn.length, sentence(page.finding)),
  )
  const { language } = useLanguage()
  const unverified = sayUnverified(
    drawn.flatMap((panel) => panel.unverified),
    language,
  )
  if (drawn.length === 0) return <Empty title={say.noScores}>{say.noScoresAbout}</Empty>
  return (
    <ChartFigure
      title={say.chart}
      sentence={say.chartAbout}
      shortcut="t"
      table={<TimeTable chart={chart} />}
      foot={[
        empty.length > 0 ? say.noScoreYet(empty.join(', ')) : null,
        drawn.some(({ own }) => own) ? say.own : null,
        unverified && `† ${unverified}`,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Fit first={FIRST_WIDTH}>{(width) => <TimeChart chart={chart} width={width} />}</Fit>
    </ChartFigure>
  )
}
