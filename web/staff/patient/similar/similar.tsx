import './similar.css'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OnePager } from '../../../../core/one-pager.ts'
import type { Similar as Found } from '../../../../core/similar.ts'
import { api, read } from '../../../kit/api.ts'
import { useFormats } from '../../../kit/format.ts'
import { Loading, useRefusal } from '../../../kit/states.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { Chose } from './chose.tsx'
import { Outcome } from './outcome.tsx'
import { similarWords } from './words.ts'

const similar = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['similar', enrolmentId],
    queryFn: () => read(api.similar[':enrolmentId'].$get({ param: { enrolmentId } })),
  })

/** What people like this patient chose and how they fared; asked for only when somebody wants to see it. */
export function Similar({ page }: { page: OnePager }) {
  const say = useWords(similarWords)
  const [wanted, want] = useState(false)
  if (!page.enrolment.hasSimilar) return null
  return (
    <details className="fold similar" onToggle={(event) => event.currentTarget.open && want(true)}>
      <summary>
        {say.title} <small>{say.about}</small>
      </summary>
      {wanted ? <Asked enrolmentId={page.enrolment.id} /> : null}
    </details>
  )
}

function Asked({ enrolmentId }: { enrolmentId: string }) {
  const { data, error } = useQuery(similar(enrolmentId))
  const refusal = useRefusal()
  if (error) return <p role="alert">{refusal(error)}</p>
  return data ? <View similar={data} /> : <Loading />
}

function View({ similar }: { similar: Found }) {
  const { intendedPurpose, measure, found, period, options, outcomes } = similar
  const say = useWords(similarWords)
  const local = useLocal()
  return (
    <>
      <p className="similar-purpose">
        <strong>{say.purpose}.</strong> {local(intendedPurpose)}
      </p>
      {found === null ? (
        <p>{say.noFirst}</p>
      ) : found.figures.people === null ? (
        <p>{say.few}</p>
      ) : (
        <>
          <Whom measure={measure} found={found} period={period} />
          <Chose figures={found.figures} options={options} />
          {found.figures.outcomes.map((outcome, place) => (
            <Outcome
              key={outcome.id}
              outcomes={outcomes}
              options={options}
              outcome={outcome}
              shortcut={`${place + 1}`}
            />
          ))}
          <p className="quiet">{say.missing}</p>
        </>
      )}
    </>
  )
}

function Whom({
  measure,
  period,
  found: { reach, figures },
}: Pick<Found, 'measure' | 'period'> & { found: NonNullable<Found['found']> }) {
  const say = useWords(similarWords)
  const local = useLocal()
  const format = useFormats()
  if (figures.people === null) return null
  const [low, high] = reach.firsts
  return (
    <p>
      {say.who({
        people: figures.people,
        ages: reach.ages,
        firsts: [format.number(low, measure.decimals), format.number(high, measure.decimals)],
        measure: local(measure.title),
        sex: say.sex[reach.sex ?? ''],
        from: format.month(period.from),
        until: format.month(period.until),
      })}
    </p>
  )
}
