import { say as sayIn } from '../words.ts'
import type { Written } from './spread-sentence.ts'
import type { TeamFunnel, TeamOutcomes } from './team-outcomes.ts'
import { pageWords } from './team-page-words.ts'

/** Below so many people, 'of 100' would make a few sound like many. */
const IN_HUNDREDS = 100

/** What changed, in a first sentence, and what else is worth knowing; "no signal" is said as plainly as a change. */
export const teamLede = (outcomes: TeamOutcomes, funnel: TeamFunnel, written: Written) => ({
  conclusion: conclusionOf(funnel, written),
  more: [betterOf(outcomes, written), startedOf(funnel, written)]
    .filter((sentence) => sentence !== null)
    .join(' '),
})

function conclusionOf({ total, before, moves }: TeamFunnel, { language, format }: Written): string {
  const say = pageWords[language].lede
  const now = total?.discussed.share
  if (!now) return say.none
  const past = before.total?.discussed.share
  return say[moves.discussed](format.percent(now.value), past ? format.percent(past.value) : '')
}

function betterOf({ moments, moment }: TeamOutcomes, { language, format }: Written): string | null {
  const say = pageWords[language]
  const row = moments.find(({ id }) => id === moment)
  const better = row?.change?.shares?.shares[0]
  if (!row?.change || typeof better !== 'number') return null
  const known = row.change.n
  const title = row.title ? sayIn(row.title, language) : ''
  return known < IN_HUNDREDS
    ? say.betterOf(Math.round(better * known), known, title)
    : say.better(format.percent(better), title)
}

function startedOf({ total, before, moves }: TeamFunnel, { language, format }: Written): string | null {
  const say = pageWords[language]
  const now = total?.started.share
  if (!now) return null
  const past = before.total?.started.share
  const signal = moves.started === 'higher' || moves.started === 'lower'
  return past
    ? say.startedBefore(format.percent(now.value), format.percent(past.value), signal)
    : say.started(format.percent(now.value))
}
