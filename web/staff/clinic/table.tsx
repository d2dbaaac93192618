import { Fragment } from 'react'
import type { ClinicDay, ClinicRow, LateRow } from '../../../core/clinic-day.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { AppointmentRow, LateResultRow } from './rows.tsx'
import { words } from './words.ts'

export type ListProps = {
  day: ClinicDay
  selected: number
  select: (index: number) => void
  act: (row: ClinicRow | LateRow) => void
}

export function Appointments({ day, selected, select, act }: ListProps) {
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
              index={index}
              day={day.day}
              now={day.now}
              selected={index === selected}
              past={row.startsAt < day.now}
              select={() => select(index)}
              act={() => act(row)}
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

/** Answers that nobody has an appointment for: they would never be seen otherwise. */
export function LateResults({ day, selected, select, act }: ListProps) {
  const say = useWords(words)
  return (
    <Section title={say.late} about={day.late.length > 0 ? say.lateAbout(day.late.length) : say.noneLate}>
      {day.late.length > 0 ? (
        <table className="clinic-table late" aria-label={say.late}>
          <Columns />
          <tbody>
            {day.late.map((row, place) => {
              const index = day.rows.length + place
              return (
                <LateResultRow
                  key={row.responseId}
                  row={row}
                  index={index}
                  day={day.day}
                  now={day.now}
                  selected={index === selected}
                  select={() => select(index)}
                  act={() => act(row)}
                />
              )
            })}
          </tbody>
        </table>
      ) : null}
    </Section>
  )
}
