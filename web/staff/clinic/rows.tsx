import { Link } from '@tanstack/react-router'
import { lowered } from '../../../core/change/finding-words.ts'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import type { VisitForm } from '../../../core/consult/triage.ts'
import { useFormats } from '../../kit/format.ts'
import { useLocal } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { FindingCell, StageCell, StandingCell, TopicsCell } from './cells.tsx'
import { Next, type RowAct } from './next.tsx'
import { TriageActs, TriageLine } from './triage.tsx'

type RowProps<Row> = {
  row: Row
  index: number
  selected: boolean
  day: string
  now: string
  select: () => void
  act: () => void
  does: (what: RowAct) => void
  readable: boolean
}

export function AppointmentRow({
  row,
  index,
  selected,
  past,
  withClinician,
  day,
  now,
  select,
  act,
  does,
  decide,
  readable,
}: RowProps<ClinicRow> & { past: boolean; withClinician: boolean; decide: (form: VisitForm) => void }) {
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
        <About row={row} day={day} clinician={withClinician ? row.clinician : null} />
      </td>
      <td className="stage">
        <StageCell stage={row.stage} />
      </td>
      <td className="standing">
        <StandingCell standing={row.standing} />
      </td>
      <td className="finding">
        <FindingCell finding={row.finding} alerts={row.alerts} urgent={row.urgent} now={now} />
        {row.triage ? <TriageLine triage={row.triage} past={past} /> : null}
      </td>
      <td className="topics">
        <TopicsCell topics={row.topics} topicText={row.topicText} standing={row.standing} />
      </td>
      <td className="next">
        <Next row={row} readable={readable} selected={selected} act={act} does={does} />
        {row.triage && row.startsAt > now ? (
          <TriageActs row={row} triage={row.triage} decide={decide} />
        ) : null}
      </td>
    </tr>
  )
}

export function ListedResult({
  row,
  index,
  selected,
  day,
  now,
  select,
  act,
  does,
  readable,
}: RowProps<ResultRow>) {
  return (
    <tr
      data-row={index}
      className={selected ? 'selected' : ''}
      aria-current={selected ? 'true' : undefined}
      onMouseDown={select}
    >
      <td className="who" colSpan={2}>
        <Name row={row} day={day} /> <About row={row} day={day} clinician={null} />
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
        <Next row={row} readable={readable} selected={selected} act={act} does={does} />
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

type AboutProps = { row: ClinicRow | ResultRow; day: string; clinician: string | null }

function About({ row, day, clinician }: AboutProps) {
  const person = usePersonWords()
  const local = useLocal()
  const parts = [
    person.short(row.patient, day),
    person.side(row.patient.side),
    'kind' in row ? lowered(local(row.kind)) : '',
    clinician ?? '',
  ]
  return <span className="line tiny quiet">{parts.filter(Boolean).join(' · ')}</span>
}
