import './similar.css'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OnePager } from '../../../../core/consult/one-pager.ts'
import type { Similar as Found } from '../../../../core/similar/similar.ts'
import { whom } from '../../../../core/similar/similar-printed.ts'
import { similarWords } from '../../../../core/similar/similar-words.ts'
import { api, read } from '../../../kit/api.ts'
import { Loading, useRefusal } from '../../../kit/states.tsx'
import { useLanguage, useLocal, useWords } from '../../../kit/words.tsx'
import { useZone } from '../../../kit/zone.tsx'
import { Chose } from './chose.tsx'
import { Outcome } from './outcome.tsx'

const similar = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['similar', enrolmentId],
    queryFn: () => read(api.similar[':enrolmentId'].$get({ param: { enrolmentId } })),
  })

type Query = ReturnType<typeof similar>

/**
 * What people like this patient chose and how they fared; asked for only when somebody wants to see it. `query` where
 * it is asked in another way than by who cares for the patient.
 */
export function Similar({ page, query }: { page: OnePager; query?: Query }) {
  const say = useWords(similarWords)
  const [wanted, want] = useState(false)
  if (!page.enrolment.hasSimilar) return null
  return (
    <details className="fold similar" onToggle={(event) => event.currentTarget.open && want(true)}>
      <summary>
        {say.title} <small>{say.about}</small>
      </summary>
      {wanted ? <Asked query={query ?? similar(page.enrolment.id)} /> : null}
    </details>
  )
}

function Asked({ query }: { query: Query }) {
  const { data, error } = useQuery(query)
  const refusal = useRefusal()
  if (error) return <p role="alert">{refusal(error)}</p>
  return data ? <View similar={data} /> : <Loading />
}

function View({ similar }: { similar: Found }) {
  const { intendedPurpose, found, options, outcomes } = similar
  const { language } = useLanguage()
  const zone = useZone()
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
          <p>{whom(similar, language, zone)}</p>
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
