import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TeamCharts } from '../../../core/figures/improvement.ts'
import { pageWords } from '../../../core/figures/team-page-words.ts'
import { useWords } from '../../kit/words.tsx'
import { useNews } from '../improve/news.ts'
import { charts } from '../improve/queries.ts'
import { USUAL_SPAN } from '../improve/search.ts'

/** What the team steers by, and what of it gives a signal since the periods before; it comes when it is there. */
export function QuarterNews({ teamId }: { teamId: string }) {
  const { data } = useQuery(charts(teamId, USUAL_SPAN))
  return data && data.indicators.length > 0 ? <News charts={data} /> : null
}

function News({ charts: { indicators } }: { charts: TeamCharts }) {
  const say = useWords(pageWords)
  const { news, quietly } = useNews(indicators)
  return (
    <p className="team-more">
      <Link to="/staff/team/improve" search={(old: { team?: string | undefined }) => ({ team: old.team })}>
        {say.quarter}
      </Link>{' '}
      {news.length > 0 ? news.join(' ') : quietly}
    </p>
  )
}
