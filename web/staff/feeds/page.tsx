import './feeds.css'
import { useQuery } from '@tanstack/react-query'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { ImportKinds } from '../imports/kinds.tsx'
import { Health } from './health.tsx'
import { feeds } from './queries.ts'
import { Rules } from './rules.tsx'
import { Subscriptions } from './subscriptions.tsx'
import { words } from './words.ts'

/** What planning systems send by themselves: whether it arrives, and how it is read. */
export function FeedsPage() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(feeds)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={say.title} about={say.about}>
      <ImportKinds />
      <Health feeds={data.feeds} />
      <Subscriptions all={data.subscriptions} />
      <Rules stored={data.rules} teams={data.teams} keepsBsn={data.keepsBsn} />
    </Page>
  )
}
