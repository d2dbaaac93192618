import { useState } from 'react'
import { type Division, divisions, type Starts, startSteps } from '../../../core/figures/starts.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { Scroller } from '../../kit/scroller.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { startsWords } from './starts-words.ts'

type Group = { by: Division; id: string; title: { nl: string; en: string } | null; starts: Starts }
type Counted = NonNullable<Starts>

/** The same divided in one of the ways, that of the channel first: it is what a team can change soonest. */
export function Divided({ all, groups }: { all: Counted; groups: readonly Group[] }) {
  const say = useWords(startsWords)
  const [by, setBy] = useState<Division>('channel')
  const local = useLocal()
  const nameOf = ({ id, title }: Group) => (title ? local(title) : (say.names[id] ?? id))
  const shown = groups.filter((group) => group.by === by)
  const hidden = shown.filter(({ starts }) => !starts)
  const choose = (value: string) => setBy(divisions.find((one) => one === value) ?? by)
  return (
    <>
      <div className="mail-divide">
        <Filter label={say.divided} value={by} choose={choose}>
          {divisions.map((one) => (
            <option key={one} value={one}>
              {say.by[one]}
            </option>
          ))}
        </Filter>
      </div>
      <Scroller label={`${say.title}: ${say.by[by]}`}>
        <StartsTable by={by} all={all} groups={shown} nameOf={nameOf} />
      </Scroller>
      {hidden.length > 0 ? <p className="quiet">{say.hidden(hidden.map(nameOf).join(' · '))}</p> : null}
    </>
  )
}

type TableProps = {
  by: Division
  all: Counted
  groups: readonly Group[]
  nameOf: (group: Group) => string
}

function StartsTable({ by, all, groups, nameOf }: TableProps) {
  const say = useWords(startsWords)
  const hasEligible = groups.some(({ starts }) => starts !== null && starts.eligible !== null)
  const steps = [...(hasEligible ? (['eligible'] as const) : []), 'invited' as const, ...startSteps]
  return (
    <table className="table mail-starts">
      <thead>
        <tr>
          <th scope="col">{say.by[by]}</th>
          <th scope="col">{say.share}</th>
          {steps.map((step) => (
            <th key={step} scope="col" className="number">
              {say.steps[step]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) =>
          group.starts ? (
            <Row key={group.id} name={nameOf(group)} starts={group.starts} steps={steps} />
          ) : null,
        )}
        <Row name={say.all} starts={all} steps={steps} />
      </tbody>
    </table>
  )
}

type Step = (typeof startSteps)[number] | 'eligible' | 'invited'

function Row({ name, starts, steps }: { name: string; starts: Counted; steps: readonly Step[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Share starts={starts} />
      </td>
      {steps.map((step) => (
        <td key={step} className="number">
          {starts[step]}
        </td>
      ))}
    </tr>
  )
}

const WIDTH = 120

/** The share as a bar with how far chance reaches, and in numbers. */
function Share({ starts: { share } }: { starts: Counted }) {
  const say = useWords(startsWords)
  const { percent } = useFormats()
  return (
    <span className="mail-share">
      <svg className="chart" width={WIDTH} height="12" aria-hidden="true">
        <rect className="lane" width={WIDTH} height="12" />
        <rect className="d3" width={share.value * WIDTH} height="12" />
        <line className="grid" x1={share.low * WIDTH} x2={share.high * WIDTH} y1="6" y2="6" />
      </svg>
      <b>{percent(share.value)} %</b>
      <span className="quiet">{say.interval(percent(share.low), percent(share.high))}</span>
    </span>
  )
}
