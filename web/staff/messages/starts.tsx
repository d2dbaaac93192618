import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { divisions, type StartStep, type Starts } from '../../../core/starts.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { whoStarts } from './centre-queries.ts'
import { startsWords } from './starts-words.ts'

/** Who starts of the invited, by every way in which mail can be changed. */
export function WhoStarts() {
  const say = useWords(startsWords)
  const format = useFormats()
  const { data, error, refetch } = useQuery(whoStarts)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={say.title} about={say.about(format.date(data.from))}>
      {data.all ? (
        <>
          <Scroller label={say.title}>
            <StartsTable all={data.all} groups={data.groups} />
          </Scroller>
          <p className="quiet mail-foot">{say.foot}</p>
        </>
      ) : (
        <p>{say.few}</p>
      )}
    </Section>
  )
}

type Group = {
  by: (typeof divisions)[number]
  id: string
  title: { nl: string; en: string } | null
  starts: Starts
}

const upToStart = ['delivered', 'started'] as const satisfies readonly StartStep[]
const afterwards = ['completed', 'seen', 'discussed'] as const satisfies readonly StartStep[]

function StartsTable({ all, groups }: { all: Starts; groups: readonly Group[] }) {
  const say = useWords(startsWords)
  const local = useLocal()
  const nameOf = ({ id, title }: Group) => (title ? local(title) : (say.names[id] ?? id))
  return (
    <table className="table mail-starts">
      <thead>
        <tr>
          <th scope="col">{say.group}</th>
          <th scope="col" className="number">
            {say.invited}
          </th>
          {upToStart.map((step) => (
            <th key={step} scope="col" className="number">
              {say.steps[step]}
            </th>
          ))}
          <th scope="col">{say.share}</th>
          {afterwards.map((step) => (
            <th key={step} scope="col" className="number">
              {say.steps[step]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={say.all} starts={all} />
        {divisions.map((by) => {
          const of = groups.filter((group) => group.by === by)
          const hidden = of.filter(({ starts }) => !starts)
          return (
            <Fragment key={by}>
              <tr>
                <th scope="colgroup" colSpan={8} className="mail-division">
                  {say.by[by]}
                </th>
              </tr>
              {of.map((group) =>
                group.starts ? <Row key={group.id} name={nameOf(group)} starts={group.starts} /> : null,
              )}
              {hidden.length > 0 ? <Row name={hidden.map(nameOf).join(', ')} starts={null} /> : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Row({ name, starts }: { name: string; starts: Starts }) {
  const say = useWords(startsWords)
  if (!starts)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={7} className="quiet">
          {say.hidden}
        </td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{starts.invited}</td>
      {upToStart.map((step) => (
        <td key={step} className="number">
          {starts[step]}
        </td>
      ))}
      <td>
        <Share starts={starts} />
      </td>
      {afterwards.map((step) => (
        <td key={step} className="number">
          {starts[step]}
        </td>
      ))}
    </tr>
  )
}

const WIDTH = 120

/** The share as a bar with how far chance reaches, and in numbers. */
function Share({ starts: { share } }: { starts: NonNullable<Starts> }) {
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
