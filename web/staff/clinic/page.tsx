import './clinic.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ClinicDay, ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import type { VisitForm } from '../../../core/consult/triage.ts'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Key } from '../../kit/key.tsx'
import { useRows } from '../../kit/rows.ts'
import { useWords } from '../../kit/words.tsx'
import { useDecideVisit } from '../visits/decide.ts'
import { useDiscuss } from './discuss.tsx'
import { firstWithWork } from './first-row.ts'
import { Choices, DayLine, SoulFigures, shifted } from './head.tsx'
import { useNews } from './news.ts'
import type { RowAct } from './next.tsx'
import { clinicDay } from './queries.ts'
import { useReach } from './reach.tsx'
import { Appointments, LateResults, OpenAlerts } from './table.tsx'
import { Weeks } from './weeks.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/clinic')

/** My clinic of one day, between the open alerts and the results without an appointment. */
export function ClinicPage() {
  const search = route.useSearch()
  const { data: day } = useSuspenseQuery(clinicDay(search.day, search.who))
  const shown = search.left ? { ...day, rows: day.rows.filter(({ next }) => next !== 'none') } : day
  return <Clinic key={`${day.day} ${day.who}`} day={day} shown={shown} />
}

function Clinic({ day, shown }: { day: ClinicDay; shown: ClinicDay }) {
  const search = route.useSearch()
  const reach = useReach()
  useNews()
  const navigate = useNavigate()
  const discuss = useDiscuss()
  const decideVisit = useDecideVisit()
  const decide = ({ appointmentId, patient }: ClinicRow, form: VisitForm) =>
    decideVisit({ appointmentId, form, name: `${patient.givenName} ${patient.familyName}` })
  const open = (row: ClinicRow | ResultRow, plan?: true) =>
    void navigate({
      to: '/staff/patients/$patientId',
      params: { patientId: row.patient.id },
      search: { day: day.day, enrolment: row.enrolmentId, plan },
    })
  const does = (row: ClinicRow | ResultRow, what: RowAct) =>
    what === 'open' ? open(row) : reach.start(row, what)
  const act = (row: ClinicRow | ResultRow) => {
    if (row.next === 'record-discussed') return discuss(row)
    if (row.next === 'send-link' || row.next === 'tablet' || row.next === 'call')
      return reach.start(row, row.next)
    return row.next === 'look-why' ? open(row, true) : open(row)
  }
  const { selected, select } = useRows(rowsOf(shown), {
    idOf: ({ id }) => id,
    first: firstWithWork(shown),
    keys: {
      Enter: ({ row }) => act(row),
      o: ({ row }) => open(row),
      v: ({ row }) => {
        const proposed = proposedFor(row, day.now)
        if (proposed) decide(proposed.row, proposed.form)
      },
      d: ({ row }) => (row.alerts.length > 0 ? open(row) : discuss(row)), // an alert is looked at first
    },
  })
  const title = useTitleOf(day)
  const list = { day: shown, selected, select, act, does, decide }
  return (
    <Page title={title} about={<DayLine day={day} />} aside={<SoulFigures />}>
      <div className="clinic">
        <Choices day={day} search={search} />
        <OpenAlerts {...list} from={0} />
        <Appointments {...list} from={shown.alerts.length} />
        <LateResults {...list} from={shown.alerts.length + shown.rows.length} />
        <Weeks />
        <KeyLine />
      </div>
      {reach.dialog}
    </Page>
  )
}

/** Today, tomorrow or another day. */
function useTitleOf({ day, now }: ClinicDay): string {
  const say = useWords(words)
  const today = useFormats().isoDay(now)
  if (day === today) return say.today
  return day === shifted(today, 1) ? say.tomorrow : say.day
}

/** All rows of the page in order; the same answer may stand in two lists, so an id says which list too. */
const rowsOf = ({ alerts, rows, late }: ClinicDay) => [
  ...alerts.map((row) => ({ id: `alert ${row.responseId}`, row })),
  ...rows.map((row) => ({ id: `appointment ${row.appointmentId}`, row })),
  ...late.map((row) => ({ id: `late ${row.responseId}`, row })),
]

/** What one key decides: a proposal for a visit to come that nobody decided about. */
function proposedFor(row: ClinicRow | ResultRow, now: string) {
  if (!('appointmentId' in row) || !row.triage || row.triage.decided || row.startsAt <= now) return null
  const { proposal } = row.triage
  return proposal === 'visit' ? null : { row, form: proposal }
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
        <Key>D</Key>
        {keys.discussed}
      </span>
      <span>
        <Key>?</Key>
        {keys.all}
      </span>
    </p>
  )
}
