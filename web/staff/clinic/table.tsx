import { Fragment } from 'react'
import type { ClinicDay, ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import type { VisitForm } from '../../../core/consult/triage.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import type { RowAct } from './next.tsx'
import { AppointmentRow, ListedResult } from './rows.tsx'
import { words } from './words.ts'

export type ListProps = {
  day: ClinicDay
  /** The place of the list's first row among all rows of the page. */
  from: number
  selected: number
  select: (index: number) => void
  act: (row: ClinicRow | ResultRow) => void
  does: (row: ClinicRow | ResultRow, what: RowAct) => void
  decide: (row: ClinicRow, form: VisitForm) => void
}

export function Appointments({ day, from, selected, select, act, does, decide }: ListProps) {
  const say = useWords(words)
  const { head } = say
  const isToday = useFormats().isoDay(day.now) === day.day
  const nowAt = isToday ? day.rows.findIndex((row) => row.startsAt > day.now) : -1
  if (day.rows.length === 0) return <Empty title={say.emptyDay}>{say.emptyDayAbout}</Empty>
  return (
    <table className="clinic-table" aria-label={say.list}>
      <Columns />
      <thead>
        <tr>
          {[head.time, head.patient, head.stage, head.questionnaire, head.change, head.topics, head.next].map(
            (name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {day.rows.map((row, index) => (
          <Fragment key={row.appointmentId}>
            {index === nowAt ? <NowLine at={day.now} /> : null}
            <AppointmentRow
              row={row}
              index={from + index}
              day={day.day}
              now={day.now}
              selected={from + index === selected}
              past={row.startsAt < day.now}
              select={() => select(from + index)}
              act={() => act(row)}
              does={(what) => does(row, what)}
              decide={(form) => decide(row, form)}
              readable={day.readable}
              withClinician={day.who === null}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const Columns = () => (
  <colgroup>
    {['when', 'who', 'stage', 'standing', 'finding', 'topics', 'next'].map((name) => (
      <col key={name} className={`col-${name}`} />
    ))}
  </colgroup>
)

function NowLine({ at }: { at: string }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <tr className="now">
      <td colSpan={7}>
        <span>{say.now(format.time(at))}</span>
      </td>
    </tr>
  )
}

/** Alerts that wait for somebody, whatever the appointments; nothing when there are none. */
export function OpenAlerts(list: ListProps) {
  const say = useWords(words)
  const { alerts, openAlerts } = list.day
  if (alerts.length === 0) return null
  const shown = alerts.reduce((sum, row) => sum + row.alerts.length, 0)
  return (
    <Section title={say.openAlerts} about={say.openAlertsAbout(shown, openAlerts)}>
      <Results {...list} rows={alerts} label={say.openAlerts} />
    </Section>
  )
}

/** Answers that nobody has an appointment for: they would never be seen otherwise. */
export function LateResults(list: ListProps) {
  const say = useWords(words)
  const { late } = list.day
  return (
    <Section title={say.late} about={late.length > 0 ? say.lateAbout(late.length) : say.noneLate}>
      {late.length > 0 ? <Results {...list} rows={late} label={say.late} /> : null}
    </Section>
  )
}

type ResultsProps = ListProps & { rows: readonly ResultRow[]; label: string }

function Results({ day, rows, label, from, selected, select, act, does }: ResultsProps) {
  return (
    <table className="clinic-table results" aria-label={label}>
      <Columns />
      <tbody>
        {rows.map((row, place) => {
          const index = from + place
          return (
            <ListedResult
              key={row.responseId}
              row={row}
              index={index}
              day={day.day}
              now={day.now}
              selected={index === selected}
              select={() => select(index)}
              act={() => act(row)}
              does={(what) => does(row, what)}
              readable={day.readable}
            />
          )
        })}
      </tbody>
    </table>
  )
}
