import type { Language } from '../words.ts'
import { costWords } from './cost-words.ts'
import type { TeamCosts } from './team-costs.ts'

/** What is said above and below the costs: how they weigh against the outcome, and on what prices they stand. */
export function costsSaid(
  { cohorts, activities, weighing }: Pick<TeamCosts, 'cohorts' | 'activities' | 'weighing'>,
  language: Language,
  name: (cohort: string) => string,
): { lead: string; foot: string } {
  const say = costWords[language]
  const required = activities.filter((one) => one.required)
  const unpriced = required.filter(({ cents }) => cents === null).length
  const example = required.some(({ cents, source }) => cents !== null && source === null)
  const lead = weighing
    ? say.weighing[weighing.cost][weighing.outcome](name(weighing.from), name(weighing.to))
    : cohorts.some((row) => row.costs)
      ? say.notWeighed(unpriced)
      : say.none
  const prices = [say.unpriced(unpriced), example ? say.example : ''].filter(Boolean).join(' ')
  return { lead, foot: say.foot(prices) }
}
