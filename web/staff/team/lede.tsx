import type { ReactNode } from 'react'
import { teamLede } from '../../../core/figures/team-lede.ts'
import type { TeamFunnel, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { pageWords } from '../../../core/figures/team-page-words.ts'
import { api } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { PdfButton } from '../pdf-button.tsx'
import { outcomesQuery } from './queries.ts'
import { type TeamSearch, USUAL_PERIOD } from './search.ts'

type LedeProps = { outcomes: TeamOutcomes; funnel: TeamFunnel; search: TeamSearch; children?: ReactNode }

/** What changed, as the page's first sentence; and the page on paper. */
export function Lede({ outcomes, funnel, search, children }: LedeProps) {
  const say = useWords(pageWords)
  const format = useFormats()
  const { language } = useLanguage()
  const { conclusion, more } = teamLede(outcomes, funnel, { language, format })
  const { id: teamId, name } = outcomes.team
  return (
    <header className="team-lede">
      <div className="team-about">
        {say.about(name, search.months ?? USUAL_PERIOD)}
        <div className="team-ways">
          <Button look="soft" onClick={() => window.print()}>
            {say.print}
          </Button>
          <PdfButton
            get={(asked) =>
              api.documents.teams[':teamId'].outcomes.$get({
                param: { teamId },
                query: { ...outcomesQuery(search), language: asked },
              })
            }
          />
        </div>
      </div>
      <h1>{conclusion}</h1>
      <p className="team-more">{more}</p>
      {children}
    </header>
  )
}
