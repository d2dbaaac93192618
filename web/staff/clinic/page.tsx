import './clinic.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ClinicDay, ClinicRow, ResultRow } from '../../../core/clinic-day.ts'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Key } from '../../kit/key.tsx'
import { useRows } from '../../kit/rows.ts'
import { useWords } from '../../kit/words.tsx'
import { useDiscuss } from './discuss.tsx'
import { DayLine, OtherDays, SoulFigures } from './head.tsx'
import { clinicDay } from './queries.ts'
import { Appointments, LateResults, OpenAlerts } from './table.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/clinic')

/** My clinic of one day, between the open alerts and the results without an appointment. */
export function ClinicPage() {
  const search = route.useSearch()
  const { data: day } = useSuspenseQuery(clinicDay(search.day))
  return <Clinic key={day.day} day={day} />
}

function Clinic({ day }: { day: ClinicDay }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const discuss = useDiscuss()
  const open = (row: ClinicRow | ResultRow) =>
    void navigate({
      to: '/staff/patients/$patientId',
      params: { patientId: row.patient.id },
      search: { day: day.day, enrolment: row.enrolmentId },
    })
  const lookWhy = ({ enrolmentId }: ClinicRow | ResultRow) =>
    void navigate({ to: '/staff/care-paths/$enrolmentId', params: { enrolmentId } })
  const act = (row: ClinicRow | ResultRow) => {
    if (row.next === 'record-discussed') return discuss(row)
    return row.next === 'look-why' ? lookWhy(row) : open(row)
  }
  const { selected, select } = useRows(rowsOf(day), {
    idOf: ({ id }) => id,
    first: firstToDo(day),
    keys: {
      Enter: ({ row }) => act(row),
      o: ({ row }) => open(row),
      b: ({ row }) => discuss(row),
    },
  })
  const isToday = useFormats().isoDay(day.now) === day.day
  const list = { day, selected, select, act }
  return (
    <Page
      title={isToday ? say.today : say.day}
      about={<DayLine day={day} />}
      aside={
        <>
          <OtherDays day={day.day} />
          <SoulFigures day={day} />
        </>
      }
    >
      <div className="clinic">
        <OpenAlerts {...list} from={0} />
        <Appointments {...list} from={day.alerts.length} />
        <LateResults {...list} from={day.alerts.length + day.rows.length} />
        <KeyLine />
      </div>
    </Page>
  )
}

/** All rows of the page in order; the same answer may stand in two lists, so an id says which list too. */
const rowsOf = ({ alerts, rows, late }: ClinicDay) => [
  ...alerts.map((row) => ({ id: `alert ${row.responseId}`, row })),
  ...rows.map((row) => ({ id: `appointment ${row.appointmentId}`, row })),
  ...late.map((row) => ({ id: `late ${row.responseId}`, row })),
]

/** The next patient of the day who still asks for something; else any of the day; else the first row. */
function firstToDo(day: ClinicDay): number {
  const next = day.rows.findIndex((row) => row.startsAt >= day.now && row.next !== 'none')
  const any = next < 0 ? day.rows.findIndex((row) => row.next !== 'none') : next
  return any < 0 ? 0 : day.alerts.length + any
}

function KeyLine() {
  const { keys } = useWords(words)
  return (
    <p className="key-line" aria-hidden="true">
      <span>
        <Key>J</Key>
        <Key>K</Key>
        {keys.move}
      </span>
      <span>
        <Key>↵</Key>
        {keys.next}
      </span>
      <span>
        <Key>O</Key>
        {keys.open}
      </span>
      <span>
        <Key>B</Key>
        {keys.discussed}
      </span>
      <span>
        <Key>?</Key>
        {keys.all}
      </span>
    </p>
  )
}
