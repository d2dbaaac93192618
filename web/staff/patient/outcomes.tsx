import { Link } from '@tanstack/react-router'
import { isAnswered } from '../../../core/change/trend.ts'
import type { OnePager, Panel } from '../../../core/consult/one-pager.ts'
import { sayUnverified } from '../../../core/instruments/unverified.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { TimeChart } from '../../kit/charts/time/chart.tsx'
import { TimeTable } from '../../kit/charts/time/table.tsx'
import { Empty } from '../../kit/states.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence, useSevereSentence } from '../finding.ts'
import { timelineWords } from '../timeline/words.ts'
import { useChart } from './chart.ts'
import { chartWords } from './chart-words.ts'

/** A scale that was never answered is a name on one line: a plot of only gaps says nothing else. */
const wasAnswered = ({ trend }: Panel) => trend.points.some(isAnswered)

const FIRST_WIDTH = 1000 // until the real width is known

/** Every scale over time, beside the stages of the care path; `alone` where no other page of the patient is open. */
export function Outcomes({ page, alone = false }: { page: OnePager; alone?: boolean }) {
  const say = useWords(chartWords)
  const timeline = useWords(timelineWords)
  const local = useLocal()
  const drawn = page.panels.filter(wasAnswered)
  const empty = page.panels.filter((panel) => !wasAnswered(panel)).map(({ title }) => local(title))
  const sentence = useFindingSentence()
  const severe = useSevereSentence()
  const name = `${page.patient.givenName} ${page.patient.familyName}`
  const chart = useChart(
    { ...page, panels: drawn },
    say.sentenceFor(
      name,
      drawn.length,
      [severe(page.finding), sentence(page.finding)].filter(Boolean).join(' '),
    ),
  )
  const { language } = useLanguage()
  const unverified = sayUnverified(
    drawn.flatMap((panel) => panel.unverified),
    language,
  )
  if (drawn.length === 0) return <Empty title={say.noScores}>{say.noScoresAbout}</Empty>
  return (
    <>
      <ChartFigure
        title={say.chart}
        sentence={say.chartAbout}
        shortcut="t"
        table={<TimeTable chart={chart} />}
        foot={[
          empty.length > 0 ? say.noScoreYet(empty.join(', ')) : null,
          chart.legend,
          drawn.some(({ own }) => own) ? say.own : null,
          unverified && `† ${unverified}`,
        ]
          .filter(Boolean)
          .join(' ')}
      >
        <Fit first={FIRST_WIDTH}>{(width) => <TimeChart chart={chart} width={width} />}</Fit>
      </ChartFigure>
      {alone ? null : (
        <p className="to-timeline">
          <Link
            to="/staff/patients/$patientId/timeline"
            params={{ patientId: page.patient.id }}
            search={{ enrolment: page.enrolment.id }}
          >
            {timeline.open}
          </Link>
        </p>
      )}
    </>
  )
}
