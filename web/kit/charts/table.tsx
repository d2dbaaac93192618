import type { ReactNode } from 'react'
import { Scroller } from '../scroller.tsx'

type ChartTableProps = {
  caption: string
  /** The first names the rows. */
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** The numbers behind a chart. The first cell of a row is its head; the rest are numbers. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const [first, ...others] = columns
  return (
    <Scroller label={caption}>
      <table className="table">
        <caption className="reader-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th scope="col" className="number" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, place) => (
                <td className="number" key={others[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
