import { Link } from '@tanstack/react-router'
import type { RowWhat } from '../../../core/feeds/appointment-message.ts'
import { appointmentWords } from '../../../core/feeds/appointment-words.ts'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { State, type Tone } from '../../kit/status.tsx'
import type { SymbolName } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { type ImportKind, pageOf, type Report } from './queries.ts'
import { words } from './words.ts'

const LOOKS = {
  registered: ['plus', 'better'],
  booked: ['plus', 'better'],
  moved: ['calendar', 'info'],
  changed: ['calendar', 'info'],
  cancelled: ['missed', 'quiet'],
  'no-show': ['missed', 'quiet'],
  unchanged: ['equals', 'quiet'],
  'set-aside': ['alert', 'watch'],
  skipped: ['dash', 'quiet'],
} as const satisfies Record<RowWhat, readonly [SymbolName, Tone]>

function What({ what }: { what: RowWhat }) {
  const { outcomes } = useWords(appointmentWords)
  const [sign, tone] = LOOKS[what]
  return (
    <State sign={sign} tone={tone}>
      {outcomes[what]}
    </State>
  )
}

const order = Object.keys(LOOKS) as RowWhat[]

/** How many of each, in words. */
export function Counts({ report }: { report: Report }) {
  const { number } = useFormats()
  return (
    <ul className="imports-counts">
      {order
        .filter((what) => report.counts[what])
        .map((what) => (
          <li key={what}>
            <b>{number(report.counts[what] ?? 0)}</b> <What what={what} />
          </li>
        ))}
    </ul>
  )
}

type Row = Report['listed'][number]
const needsAttention = ({ what, notes }: Row) =>
  what === 'set-aside' || what === 'skipped' || notes.length > 0

/** Line by line what becomes of it; those that need attention first, the others one click away. */
export function RowList({
  kind,
  report,
  show,
  importId,
}: {
  kind: ImportKind
  report: Report
  show: 'attention' | 'all' | undefined
  importId: string
}) {
  const say = useWords(words)
  const { number } = useFormats()
  const attention = report.listed.filter(needsAttention)
  const shown = show ?? (attention.length > 0 ? 'attention' : 'all')
  const rows = shown === 'attention' ? attention : report.listed
  const tab = (to: 'attention' | 'all', label: string) => (
    <Link
      to={pageOf[kind]}
      search={{ import: importId, show: to }}
      className="tab"
      aria-current={shown === to ? 'page' : undefined}
      replace
    >
      {label}
    </Link>
  )
  return (
    <>
      <nav className="tabs" aria-label={say.head.what}>
        {tab('attention', say.attention(number(attention.length)))}
        {tab('all', say.all)}
      </nav>
      {report.ignoredColumns.length > 0 ? (
        <p className="quiet small">{say.ignored(report.ignoredColumns.join(', '))}</p>
      ) : null}
      {rows.length === 0 ? <p className="quiet">{say.nothingToSee}</p> : <Rows kind={kind} rows={rows} />}
      {shown === 'all' && report.rows > rows.length ? (
        <p className="quiet small">{say.listedFirst(rows.length)}</p>
      ) : null}
    </>
  )
}

function Rows({ kind, rows }: { kind: ImportKind; rows: Row[] }) {
  const { head } = useWords(words)
  const { dayTime } = useFormats()
  const ofAppointments = kind === 'appointments'
  const headers = ofAppointments
    ? [head.line, head.number, head.patient, head.start, head.what, head.why]
    : [head.line, head.patient, head.what, head.why]
  return (
    <Scroller label={head.what}>
      <table className="table imports-table">
        <thead>
          <tr>
            {headers.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.line}</th>
              {ofAppointments ? <td>{row.number}</td> : null}
              <td>{row.patientNumber}</td>
              {ofAppointments ? <td className="nowrap">{dayTime(row.startsAt)}</td> : null}
              <td>
                <What what={row.what} />
              </td>
              <td className="wide">
                <Why kind={kind} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function Why({ kind, row }: { kind: ImportKind; row: Row }) {
  const { person, enrolment, reason, notes } = row
  const say = useWords(words)
  const told = useWords(appointmentWords)
  const reasons: Record<string, string> = told.reasons
  const remarks: Record<string, string> = told.notes
  const isNews = person === 'new' && kind === 'appointments' // of a patient alone it stands beside it already
  const news = [isNews ? say.newPatient : '', enrolment === 'new' ? say.newPath : ''].filter(Boolean)
  return (
    <>
      {reason ? (reasons[reason] ?? reason) : news.join(', ')}
      {notes.map((note) => (
        <span className="quiet imports-note" key={note}>
          {remarks[note] ?? note}
        </span>
      ))}
    </>
  )
}
