import './requests.css'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { openRequests } from './queries.ts'
import { RequestCard } from './request-card.tsx'
import { words } from './words.ts'

/** What patients asked about their data and how they are reached: read and answered by a person. */
export function RequestsPage() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(openRequests)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { requests, total } = data
  return (
    <Page title={say.title} about={say.about(total)}>
      {total === 0 ? <p className="quiet">{say.empty}</p> : null}
      {total > requests.length ? <p className="quiet">{say.first(requests.length)}</p> : null}
      {requests.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
    </Page>
  )
}
