import './timeline.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { Fit } from '../../kit/charts/fit.tsx'
import { TimeChart } from '../../kit/charts/time/chart.tsx'
import type { TimeChartData } from '../../kit/charts/time/data.ts'
import { type Lane, Lanes } from '../../kit/charts/time/lanes.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useChart } from '../patient/chart.ts'
import { planWords } from '../patient/plan-words.ts'
import { onePager } from '../patient/queries.ts'
import { visitWords } from '../visits/words.ts'
import { EventTable } from './event-table.tsx'
import { eventsOf, type TimelineEvent } from './events.ts'
import { timelineWords } from './words.ts'
import { isIn, type Span } from './zoom.ts'
import { ZoomBar } from './zoom-bar.tsx'

const route = getRouteApi('/shell/staff/patients/$patientId/timeline')
const FIRST_WIDTH = 1000 // until the real width is known

/** One patient on one axis: stages, scores, appointments, alerts, decisions and messages, nearer or further away. */
export function TimelinePage() {
  const { patientId } = route.useParams()
  const { enrolment } = route.useSearch()
  const { data: page } = useSuspenseQuery(onePager(patientId, enrolment))
  return <Timeline key={page.enrolment.id} page={page} />
}

function Timeline({ page }: { page: OnePager }) {
  const say = useWords(timelineWords)
  const local = useLocal()
  const format = useFormats()
  const name = `${page.patient.givenName} ${page.patient.familyName}`
  const [plan, visit] = [useWords(planWords), useWords(visitWords)]
  const events = eventsOf(page, { say, plan, visit, local, format })
  const drawn = page.panels.filter(({ trend }) => trend.points.some(({ kind }) => kind === 'score'))
  const chart = useChart({ ...page, panels: drawn }, say.sentence(name, events.length))
  const whole = { from: earliest([chart.from, ...events.map(({ at }) => at)]), until: chart.until }
  const [span, setSpan] = useState<Span>(whole)
  const seen = events.filter(({ at }) => isIn(span, at))
  return (
    <Page
      title={say.title(name)}
      about={say.about}
      aside={
        <Link
          to="/staff/patients/$patientId"
          params={{ patientId: page.patient.id }}
          search={{ enrolment: page.enrolment.id }}
        >
          {say.back}
        </Link>
      }
    >
      <ZoomBar span={span} whole={whole} change={setSpan} />
      <div className="timeline">
        <Fit first={FIRST_WIDTH}>
          {(width) => (
            <>
              <TimeChart chart={cutTo(chart, span)} width={width} />
              <Lanes chart={cutTo(chart, span)} lanes={lanesOf(seen, say.lanes, format.date)} width={width} />
            </>
          )}
        </Fit>
        {chart.legend ? <p className="chart-foot">{chart.legend}</p> : null}
      </div>
      <EventTable events={seen} />
    </Page>
  )
}

const earliest = (days: readonly string[]) =>
  days.map((day) => (day.length === 10 ? `${day}T00:00:00.000Z` : day)).reduce((a, b) => (a < b ? a : b))

/** The chart as far as it lies within a span; a line does not begin outside of it. */
const cutTo = (chart: TimeChartData, span: Span): TimeChartData => ({
  ...chart,
  ...span,
  stages: chart.stages.filter(
    ({ from, until }) => from <= span.until && (until === null || until >= span.from),
  ),
  events: chart.events.filter(({ at }) => isIn(span, at)),
  planned: chart.planned.filter((at) => isIn(span, at)),
  panels: chart.panels.map((panel) => ({
    ...panel,
    points: panel.points.filter(({ at }) => isIn(span, at)),
  })),
})

const LANES = [
  ['appointment', ['appointment']],
  ['answer', ['answer']],
  ['alert', ['alert']],
  ['decision', ['decision', 'agreement']],
  ['message', ['message']],
] as const

function lanesOf(
  events: readonly TimelineEvent[],
  names: (typeof timelineWords)['nl']['lanes'],
  date: (iso: string) => string,
): Lane[] {
  return LANES.map(([name, kinds]) => ({
    name: names[name],
    marks: events
      .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      .map(({ at, text, strong }) => ({ at, strong, text: `${date(at)}: ${text}` })),
  })).filter(({ marks }) => marks.length > 0)
}
