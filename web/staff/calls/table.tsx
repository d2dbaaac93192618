import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useRows } from '../../kit/rows.ts'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import type { CallRow } from './queries.ts'
import { callWords } from './words.ts'

/** One row per patient, the nearest visit on top. */
export function CallTable({ rows, call }: { rows: readonly CallRow[]; call: (row: CallRow) => void }) {
  const say = useWords(callWords)
  const { selected, select } = useRows(rows, {
    idOf: ({ assessmentId }) => assessmentId,
    keys: { Enter: call },
  })
  const { head } = say
  return (
    <table className="table call-table" aria-label={say.title}>
      <thead>
        <tr>
          {[head.patient, head.about, head.visit, head.why, head.next].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.assessmentId}
            row={row}
            index={index}
            selected={index === selected}
            select={() => select(index)}
            call={() => call(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: CallRow; index: number; selected: boolean; select: () => void; call: () => void }

function Row({ row, index, selected, select, call }: RowProps) {
  const say = useWords(callWords)
  const local = useLocal()
  const format = useFormats()
  const person = usePersonWords()
  const { patient, about, visitAt, closesAt, begun, tries, why } = row
  return (
    <tr
      data-row={index}
      className={selected ? 'selected' : ''}
      aria-current={selected ? 'true' : undefined}
      onMouseDown={select}
    >
      <th scope="row">
        {patient.name}
        <span className="line quiet">{person.short(patient, format.isoDay(closesAt))}</span>
      </th>
      <td>
        {[...new Set(about.map(({ title }) => local(title)))].map((title) => (
          <span className="line" key={title}>
            {title}
          </span>
        ))}
      </td>
      <td>{visitAt ? format.dayTime(visitAt) : say.until(format.until(closesAt))}</td>
      <td>
        <State sign={begun ? 'half' : 'open'} tone="watch">
          {begun ? say.begun : say.why[why]}
        </State>
        {tries > 0 ? <span className="line quiet">{say.tries(tries)}</span> : null}
      </td>
      <td>
        <Button
          look={selected ? 'primary' : 'soft'}
          shortcut={selected ? '↵' : undefined}
          aria-label={say.callOf(patient.name)}
          wide
          onClick={call}
        >
          {say.call}
        </Button>
      </td>
    </tr>
  )
}
