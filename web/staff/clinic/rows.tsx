import { Link } from '@tanstack/react-router'
import type { ClinicRow, ResultRow } from '../../../core/clinic-day.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { FindingCell, StageCell, StandingCell, TopicsCell } from './cells.tsx'
import { words } from './words.ts'

type RowProps<Row> = {
  row: Row
  index: number
  selected: boolean
  day: string
  now: string
  select: () => void
  act: () => void
}

export function AppointmentRow({
  row,
  index,
  selected,
  past,
  day,
  now,
  select,
  act,
}: RowProps<ClinicRow> & { past: boolean }) {
  const format = useFormats()
  const classes = [selected ? 'selected' : '', past ? 'past' : ''].filter(Boolean).join(' ')
  return (
    <tr
      data-row={index}
      className={classes}
      aria-current={selected ? 'true' : undefined}
      onMouseDown={select}
    >
      <td className="when">{format.time(row.startsAt)}</td>
      <td className="who">
        <Name row={row} day={day} />
        <About row={row} day={day} />
      </td>
      <td className="stage">
        <StageCell stage={row.stage} />
      </td>
      <td className="standing">
        <StandingCell standing={row.standing} />
      </td>
      <td className="finding">
        <FindingCell finding={row.finding} alerts={row.alerts} urgent={row.urgent} now={now} />
      </td>
      <td className="topics">
        <TopicsCell topics={row.topics} topicText={row.topicText} standing={row.standing} />
      </td>
      <td className="next">
        <Next row={row} selected={selected} act={act} />
      </td>
    </tr>
  )
}

export function ListedResult({ row, index, selected, day, now, select, act }: RowProps<ResultRow>) {
  return (
    <tr
      data-row={index}
      className={selected ? 'selected' : ''}
      aria-current={selected ? 'true' : undefined}
      onMouseDown={select}
    >
      <td className="who" colSpan={2}>
        <Name row={row} day={day} /> <About row={row} day={day} />
      </td>
      <td className="stage">
        <StageCell stage={row.stage} />
      </td>
      <td className="standing">
        <StandingCell standing={row.standing} />
      </td>
      <td className="finding">
        <FindingCell finding={row.finding} alerts={row.alerts} urgent={row.urgent} now={now} />
      </td>
      <td className="topics">
        <TopicsCell topics={row.topics} topicText={row.topicText} standing={row.standing} />
      </td>
      <td className="next">
        <Next row={row} selected={selected} act={act} />
      </td>
    </tr>
  )
}

function Name({ row, day }: { row: ClinicRow | ResultRow; day: string }) {
  return (
    <Link
      className="name"
      to="/staff/patients/$patientId"
      params={{ patientId: row.patient.id }}
      search={{ day, enrolment: row.enrolmentId }}
    >
      {row.patient.givenName} {row.patient.familyName}
    </Link>
  )
}

function About({ row, day }: { row: ClinicRow | ResultRow; day: string }) {
  const person = usePersonWords()
  const local = useLocal()
  const parts = [
    person.short(row.patient, day),
    person.side(row.patient.side),
    'kind' in row ? local(row.kind).toLowerCase() : '',
  ]
  return <span className="line tiny quiet">{parts.filter(Boolean).join(' · ')}</span>
}

function Next({ row, selected, act }: { row: ClinicRow | ResultRow; selected: boolean; act: () => void }) {
  const say = useWords(words)
  if (row.next === 'none') return <span className="quiet">{say.next.none}</span>
  return (
    <Button look={selected ? 'primary' : 'soft'} wide shortcut={selected ? '↵' : undefined} onClick={act}>
      {say.next[row.next]}
    </Button>
  )
}
