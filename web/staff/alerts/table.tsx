import { Link } from '@tanstack/react-router'
import type { AlertDesk, AlertRow } from '../../../core/alerts/alert-desk.ts'
import { useFormats } from '../../kit/format.ts'
import { useRows } from '../../kit/rows.ts'
import { useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { Acts, nameOf, What, When, Whose } from './cells.tsx'
import { words } from './words.ts'

type Group = { name: string; about: string; rows: AlertRow[] }
type TableProps = { desk: AlertDesk; groups: readonly Group[]; close: (row: AlertRow) => void }

/** Open alerts, one row each: whose turn it is, until when, and the next thing to do. */
export function AlertTable({ desk, groups, close }: TableProps) {
  const say = useWords(words)
  const rows = groups.flatMap((group) => group.rows)
  const { selected, select } = useRows(rows, { idOf: ({ id }) => id, keys: { Enter: close } })
  return (
    <table className="table alert-table" aria-label={say.toDo}>
      <thead>
        <tr>
          {[say.patient, say.what, say.by, say.whose, say.act].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.name}>
          <tr className="alert-group">
            <th scope="colgroup" colSpan={5}>
              {group.name} <small>{group.about}</small>
            </th>
          </tr>
          {group.rows.map((row) => {
            const index = rows.indexOf(row)
            const at = { index, isSelected: index === selected, select: () => select(index) }
            return <Row key={row.id} desk={desk} row={row} {...at} close={() => close(row)} />
          })}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = {
  desk: AlertDesk
  row: AlertRow
  index: number
  isSelected: boolean
  select: () => void
  close: () => void
}

function Row({ desk, row, index, isSelected, select, close }: RowProps) {
  const format = useFormats()
  const person = usePersonWords()
  return (
    <tr
      data-row={index}
      className={isSelected ? 'selected' : ''}
      aria-current={isSelected ? 'true' : undefined}
      onMouseDown={select}
    >
      <th scope="row">
        <Link
          to="/staff/patients/$patientId"
          params={{ patientId: row.patient.id }}
          search={{ enrolment: row.enrolmentId }}
        >
          {nameOf(row)}
        </Link>
        <span className="line quiet">{person.short(row.patient, format.isoDay(desk.now))}</span>
      </th>
      <td>
        <What row={row} />
      </td>
      <td>
        <When row={row} now={desk.now} />
      </td>
      <td>
        <Whose row={row} />
      </td>
      <td>
        <Acts row={row} isSelected={isSelected} close={close} />
      </td>
    </tr>
  )
}
