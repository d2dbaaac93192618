import type { ReactNode } from 'react'
import type { TeamFunnel, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import type { Localised } from '../../../core/words.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { pageWords } from './page-words.ts'

/** Below so many people, 'of 100' would make a few sound like many. */
const IN_HUNDREDS = 100

/** What changed, as the page's first sentence; "no signal" is said as plainly as a change. */
export function Lede({
  outcomes,
  funnel,
  months,
  children,
}: {
  outcomes: TeamOutcomes
  funnel: TeamFunnel
  months: number
  children?: ReactNode
}) {
  const say = useWords(pageWords)
  return (
    <header className="team-lede">
      <p className="team-about">
        {say.about(outcomes.team.name, months)}
        <Button look="soft" onClick={() => window.print()}>
          {say.print}
        </Button>
      </p>
      <h1>{useConclusion(funnel)}</h1>
      <p className="team-more">
        {[useBetter(outcomes), useStarted(funnel)].filter((sentence) => sentence !== null).join(' ')}
      </p>
      {children}
    </header>
  )
}

function useConclusion({ total, before, moves }: TeamFunnel): string {
  const say = useWords(pageWords)
  const format = useFormats()
  const now = total?.discussed.share
  if (!now) return say.lede.none
  const past = before.total?.discussed.share
  return say.lede[moves.discussed](format.percent(now.value), past ? format.percent(past.value) : '')
}

function useBetter({ moments, moment }: TeamOutcomes): string | null {
  const say = useWords(pageWords)
  const local = useLocal()
  const titleOf = (title: Localised | null) => (title ? local(title) : '')
  const format = useFormats()
  const row = moments.find(({ id }) => id === moment)
  const better = row?.change?.shares?.shares[0]
  if (!row?.change || typeof better !== 'number') return null
  const known = row.change.n
  return known < IN_HUNDREDS
    ? say.betterOf(Math.round(better * known), known, titleOf(row.title))
    : say.better(format.percent(better), titleOf(row.title))
}

function useStarted({ total, before, moves }: TeamFunnel): string | null {
  const say = useWords(pageWords)
  const format = useFormats()
  const now = total?.started.share
  if (!now) return null
  const past = before.total?.started.share
  const signal = moves.started === 'higher' || moves.started === 'lower'
  return past
    ? say.startedBefore(format.percent(now.value), format.percent(past.value), signal)
    : say.started(format.percent(now.value))
}
