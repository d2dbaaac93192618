import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import type { PlannedAssessment } from '../../../../core/schedule.ts'
import type { DrawnPath } from '../../../../core/simulation/drawn.ts'
import { useFormats } from '../../../kit/format.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { pathWords } from './path-words.ts'

/** Where an instant or a date lies between the first and the last day, in percent. */
export type Axis = { at: (time: string) => number; months: number }

const DAY_MS = 86_400_000
const MONTHS = 24

export function axisOf({ startsOn, until }: Pick<DrawnPath, 'startsOn' | 'until'>): Axis {
  const [from, to] = [Date.parse(startsOn), Date.parse(until)]
  const at = (time: string) => Math.min(100, Math.max(0, ((Date.parse(time) - from) / (to - from)) * 100))
  return { at, months: MONTHS }
}

const percent = (value: number) => `${value}%`
const STRIP = 22

/** The stages as bands with their names; a name that does not fit is cut off, and stands below in full. */
export function StageStrip({ axis, drawn, set }: { axis: Axis; drawn: DrawnPath; set: OutcomeSet }) {
  const local = useLocal()
  const { stages } = drawn.course
  return (
    <svg className="path-lane" height={STRIP} aria-hidden="true">
      {stages.map(({ stage, enteredOn }, place) => {
        const from = axis.at(enteredOn)
        const width = axis.at(stages[place + 1]?.enteredOn ?? drawn.until) - from
        const title = set.carePath.stages.find(({ id }) => id === stage)?.title
        return (
          <svg key={stage} x={percent(from)} width={percent(width)} height={STRIP} aria-hidden="true">
            <rect className={`path-stage path-stage-${(place % 2) + 1}`} width="100%" height={STRIP} />
            <text x={5} y={15}>
              {title ? local(title) : stage}
            </text>
          </svg>
        )
      })}
    </svg>
  )
}

const LANE = 34

/** One moment: from opening to closing, with the day it is due. */
export function Lane({ axis, first, label }: { axis: Axis; first: PlannedAssessment; label: string }) {
  const say = useWords(pathWords)
  const { number } = useFormats()
  const [opens, due, closes] = [axis.at(first.opensAt), axis.at(first.dueAt), axis.at(first.closesAt)]
  const days = Math.round((Date.parse(first.closesAt) - Date.parse(first.opensAt)) / DAY_MS)
  return (
    <svg className="path-lane" height={LANE} role="img" aria-label={say.openFor(label, number(days))}>
      <line className="path-line" x1="0" x2="100%" y1={LANE / 2} y2={LANE / 2} />
      <rect
        className="path-open"
        x={percent(opens)}
        width={percent(Math.max(0.8, closes - opens))}
        y={11}
        height={12}
        rx={3}
      />
      <line className="path-due" x1={percent(due)} x2={percent(due)} y1={6} y2={LANE - 6} />
    </svg>
  )
}

/** The months since the start, below everything. */
export function Months({ axis }: { axis: Axis }) {
  const say = useWords(pathWords)
  const months = Array.from({ length: axis.months / 6 + 1 }, (_, place) => place * 6)
  const anchorOf = (month: number) => (month === 0 ? 'start' : month === axis.months ? 'end' : 'middle')
  return (
    <svg className="path-lane" height={20} aria-hidden="true">
      {months.map((month) => (
        <text key={month} x={percent((month / axis.months) * 100)} y={14} textAnchor={anchorOf(month)}>
          {say.month(month)}
        </text>
      ))}
    </svg>
  )
}
