import type { TeamCharts } from '../../../core/figures/improvement.ts'
import { useWords } from '../../kit/words.tsx'
import { useNews } from './news.ts'
import { words } from './words.ts'

/** What changed in the last periods, in words; that there is no signal is said as plainly. */
export function Lede({ charts: { team, indicators } }: { charts: TeamCharts }) {
  const say = useWords(words)
  const { news, rest, quietly } = useNews(indicators)
  return (
    <header className="team-lede">
      <p className="team-about">{say.about(team.name)}</p>
      <h1>{news.length > 0 ? news.join(' ') : quietly}</h1>
      <p className="team-more">{rest.join(' ')}</p>
    </header>
  )
}
