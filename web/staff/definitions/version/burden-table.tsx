import type { ReactNode } from 'react'
import type { burdenOf } from '../../../../core/simulation/burden.ts'
import { useFormats } from '../../../kit/format.ts'
import { Section } from '../../../kit/frame.tsx'
import { Scroller } from '../../../kit/scroller.tsx'
import { useWords } from '../../../kit/words.tsx'
import { simulatorWords } from './simulator-words.ts'

type BurdenProps = { years: ReturnType<typeof burdenOf>; sittings: number; children?: ReactNode }

/** What a set asks of a patient in each of two years, with how that was reckoned. */
export function BurdenTable({ years, sittings, children }: BurdenProps) {
  const say = useWords(simulatorWords)
  const { number } = useFormats()
  const total = years.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <Section title={say.burden(sittings, number(total, 0))}>
      {children}
      <Scroller label={say.perYear}>
        <table className="table simulator-burden">
          <thead>
            <tr>
              <th scope="col">{say.perYear}</th>
              {[say.sittings, say.mails, say.items, say.minutes].map((head) => (
                <th scope="col" className="number" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.year}>
                <th scope="row">{say.year(year.year)}</th>
                <td className="number">{year.sittings}</td>
                <td className="number">{year.mails}</td>
                <td className="number">{year.items}</td>
                <td className="number">{number(year.minutes, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  )
}
